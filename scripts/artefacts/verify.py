"""The built site, walked: every link and anchor leads somewhere, no id stands twice, nothing is left unrendered."""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

from scripts.artefacts.html import BuiltPage, read_built_page
from scripts.problems import Problem

_OUTSIDE = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)
_UNRENDERED = re.compile(r"\{\{|\}\}|\{%")
_FURNITURE = "__"  # ids of the theme's own controls begin so


def verify(site: Path, code: frozenset[str] = frozenset()) -> Iterator[Problem]:
    """Every fault of the site at `site`; pages in `code` (paths) may show template code as text."""
    pages = {path.relative_to(site).as_posix(): read_built_page(path) for path in sorted(site.rglob("*.html"))}
    ids = {name: {anchor for anchor, _ in page.ids} for name, page in pages.items()}
    for name, page in pages.items():
        if name == "404.html":  # served at any depth: its links are absolute
            continue
        yield from _links(site, name, page, ids)
        yield from _ids(name, page)
        yield from _text(name, page, name in code)


def _links(site: Path, name: str, page: BuiltPage, ids: dict[str, set[str]]) -> Iterator[Problem]:
    for target, line in page.links:
        if _OUTSIDE.match(target):
            continue
        path, _, anchor = target.partition("#")
        path = path.partition("?")[0]
        wanted = posixpath.normpath(posixpath.join(posixpath.dirname(name), unquote(path))) if path else name
        if (site / wanted).is_dir():
            wanted = posixpath.normpath(posixpath.join(wanted, "index.html"))
        if wanted.startswith(("../", "/")) or not (site / wanted).is_file():  # no file of this machine counts
            yield Problem(
                f"site/{name}", line, target, "broken-link", f"no file {wanted}", "a page or file that exists"
            )
        elif anchor and wanted in ids and unquote(anchor) not in ids[wanted]:
            yield Problem(
                f"site/{name}", line, target, "broken-anchor", f"no '{anchor}' on {wanted}", "an id on that page"
            )


def _ids(name: str, page: BuiltPage) -> Iterator[Problem]:
    times = Counter(anchor for anchor, _ in page.ids)
    for anchor, line in page.ids:
        if times[anchor] > 1 and not anchor.startswith(_FURNITURE):
            yield Problem(f"site/{name}", line, anchor, "duplicate-id", f"{times[anchor]} elements with it", "one")


def _text(name: str, page: BuiltPage, code: bool) -> Iterator[Problem]:
    text = "".join(page.article)
    if not code and (match := _UNRENDERED.search(text)):
        found = f"'{text[match.start() : match.start() + 40]}'"
        yield Problem(f"site/{name}", 1, "article", "unrendered", found, "no template code in a reader's text")
    levels = [*[int(tag[1]) for tag, _, _ in page.sections], 0]
    for position, (tag, title, words) in enumerate(page.sections):
        if not words and levels[position + 1] <= int(tag[1]):
            yield Problem(f"site/{name}", 1, title.strip(), "empty-section", "a heading with nothing below", "words")
