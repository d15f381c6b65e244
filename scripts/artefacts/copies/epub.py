"""The book as an EPUB 3: every page a chapter, the red flags first, made from the built pages alone."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from scripts.artefacts.book.facts import Facts, spelled
from scripts.artefacts.book.order import Part, parts
from scripts.artefacts.copies.archive import archive
from scripts.artefacts.copies.article import read_article
from scripts.artefacts.copies.filled import filled, style
from scripts.artefacts.copies.places import Chapter, Places
from scripts.model.knowledge import Knowledge
from scripts.model.page import Page

_STYLES = ("book.css", "cards.css", "tables.css", "pictures.css")
# Parts of the book that the format has words for; the first part is where reading begins.
_LANDMARKS = {"help": "bodymatter", "references": "bibliography", "glossary": "glossary"}
_ROLES = {"references": "doc-bibliography", "glossary": "doc-glossary"}


@dataclass(frozen=True)
class Made:
    """A part of the book with its chapters."""

    part: Part
    chapters: tuple[Chapter, ...]

    @property
    def landmark(self) -> str | None:
        """What the format calls the part, where it has a word for it."""
        return _LANDMARKS.get(self.part.name)


def epub(knowledge: Knowledge, facts: Facts, navigation: Iterable[str], site: Path) -> bytes:
    """The book from the pages built in `site`; `navigation` gives the paths of pages in order."""
    made = [
        Made(part, tuple(Chapter(page, read_article(site / page.url / "index.html")) for page in part.pages))
        for part in parts(knowledge, navigation, lambda page: True)
    ]
    places = Places((chapter for one in made for chapter in one.chapters), facts.site)
    for one in made:
        for chapter in one.chapters:
            places.lead(chapter, _inside)
    return archive(dict(_files(made, facts)), stored=frozenset({"mimetype"}))


def identifier(facts: Facts) -> str:
    """The same for every version of the book at one address."""
    return f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, f'{facts.site}#epub')}"


def _inside(page: Page, anchor: str) -> str:
    return f"{page.id}.xhtml{'#' if anchor else ''}{anchor}"


def _files(made: list[Made], facts: Facts) -> Iterator[tuple[str, bytes]]:
    """Every file of the book, in the order in which the format wants or a reader needs them."""
    names: dict[str, object] = {
        "facts": facts, "day": spelled(facts.day), "due": spelled(facts.due), "identifier": identifier(facts),
        "made": made, "styles": _STYLES, "drawn": _drawn(made),
    }  # fmt: skip
    yield "mimetype", b"application/epub+zip"
    yield "META-INF/container.xml", filled("container.xml", names).encode()
    yield "EPUB/package.opf", filled("package.opf", names).encode()
    for name in ("title.xhtml", "nav.xhtml"):
        yield f"EPUB/{name}", filled(name, names).encode()
    for one in made:
        role = _ROLES.get(one.part.name, "doc-chapter")
        for chapter in one.chapters:
            own = {"chapter": chapter, "body": xhtml(chapter), "role": role, **names}
            yield f"EPUB/{chapter.page.id}.xhtml", filled("chapter.xhtml", own).encode()
    for name in _STYLES:
        yield f"EPUB/{name}", style(name).encode()


def _drawn(made: list[Made]) -> set[str]:
    """The ids of the pages with pictures, which the package has to name."""
    found = (chapter for one in made for chapter in one.chapters if next(chapter.article.iter("svg"), None) is not None)
    return {chapter.page.id for chapter in found}


def xhtml(chapter: Chapter) -> str:
    """What stands in a chapter's article, as XHTML."""
    pieces = (etree.tostring(child, encoding="unicode", method="xml") for child in chapter.article)
    return "".join(pieces).replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ')
