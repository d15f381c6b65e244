"""The built site as a zip that opens from a folder: links name files, and what is large or private stays away."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable
from pathlib import Path

from scripts.artefacts.book.facts import Facts, spelled
from scripts.artefacts.book.order import Part, parts
from scripts.artefacts.copies.archive import archive
from scripts.artefacts.copies.filled import filled, style
from scripts.artefacts.policy import policy_of
from scripts.artefacts.written import FOLDER as DOWNLOADS
from scripts.model.knowledge import Knowledge
from scripts.model.private import FOLDER as PRIVATE

LARGEST = 256 * 1024  # bytes of a download that goes along
_INSIDE = "site"
_FIRST = 4  # parts of the book to whose first pages the start leads
# What only a server, a crawler, a feed reader or a page that came from a server asks for.
_LEFT_OUT = {"404.html", "_headers", "_redirects", "copy.json", "robots.txt", "sitemap.xml", "feed.xml", "sw.js"}
_COMPRESSED = {".br", ".gz"}
_TAG = re.compile(r"<(?:a|link)\b[^>]*>")
_HREF = re.compile(r'\shref=(?:"([^"]*)"|([^\s>"]+))')  # not every generator writes the quotes
# The feed, which a folder does not have.
_FEED = re.compile(r'<link\b[^>]*\brel="?alternate\b')
_COPIED = " data-copy="  # a link to be sent to somebody, who has no such folder
_OUTSIDE = re.compile(r"[a-z][a-z0-9+.-]*:|//|#", re.IGNORECASE)


def offline_site(knowledge: Knowledge, facts: Facts, navigation: Iterable[str], site: Path, stem: str) -> bytes:
    """The zip of the finished site at `site`: one folder with a page to start from, and the site in it.

    `navigation` gives the paths of pages in order; `stem` begins the folder's name.
    """
    paths = [path for path in sorted(site.rglob("*")) if path.is_file() and _goes_along(path, site)]
    names = frozenset(path.relative_to(site).as_posix() for path in paths)
    top = f"{stem}-offline"
    first = parts(knowledge, navigation, lambda page: True)[:_FIRST]
    files = {f"{top}/index.html": _start(facts, first).encode()}
    for path in paths:
        name = path.relative_to(site).as_posix()
        files[f"{top}/{_INSIDE}/{name}"] = _content(path, name, names, facts)
    return archive(files)


def _goes_along(path: Path, site: Path) -> bool:
    name = path.relative_to(site)
    if path.suffix in _COMPRESSED or name.as_posix() in _LEFT_OUT or name.parts[0] in (PRIVATE, ".well-known"):
        return False
    return name.parts[0] != DOWNLOADS or path.stat().st_size <= LARGEST


def _content(path: Path, name: str, names: frozenset[str], facts: Facts) -> bytes:
    if path.suffix != ".html":
        return path.read_bytes()

    def tag(found: re.Match[str]) -> str:
        if _FEED.match(found[0]):
            return ""
        there = frozenset() if _COPIED in found[0] else names
        return _HREF.sub(lambda href: f' href="{_target(href[1] or href[2] or "", name, there, facts.site)}"', found[0])

    return _TAG.sub(tag, path.read_text(encoding="utf-8")).encode()


def _target(href: str, name: str, names: frozenset[str], site: str) -> str:
    """A link of the page `name` as it works in a folder: to a file that is there (`names`), or to the site."""
    if _OUTSIDE.match(href) or not href:
        return href
    path, sign, anchor = href.partition("#")
    wanted = posixpath.normpath(posixpath.join(posixpath.dirname(name), path))
    for file in (wanted, posixpath.normpath(posixpath.join(wanted, "index.html"))):
        if file in names:
            return f"{posixpath.relpath(file, posixpath.dirname(name) or '.')}{sign}{anchor}"
    folder = "/" if path.endswith("/") and wanted != "." else ""
    return f"{site}{'' if wanted == '.' else wanted}{folder}{sign}{anchor}"


def _start(facts: Facts, first: Iterable[Part]) -> str:
    """The page from which a reader begins, with the first page of each of the first parts."""
    css = style("text.css")
    pages = [(f"{_INSIDE}/{part.pages[0].url}index.html", part) for part in first]
    return filled(
        "start.html",
        {
            "facts": facts, "day": spelled(facts.day), "due": spelled(facts.due), "style": css,
            "policy": policy_of([], [css]), "pages": pages,
            "downloads": f"{facts.site}{DOWNLOADS}/", "largest": LARGEST // 1024,
        },
    )  # fmt: skip
