"""What a built page holds, as far as links need it: ids, links, headings and text."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
_SILENT = {"script", "style", "template", "svg"}


@dataclass
class BuiltPage:
    """A page of the built site; `sections` pairs each heading of the article with the words below it."""

    path: Path
    ids: list[tuple[str, int]] = field(default_factory=list)
    links: list[tuple[str, int]] = field(default_factory=list)
    sections: list[tuple[str, str, list[str]]] = field(default_factory=list)
    article: list[str] = field(default_factory=list)


class _Reader(HTMLParser):
    def __init__(self, page: BuiltPage) -> None:
        super().__init__(convert_charrefs=True)
        self.page = page
        self.inside = 0  # depth of the article
        self.silent = 0
        self.heading: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        line = self.getpos()[0]
        values = dict(attrs)
        if name := values.get("id"):
            self.page.ids.append((name, line))
        for attribute in ("href", "src"):
            if (target := values.get(attribute)) is not None:
                self.page.links.append((target, line))
        self.inside += tag == "article"
        self.silent += tag in _SILENT
        if tag in _HEADINGS and self.inside:
            self.heading = tag
            self.page.sections.append((tag, "", []))

    def handle_endtag(self, tag: str) -> None:
        self.inside -= tag == "article"
        self.silent -= tag in _SILENT
        if tag == self.heading:
            self.heading = None

    def handle_data(self, data: str) -> None:
        if self.silent or not self.inside:
            return
        self.page.article.append(data)
        if not self.page.sections:
            return
        tag, title, words = self.page.sections[-1]
        if self.heading:
            self.page.sections[-1] = (tag, title + data, words)
        elif data.strip():
            words.append(data.strip())


def read_built_page(path: Path) -> BuiltPage:
    """The built page at `path`."""
    page = BuiltPage(path)
    reader = _Reader(page)
    reader.feed(path.read_text(encoding="utf-8"))
    reader.close()
    return page
