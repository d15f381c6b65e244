"""Everything for patients in one small file: no script, no image but drawings, and one list of sources."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from lxml import etree
from lxml.etree import _Element as Element

from scripts.artefacts.book.facts import Facts, spelled
from scripts.artefacts.book.order import parts
from scripts.artefacts.copies.article import drop_section, read_article, remove, with_class
from scripts.artefacts.copies.filled import filled, style
from scripts.artefacts.copies.places import Chapter, Places
from scripts.artefacts.copies.shortlist import Shortlist
from scripts.artefacts.search import FURNITURE
from scripts.model.knowledge import Knowledge
from scripts.model.page import Page
from scripts.model.vocabulary import Audience

STYLE = style("text.css", "cards.css", "tables.css", "pictures.css")
_CLASSES = frozenset(re.findall(r"\.([a-z][\w-]*)", STYLE))
# The short box of signs stands on every page of the site; here all signs come first, and its link leads there.
_LEFT_OUT = ("page-audience", "page-across", "page-facts", "care-card--brief", "care-evidence", "node__basis")
_LOWER = {"h1": "h2", "h2": "h3", "h3": "h4", "h4": "h5", "h5": "h6"}
_NAMES = ("id", "aria-labelledby")


def text_edition(knowledge: Knowledge, facts: Facts, navigation: Iterable[str], site: Path) -> str:
    """The edition as HTML, from the pages built in `site`; `navigation` gives the paths of pages in order."""
    order = parts(knowledge, navigation, lambda page: page.front.audience is Audience.PATIENTS)
    pages = [page for part in order for page in part.pages]
    chapters = [Chapter(page, read_article(site / page.url / "index.html")) for page in pages]
    sources = Shortlist(knowledge)
    for chapter in chapters:
        _shorten(chapter.article)
        sources.number(chapter.article)
        _drop_furniture(chapter.article)
    places = Places(chapters, facts.site)
    for chapter in chapters:
        places.lead(chapter, _inside)
        _rename(chapter)
    sources.lead()
    return filled(
        "text.html",
        {
            "facts": facts, "day": spelled(facts.day), "due": spelled(facts.due), "style": STYLE,
            "chapters": [(chapter, _html(chapter.article)) for chapter in chapters], "sources": sources.entries(),
        },
    )  # fmt: skip


def _inside(page: Page, anchor: str) -> str:
    return f"#{page.id}{'--' if anchor else ''}{anchor}"


def _shorten(article: Element) -> None:
    """Leave out what stands once in the file, and the evidence behind signs and cards, to which the site leads."""
    for name in _LEFT_OUT:
        for element in with_class(article, name):
            remove(element)
    for drawing in with_class(article, "pictograph__svg"):
        _dots(drawing)


def _drop_furniture(article: Element) -> None:
    """Drop related pages and the page's own list of sources."""
    for head in [head for head in article.iter("h2") if head.get("id") in FURNITURE]:
        drop_section(head)
    for mark in with_class(article, "cite"):
        mark.attrib.pop("id", None)


def _dots(drawing: Element) -> None:
    """Draw a hundred people as two lines of dots, a tenth of the bytes: every person, and the holes of the rings."""
    people = [(f"M{float(one.get('cx')):g} {float(one.get('cy')):g}h0", one.get("class")) for one in drawing]
    lines = {"dots": people, "dots dots--holes": [one for one in people if "person--filled" not in one[1].split()]}
    for child in list(drawing):
        drawing.remove(child)
    for name, dots in lines.items():
        etree.SubElement(drawing, "path", {"class": name, "d": "".join(move for move, _ in dots)})


def _rename(chapter: Chapter) -> None:
    """Let ids be the page's own, headings stand below the edition's, and drop classes that nothing styles."""
    for element in list(chapter.article.iter()):
        for name in _NAMES:
            if found := element.get(name):
                element.set(name, f"{chapter.page.id}--{found}")
        element.tag = _LOWER.get(element.tag, element.tag)
        if kept := [name for name in element.get("class", "").split() if name in _CLASSES]:
            element.set("class", " ".join(kept))
        else:
            element.attrib.pop("class", None)
        element.text, element.tail = _single(element.text), _single(element.tail)
        if element.tag == "span" and not element.attrib:
            element.drop_tag()


def _single(text: str | None) -> str | None:
    """A text whose runs of white space are one sign each."""
    return re.sub(r"[ \t\r\n]+", lambda found: "\n" if "\n" in found[0] else " ", text) if text else text


def _html(article: Element) -> str:
    return "".join(etree.tostring(child, encoding="unicode", method="html") for child in article).strip()
