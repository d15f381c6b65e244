"""A built page as its sections: each heading that can be linked to, with the words below it."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

_VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
# What is no prose of the page: furniture, references, and things that have an entry of their own elsewhere.
_SILENT_TAGS = {"script", "style", "template", "svg", "nav", "footer"}
_SILENT_CLASSES = {
    "cite", "references", "care-evidence", "care-card__more", "page-audience", "glossary", "claim", "source", "flag",
    "trace", "drawing", "quiz", "headerlink", "index", "node__goto", "node__basis", "node__read",
    "node__share", "take", "downloads-list", "downloads-place",
}  # fmt: skip
_INLINE = {
    "a", "abbr", "b", "cite", "code", "dfn", "em", "i", "kbd", "mark", "s", "small", "span", "strong", "sub", "sup",
}  # fmt: skip


@dataclass
class BuiltSection:
    """A part of a page; `anchor` is where its heading can be linked to, `words` all of its text in order."""

    anchor: str
    level: int
    title: str = ""
    pieces: list[str] = field(default_factory=list)

    @property
    def words(self) -> str:
        """The text below the heading, every run of white space as one space."""
        return " ".join("".join(self.pieces).split())


@dataclass
class _Open:
    tag: str
    anchor: str
    silent: bool


class _Reader(HTMLParser):
    """Walks the page's article; a heading begins a section where it, or what holds it, has an id."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.sections: list[BuiltSection] = []
        self.open: list[_Open] = []
        self.heading: BuiltSection | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        classes = set(values.get("class", "").split())
        if not self.open and not (tag == "article" and "md-content__inner" in classes):
            return
        silent = bool(self.open) and (self.open[-1].silent or _silent(tag, classes))
        if tag in _HEADINGS and not silent:
            anchor = values.get("id") or (self.open[-1].anchor if self.open[-1].tag == "section" else "")
            if anchor:
                self.heading = BuiltSection(anchor, int(tag[1]))
                self.sections.append(self.heading)
        if tag not in _INLINE:
            self._add(" ")
        if tag not in _VOID:
            self.open.append(_Open(tag, values.get("id", ""), silent))

    def handle_endtag(self, tag: str) -> None:
        if not any(element.tag == tag for element in self.open):
            return
        while self.open.pop().tag != tag:
            pass
        if tag in _HEADINGS:
            self.heading = None
        elif tag not in _INLINE:
            self._add(" ")

    def handle_data(self, data: str) -> None:
        self._add(data)

    def _add(self, text: str) -> None:
        if not self.open or self.open[-1].silent:
            return
        if self.heading:
            self.heading.title = " ".join((self.heading.title + text).split()) + (" " if text[-1:].isspace() else "")
        elif self.sections:
            self.sections[-1].pieces.append(text)


def _silent(tag: str, classes: set[str]) -> bool:
    """Whether nothing inside is prose; a care card is not (its signs have entries), the card of a pathway is."""
    return tag in _SILENT_TAGS or bool(classes & _SILENT_CLASSES) or ("care-card" in classes and "node" not in classes)


def read_sections(path: Path) -> list[BuiltSection]:
    """The sections of the built page at `path`, in order; the first is the page's title with its introduction."""
    reader = _Reader()
    reader.feed(path.read_text(encoding="utf-8"))
    reader.close()
    for section in reader.sections:
        section.title = section.title.strip()
    return reader.sections
