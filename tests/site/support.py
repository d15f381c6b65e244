"""The real site, built and read: its pages as trees, beside the knowledge that they were made from."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urldefrag, urljoin

import yaml

from scripts.compiling.compile import Compiled
from scripts.model.knowledge import Address, Knowledge
from scripts.model.page import Page
from scripts.model.private import FOLDER
from tests.markup import Element, parse
from tests.support import ROOT

ABOVE = "/far/below/the/root/of/a/host/"  # so that an address that leaves the site is seen to do so
EVIDENCE = ROOT / "docs" / "evidence"


@dataclass(frozen=True, repr=False)
class Site:
    """A built site: whole documents and their articles by address below the root ("patients/red-flags/")."""

    folder: Path
    compiled: Compiled
    knowledge: Knowledge
    documents: dict[str, Element]
    articles: dict[str, Element]
    anchors: dict[str, dict[str, Element]]

    def pages(self) -> Iterator[tuple[Page, Element]]:
        """Every page with its article."""
        for page in self.knowledge.pages.values():
            yield page, self.articles[page.url]

    def home(self, kind: str, name: str) -> Element:
        """The element at the permanent address of a thing."""
        return self.at(self.knowledge.homes[kind, name])

    def at(self, address: Address) -> Element:
        """The element at an address; the article where it has no anchor."""
        url = self.knowledge.pages[address.page].url
        return self.anchors[url][address.anchor] if address.anchor else self.articles[url]

    def target(self, page: Page, link: Element) -> Element:
        """The element that a link of a page leads to."""
        url, anchor = resolved(page.url, link.attrs["href"])
        return self.anchors[url][anchor] if anchor else self.articles[url]


def resolved(url: str, address: str) -> tuple[str, str]:
    """Where an address on the page at `url` leads: the page's address below the root, and the anchor."""
    path, anchor = urldefrag(urljoin(f"{ABOVE}{url}", address))
    return path.removeprefix(ABOVE), anchor


def links(element: Element) -> list[str]:
    """The addresses of the links inside an element."""
    return [link.attrs["href"] for link in element.all("a") if "href" in link.attrs]


def documents_of(folder: Path) -> dict[str, Element]:
    """The pages of a built site, by address below its root; those at private links are none of them."""
    paths = sorted(path for path in folder.rglob("index.html") if path.relative_to(folder).parts[0] != FOLDER)
    return {address(folder, path): parse(path.read_text(encoding="utf-8")) for path in paths}


def address(folder: Path, path: Path) -> str:
    return path.relative_to(folder).as_posix().removesuffix("index.html")


def article_of(document: Element) -> Element:
    return document.one("article.md-content__inner")


def raw(name: str) -> list[dict[str, Any]]:
    """The items of the evidence files that `name` (with *) matches, read by another reader than the site's own."""
    found: list[dict[str, Any]] = []
    for path in sorted(EVIDENCE.glob(name)):
        text = path.read_text(encoding="utf-8")
        found += json.loads(text) if path.suffix == ".json" else yaml.load(text, yaml.CSafeLoader)
    return found
