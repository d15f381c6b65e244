"""A small knowledge base changed in memory, and its macros as a page calls them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from scripts.model.base import Value
from scripts.model.care import Protocol, RedFlag
from scripts.model.claim import Claim
from scripts.model.knowledge import Address, Knowledge
from scripts.model.source import Source
from scripts.model.term import Disagreement, Term
from scripts.rendering.registry import MACROS
from scripts.rendering.view import View
from tests.markup import Element, parse

V = TypeVar("V", bound=Value)
CLINICIANS, PATIENTS = "techniques", "red-flags"  # pages of the small knowledge base


def view_of(knowledge: Knowledge, page: str = CLINICIANS) -> View:
    """A page at the moment at which its first macro is called."""
    return View(knowledge, knowledge.pages[page])


def written(view: View, macro: str, *args: object, **options: object) -> str:
    """What a macro writes into a page."""
    return str(MACROS[macro](view, *args, **options))


def shown(view: View, macro: str, *args: object, **options: object) -> Element:
    """What a macro writes, as a tree."""
    return parse(written(view, macro, *args, **options))


def changed(value: V, **fields: object) -> V:
    """A copy of a value with other fields, checked as data from a file would be."""
    return type(value).model_validate({**value.model_dump(by_alias=True), **fields}, strict=False)


def with_things(
    knowledge: Knowledge,
    claims: Iterable[Claim] = (),
    sources: Iterable[Source] = (),
    red_flags: Iterable[RedFlag] = (),
    protocols: Iterable[Protocol] = (),
    terms: Iterable[Term] = (),
    disagreements: Iterable[Disagreement] = (),
) -> Knowledge:
    """The knowledge with things added (or put in the place of those with their ids), each with a home."""
    homes = {
        **{("claim", item.id): Address("ledger", item.id) for item in claims},
        **{("source", item.id): Address("sources", item.id) for item in sources},
        **{("protocol", item.id): Address("techniques", item.id) for item in protocols},
        **{("red flag", item.id): Address("red-flags", item.id) for item in red_flags},
        **{("red flag evidence", item.id): Address("red-flag-evidence", item.id) for item in red_flags},
        **{("term", item.id): Address("glossary", item.id) for item in terms},
        **{("disagreement", item.id): Address("disagreements", item.id) for item in disagreements},
    }
    rows = {item.id: item for item in [*knowledge.protocols["adult-home"], *protocols]}
    return replace(
        knowledge,
        claims={**knowledge.claims, **{item.id: item for item in claims}},
        sources={**knowledge.sources, **{item.id: item for item in sources}},
        references={**{item.id: f"Reference {item.id}." for item in sources}, **knowledge.references},
        red_flags={**knowledge.red_flags, **{item.id: item for item in red_flags}},
        protocols={**knowledge.protocols, "adult-home": tuple(rows.values())},
        terms={**knowledge.terms, **{item.id: item for item in terms}},
        disagreements={**knowledge.disagreements, **{item.id: item for item in disagreements}},
        homes={**knowledge.homes, **homes},
    )
