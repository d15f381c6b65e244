"""Data as text: safe in HTML, and inert in the Markdown that macros write into."""

from __future__ import annotations

from markupsafe import Markup, escape

# What Markdown or an extension of it could read as markup, as character references; a line break would end a row.
_INERT = {**{ord(sign): f"&#{ord(sign)};" for sign in "*_`[]{}|\\~^=+!:"}, ord("\n"): " "}


def inline(text: object) -> Markup:
    """`text` for a place inside a paragraph, heading or table cell of Markdown."""
    return Markup(str(escape(text)).translate(_INERT))  # noqa: S704 - escaped on this line


def block(html: str) -> Markup:
    """`html` as a block that Markdown passes through: unindented, without blank lines, set apart."""
    lines = [line.strip() for line in html.split("\n")]
    return Markup("\n\n" + "\n".join(line for line in lines if line) + "\n\n")  # noqa: S704 - a template made it
