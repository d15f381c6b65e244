"""A page's Markdown with its macros called: each is set as Typst, and a token stands in its place."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

import jinja2

from scripts.artefacts.book.leaf import Leaf
from scripts.artefacts.book.typst import Markup, words

_HEADING_ID = re.compile(r"\{:\s*#([\w.-]+)[^}]*\}[ \t]*$", re.MULTILINE)
_ATTRIBUTES = re.compile(r"^\{:[^}]*\}[ \t]*$", re.MULTILINE)
_BOX = re.compile(r"^</?div[^>]*>[ \t]*$", re.MULTILINE)
_ANCHOR = re.compile(r'<a href="([^"]+)">(.*?)</a>')
Component = Callable[..., object]


def body_of(text: str) -> str:
    """A page's text below its front matter."""
    return text.split("\n---\n", 1)[1]


def expand(leaf: Leaf, body: str, components: Mapping[str, Component]) -> tuple[str, list[Markup]]:
    """The body as Markdown that pandoc reads, with a token for each macro, and what the tokens stand for."""
    tokens: list[Markup] = []

    def bound(component: Component) -> Callable[..., str]:
        def macro(*args: object, **options: object) -> str:
            made = component(leaf, *args, **options)
            tokens.append(made if isinstance(made, Markup) else words(made))
            return f"\ue000{len(tokens) - 1}\ue001"

        return macro

    environment = jinja2.Environment(undefined=jinja2.StrictUndefined)  # noqa: S701 - no HTML is made
    environment.globals.update({name: bound(component) for name, component in components.items()})
    text = environment.from_string(body).render()
    text = _ANCHOR.sub(r"[\2](\1)", _BOX.sub("", text))
    return _ATTRIBUTES.sub("", _HEADING_ID.sub(r"{#\1}", text)), tokens
