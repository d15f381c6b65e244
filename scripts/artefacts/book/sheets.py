"""One-sheet handouts: a patients' page with the red flags at its head, as far as two sides hold it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

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
_MARGIN = 0.07  # of a side: the lower margin
_FURNITURE = {"see-also", "references", "in-the-decision"}
_NO_SHEET = {"glossary"}  # a list of words to look up, not a page to hand out


def pages_with_sheets(knowledge: Knowledge) -> list[Page]:
    """The patients' pages that have a handout."""
    return [p for p in knowledge.pages.values() if p.path.startswith("patients/") and p.id not in _NO_SHEET]


def handout(page: str, paper: str) -> str:
    """The name of a page's handout in the downloads."""
    return f"handout-{page}-{paper}.pdf"


def sheets(knowledge: Knowledge, project: Project, facts: Facts) -> Iterator[tuple[Page, str, str]]:
    """Each page with a paper's name and its handout for that paper, as Typst source."""
    pages = pages_with_sheets(knowledge)
    edition = Edition(knowledge, facts.site, frozenset(), noted=False, boxed=False, top=1)
    for chapter in chapters(edition, project, pages):
        for paper in PAPERS:
            yield chapter.page, paper, _fitting(chapter, edition, facts, paper)


def _fitting(chapter: Chapter, edition: Edition, facts: Facts, paper: str) -> str:
    """The sheet with the sections that its two sides hold: the first ones, and later ones that fill what is left."""
    sections = [(name, body) for name, body in chapter.sections if name not in _FURNITURE and body.strip()]
    titles = {section.id: section.title for section in chapter.page.sections}
    chosen = _chosen(_ends(sheet(chapter, sections, [], edition, facts, paper)))
    while True:
        left = [titles[name] for number, (name, _) in enumerate(sections) if number not in chosen]
        made = sheet(chapter, [sections[number] for number in chosen], left, edition, facts, paper)
        if len(chosen) == 1 or max(_ends(made)) < SIDES:
            return made
        chosen.pop()


def _chosen(ends: Sequence[float]) -> list[int]:
    """The numbers of the sections to begin with; `ends`: of the head, the sections and the foot of a sheet with all."""
    *lengths, foot = (after - before for before, after in pairwise(ends))
    room = SIDES - _MARGIN - ends[0] - foot
    chosen: list[int] = []
    for number, length in enumerate(lengths):
        if not chosen or length <= room:
            chosen.append(number)
            room -= length
    return chosen


def _ends(source: str) -> list[float]:
    """How far down, in sides, the head of a sheet ends, then each section, and last the sheet itself."""
    return [float(str(value)) for value in query(source, "<end>")]


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
    top = join([call("sheet-head", head, flags), call("end")])
    return start + join([top, *bodies, call("sheet-foot", list(map(words, left)), address)], "\n\n")
