"""Where the links of built pages lead, so that a copy can lead there by its own means."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from lxml.etree import _Element as Element

from scripts.model.page import Page


@dataclass(frozen=True)
class Chapter:
    """A page as a copy has it: its article, changed at will, and the headings of its sections."""

    page: Page
    article: Element

    @property
    def ids(self) -> frozenset[str]:
        """The ids that links may lead to."""
        return frozenset(self.article.xpath(".//@id"))

    @property
    def title(self) -> Element:
        """The page's own heading, which stands first."""
        return next(self.article.iter("h1", "h2"))

    @property
    def sections(self) -> list[tuple[str, str]]:
        """The id and the words of each heading of the second level that has an id."""
        return [(name, words(head)) for head in self.article.iter("h2") if (name := head.get("id"))]


def words(element: Element) -> str:
    """The words of an element with single spaces."""
    return " ".join("".join(element.itertext()).split())


class Places:
    """The pages of a copy, and the address of the site for everything else."""

    def __init__(self, chapters: Iterable[Chapter], address: str) -> None:
        self.address = address
        self.by_url = {chapter.page.url: chapter for chapter in chapters}
        self.ids: Mapping[str, frozenset[str]] = {url: chapter.ids for url, chapter in self.by_url.items()}

    def lead(self, chapter: Chapter, inside: Callable[[Page, str], str]) -> None:
        """Let each link of a chapter lead inside the copy (`inside`: page, anchor or "") where its page is part of it.

        Otherwise to the site.
        """
        for link in chapter.article.iter("a"):
            if (href := link.get("href")) is not None:
                link.set("href", self._new(chapter.page, href, inside))
                link.attrib.pop("download", None)

    def _new(self, page: Page, href: str, inside: Callable[[Page, str], str]) -> str:
        parts = urlsplit(href)
        if parts.scheme or parts.netloc:
            return href
        path = posixpath.normpath(posixpath.join("/", page.url, parts.path)).lstrip("/")
        path += "/" if path and (not parts.path or parts.path.endswith(("/", "."))) else ""
        if path in self.by_url:
            anchor = parts.fragment if parts.fragment in self.ids[path] else ""
            return inside(self.by_url[path].page, anchor)
        return f"{self.address}{path}{'#' if parts.fragment else ''}{parts.fragment}"
