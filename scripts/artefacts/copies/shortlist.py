"""One list of sources for many pages: each source once, numbered in the order of first mention."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml.etree import _Element as Element

from scripts.artefacts.metadata import citation
from scripts.model.knowledge import Knowledge
from scripts.model.source import Source


@dataclass(frozen=True)
class Entry:
    """A source in the list: its number, its words, and where it is (None where nothing leads there)."""

    number: int
    words: str
    url: str | None


class Shortlist:
    """The sources that the pages cite, as far as they were numbered."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.knowledge = knowledge
        pages = sorted(knowledge.pages[name].url for name in knowledge.pages_listing("source"))
        self.listed = re.compile(rf"(?:^|/)(?:{'|'.join(map(re.escape, pages))})#(.+)$")
        self.numbers: dict[str, int] = {}
        self.markers: list[tuple[Element, int]] = []

    def number(self, article: Element) -> None:
        """Give the markers of a page, whose own list still stands in it, the numbers of the one list."""
        names = {f"#{item.get('id')}": name for item in article.iter("li") if (name := self._source(item))}
        for link in article.xpath('.//a[@role="doc-noteref"]'):
            number = self.numbers.setdefault(names[link.get("href")], len(self.numbers) + 1)
            self.markers.append((link, number))

    def lead(self) -> None:
        """Let every marker say its number and lead to the list."""
        for link, number in self.markers:
            link.text = str(number)
            link.attrib.clear()
            link.set("href", f"#s{number}")

    def _source(self, item: Element) -> str | None:
        """The source of an entry in a page's own list."""
        targets = (self.listed.search(link.get("href") or "") for link in item.xpath('./p[@class="reference__uses"]/a'))
        return next((found[1] for found in targets if found), None)

    def entries(self) -> list[Entry]:
        """The list."""
        return [_entry(self.knowledge.sources[name], number) for name, number in self.numbers.items()]


def _entry(source: Source, number: int) -> Entry:
    url = citation(source).get("url")
    said = source.short if url or source.title.startswith(source.short) else f"{source.short}. {source.title}"
    return Entry(number, said, str(url) if url else None)
