"""Lists of everything, for the page on which a reader without JavaScript searches."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from markupsafe import Markup

from scripts.model.care import RedFlag
from scripts.model.knowledge import Address, Knowledge
from scripts.model.page import Page
from scripts.model.span import within
from scripts.model.term import Term
from scripts.model.vocabulary import Urgency
from scripts.rendering.view import View

T = TypeVar("T", bound=RedFlag | Term | Page)
_FURNITURE = frozenset({"see-also", "references", "in-the-decision"})  # sections that many pages end with


def index_of(view: View, what: str, first: str = "", last: str = "") -> Markup:
    """A list of links to every red flag, every term, or every page with its sections.

    `first`, `last`: beginnings of their names, where the list is too long for one page.
    """
    things = indexed(view.knowledge, what, first, last)
    return view.template("index_of.html", what=what, things=things, sections=sections_of, address=Address)


def indexed(knowledge: Knowledge, what: str, first: str = "", last: str = "") -> list[RedFlag | Term | Page]:
    """What a list names, in its order: the things with names from one beginning to another, both included."""
    return between(INDEXED[what](knowledge), first, last)


def between(things: Iterable[T], first: str, last: str) -> list[T]:
    """The things with names from one beginning to another, both included."""
    return [thing for thing in things if within(name_of(thing), first.lower(), last.lower())]


def name_of(thing: RedFlag | Term | Page) -> str:
    """Under what a thing stands in a list, in small letters."""
    name = thing.sign if isinstance(thing, RedFlag) else thing.term if isinstance(thing, Term) else thing.front.title
    return name.lower()


def sections_of(page: Page) -> list[tuple[str, str]]:
    """The sections of a page that are its own, without its title: id and title."""
    return [(item.id, item.title) for item in page.sections[1:] if item.id not in _FURNITURE]


def flags_in_order(knowledge: Knowledge) -> list[RedFlag]:
    """Every red flag, the most urgent first."""
    order = list(Urgency)
    return sorted(knowledge.red_flags.values(), key=lambda flag: order.index(flag.urgency))


def _terms(knowledge: Knowledge) -> list[Term]:
    return sorted(knowledge.terms.values(), key=name_of)


def pages_in_order(knowledge: Knowledge) -> list[Page]:
    """Every page by its title."""
    return sorted(knowledge.pages.values(), key=name_of)


# What `index_of` can list.
INDEXED: dict[str, Callable[[Knowledge], Sequence[RedFlag | Term | Page]]] = {
    "red-flags": flags_in_order,
    "terms": _terms,
    "pages": pages_in_order,
}
