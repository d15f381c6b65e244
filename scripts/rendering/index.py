"""Lists of everything, for the page on which a reader without JavaScript searches."""

from __future__ import annotations

from collections.abc import Callable

from markupsafe import Markup

from scripts.model.care import RedFlag
from scripts.model.knowledge import Address, Knowledge
from scripts.model.page import Page
from scripts.model.term import Term
from scripts.model.vocabulary import Urgency
from scripts.rendering.view import View

_FURNITURE = frozenset({"see-also", "references", "in-the-decision"})  # sections that many pages end with


def index_of(view: View, what: str) -> Markup:
    """A list of links to every red flag, every term, or every page with its sections."""
    return view.template(
        "index_of.html", what=what, things=INDEXED[what](view.knowledge), sections=sections_of, address=Address
    )


def sections_of(page: Page) -> list[tuple[str, str]]:
    """The sections of a page that are its own, without its title: id and title."""
    return [(item.id, item.title) for item in page.sections[1:] if item.id not in _FURNITURE]


def _red_flags(knowledge: Knowledge) -> list[RedFlag]:
    order = list(Urgency)
    return sorted(knowledge.red_flags.values(), key=lambda flag: order.index(flag.urgency))


def _terms(knowledge: Knowledge) -> list[Term]:
    return sorted(knowledge.terms.values(), key=lambda term: term.term.lower())


def _pages(knowledge: Knowledge) -> list[Page]:
    return sorted(knowledge.pages.values(), key=lambda page: page.front.title.lower())


# What `index_of` can list.
INDEXED: dict[str, Callable[[Knowledge], list[RedFlag] | list[Term] | list[Page]]] = {
    "red-flags": _red_flags,
    "terms": _terms,
    "pages": _pages,
}
