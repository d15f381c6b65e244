"""The book, and the guides that are parts of it: pages as chapters, in parts, with the red flags first."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from scripts.artefacts.book.chapters import Chapter, chapters, head
from scripts.artefacts.book.facts import Facts, edition_info
from scripts.artefacts.book.leaf import Edition, label_of, leaf_of
from scripts.artefacts.book.order import Part, parts
from scripts.artefacts.book.sources import cited_sources
from scripts.artefacts.book.typst import Label, Markup, arguments, call, join, words
from scripts.artefacts.naming import Copies
from scripts.model.knowledge import Address, Knowledge
from scripts.model.page import Page
from scripts.model.vocabulary import Audience
from scripts.project import Project

_LONG = 3  # chapters: a part with so many begins with a page of its own
LISTS = "sources"  # the id of the page that lists the sources, or of the first of those that do
_BESIDE = {"red-flags", "disagreements", "gaps", "grading"}  # pages that stand in the clinicians' reference too


@dataclass(frozen=True)
class Plan:
    """A document made of chapters: which pages it takes, how it looks, and what stands before its chapters."""

    title: str
    description: str
    takes: Callable[[Page], bool]
    opening: str = "plain-front"
    look: tuple[tuple[str, object], ...] = ()


@dataclass(frozen=True)
class Plans:
    """The book, and the guides that are parts of it, with the titles that the settings give them."""

    copies: Copies

    @property
    def book(self) -> Plan:
        """Every page."""
        return Plan("", "The book of the site, with the evidence behind every sentence.", lambda page: True, "front")

    def patients(self, title: str = "the guide for patients and carers", *, size: int = 12, margin: int = 30) -> Plan:
        """The patients' pages, in letters of `size` points with `margin` millimetres at the sides."""
        return Plan(
            self.copies.titled(title),
            "The patients' pages of the site, with the warning signs first.",
            lambda page: page.front.audience is Audience.PATIENTS,
            look=(("family", "Source Sans Pro"), ("size", size), ("margin", margin)),
        )

    @property
    def large(self) -> Plan:
        """The same in large print: cards are a little smaller than running text, and keep 16 points at 18."""
        return self.patients("the guide for patients and carers, in large print", size=18, margin=18)

    @property
    def clinicians(self) -> Plan:
        """The clinicians' pages, with those on the evidence that they lean on."""
        return Plan(
            self.copies.titled("the clinicians' reference"),
            "The clinicians' pages of the site with the red flags, the pathway and the disagreements.",
            lambda page: page.front.audience is Audience.CLINICIANS or page.id in _BESIDE,
        )


def source_of(plan: Plan, knowledge: Knowledge, project: Project, facts: Facts, navigation: Iterable[str]) -> str:
    """A document as Typst source."""
    order = [part for part in parts(knowledge, navigation, plan.takes) if part.pages]
    pages = [page for part in order for page in part.pages]
    listing = knowledge.pages_listing("source")
    edition = Edition(knowledge, facts.site, frozenset(page.id for page in pages) | listing)
    made = {chapter.page.id: chapter for chapter in chapters(edition, project, pages)}
    here = [*(f"part--{part.name}" for part in order), *(page.id for page in pages), LISTS]
    info = edition_info(facts, plan.title or facts.title, plan.description) | {"here": here}
    look = {"info": info, **dict(plan.look)}
    numbers = {page.id: number for number, page in enumerate(pages, 1)}
    pieces = [piece for part in order for piece in _part(part, made, numbers, edition)]
    if LISTS not in made:
        pieces.append(_references(edition))
    start = f'#import "front.typ": *\n#show: edition.with({arguments(look)})\n{call(plan.opening, info)}\n'
    return start + join(pieces, "\n\n")


def _part(part: Part, made: dict[str, Chapter], numbers: dict[str, int], edition: Edition) -> Iterator[Markup]:
    label, title = Label(f"part--{part.name}"), words(part.title)
    alone = len(part.pages) < _LONG
    if alone:
        yield call("part-line", label, title)
    else:
        yield call("part-page", label, title, [(label_of(Address(p.id)), words(p.front.title)) for p in part.pages])
    for page in part.pages:
        first = alone and page is part.pages[0]
        yield head(made[page.id], part.title, f"Chapter {numbers[page.id]}", edition, breaks=not first)
        yield made[page.id].body


def _references(edition: Edition) -> Markup:
    """The sources that a guide cites, at its end."""
    title = edition.knowledge.pages[LISTS].front.title
    line = call("part-line", label_of(Address(LISTS)), words(title))
    return join([line, cited_sources(leaf_of(edition, LISTS))], "\n\n")
