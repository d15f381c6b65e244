"""One-sheet handouts: a patients' page with the red flags at its head, as far as two sides hold it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from scripts.artefacts.book.care import box
from scripts.artefacts.book.chapters import Chapter, chapters
from scripts.artefacts.book.engine import query
from scripts.artefacts.book.facts import Facts, code, edition_info
from scripts.artefacts.book.leaf import Edition, leaf_of
from scripts.artefacts.book.typst import Markup, arguments, call, join, words
from scripts.model.knowledge import Address, Knowledge
from scripts.model.page import Page
from scripts.project import Project

PAPERS = {"a4": "A4", "us-letter": "US Letter"}
SIDES = 2
_FURNITURE = {"see-also", "references", "in-the-decision"}
_NO_SHEET = {"glossary"}  # a list of words to look up, not a page to hand out


def pages_with_sheets(knowledge: Knowledge) -> list[Page]:
    """The patients' pages that have a handout."""
    return [p for p in knowledge.pages.values() if p.path.startswith("patients/") and p.id not in _NO_SHEET]


def sheets(knowledge: Knowledge, project: Project, facts: Facts) -> Iterator[tuple[Page, str, str]]:
    """Each page with a paper's name and its handout for that paper, as Typst source."""
    pages = pages_with_sheets(knowledge)
    edition = Edition(knowledge, facts.site, frozenset(), noted=False, boxed=False, top=1)
    for chapter in chapters(edition, project, pages):
        for paper in PAPERS:
            yield chapter.page, paper, _fitting(chapter, edition, facts, paper)


def _fitting(chapter: Chapter, edition: Edition, facts: Facts, paper: str) -> str:
    """The sheet with as many sections, from the first on, as its two sides hold."""
    sections = [(name, body) for name, body in chapter.sections if name not in _FURNITURE and body.strip()]
    ends = _ends(sheet(chapter, sections, [], edition, facts, paper))
    count = max(1, sum(end <= SIDES for end in ends[: len(sections)]))
    while True:
        titles = {section.id: section.title for section in chapter.page.sections}
        left = [titles[name] for name, _ in sections[count:]]
        made = sheet(chapter, sections[:count], left, edition, facts, paper)
        if count == 1 or max(_ends(made)) <= SIDES:
            return made
        count -= 1


def _ends(source: str) -> list[int]:
    """The sides on which the sections of a sheet end, and last the sheet itself."""
    return [int(str(value)) for value in query(source, "<end>")]


def sheet(
    chapter: Chapter,
    sections: Sequence[tuple[str, Markup]],
    left: Sequence[str],
    edition: Edition,
    facts: Facts,
    paper: str,
) -> str:
    """A sheet as Typst source; `left` are the titles of the sections that stand on the site only."""
    front = chapter.page.front
    address = edition.url(Address(chapter.page.id))
    info = edition_info(facts, front.title, front.description)
    head = {"title": chapter.title, "address": address, "qr": code(address), "due": words(info["due"])}
    # The page on the red flags begins with all of them, so the short box would only push them down.
    boxed = any(item.name == "red_flags" and item.options.get("brief") for item in chapter.page.calls)
    flags = box(leaf_of(edition, chapter.page.id), level=2) if boxed else Markup("")
    bodies = [join([body, call("end")]) for _, body in sections]
    start = f'#import "sheet.typ": *\n#show: sheet.with({arguments({"info": info, "paper": paper})})\n'
    return start + join(
        [call("sheet-head", head, flags), *bodies, call("sheet-foot", list(map(words, left)), address)], "\n\n"
    )
