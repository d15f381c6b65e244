"""Which pages use each claim, and at which address each thing is at home."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import TypeVar

from scripts.compiling.learning import items_of
from scripts.compiling.shows import claims_of, flags_of, protocols_of, sources_between
from scripts.model.knowledge import Address, Knowledge
from scripts.model.page import MacroCall, Page
from scripts.reading.kept import Kept

T = TypeVar("T")
Thing = tuple[str, str]  # kind and id


def uses(knowledge: Knowledge) -> dict[str, tuple[Address, ...]]:
    """For each claim, where pages outside the listings use it: page and section, each once."""
    found: dict[str, list[Address]] = {}
    for page, shown in _of_each_page(knowledge, _shown, _used):
        for claim, section in shown:
            found.setdefault(claim, []).append(Address(page.id, section))
    return {claim: tuple(places) for claim, places in found.items()}


def _used(page: Page, knowledge: Knowledge) -> list[tuple[str, str]]:
    """The claims that a page shows, each with the section: once, however often it stands there."""
    return list(
        dict.fromkeys((claim, call.section) for call in page.calls for claim in claims_of(call, page, knowledge))
    )


# Of each page what it shows and lists, and what all of them are made from: a live preview asks again for every page.
_shown: Kept[list[tuple[str, str]]] = Kept()
_things: Kept[list[Thing]] = Kept()
_evidence: Kept[object] = Kept()


def _of_each_page(
    knowledge: Knowledge, kept: Kept[T], make: Callable[[Page, Knowledge], T]
) -> Iterator[tuple[Page, T]]:
    """Each page with what is made of it; made anew where the page or anything that pages can show has changed."""
    parts = (
        knowledge.sources, knowledge.claims, knowledge.topics, knowledge.red_flags, knowledge.protocols,
        knowledge.document, knowledge.terms, knowledge.disagreements, knowledge.self_test, knowledge.pathways,
    )  # fmt: skip
    evidence = _evidence.get("", parts, object)
    for page in knowledge.pages.values():
        yield page, kept.get(page.id, (page, evidence), partial(make, page, knowledge))


def homes(knowledge: Knowledge) -> dict[Thing, Address]:
    """The address of every thing: the page that lists it, with an anchor made from its id.

    Where several pages show a thing, its home is the one that shows most of its kind; a patients' page comes last.
    """
    return {thing: addresses[0] for thing, addresses in places(knowledge).items()}


def places(knowledge: Knowledge) -> dict[Thing, tuple[Address, ...]]:
    """Every address at which a thing is listed in full; its home comes first."""
    listed: list[tuple[Page, list[Thing]]] = []
    for page, things in _of_each_page(knowledge, _things, _lists):
        listed.append((page, [("page", page.id), *things]))
    found: dict[Thing, dict[Address, None]] = {}
    for page, things in sorted(listed, key=lambda entry: (entry[0].for_patients, -len(entry[1]))):
        for kind, name in things:
            found.setdefault((kind, name), {})[Address(page.id, "" if kind == "page" else name)] = None
    return {thing: tuple(addresses) for thing, addresses in found.items()}


def _lists(page: Page, knowledge: Knowledge) -> list[Thing]:
    return [thing for call in page.calls for thing in _listed(call, knowledge)]


def _listed(call: MacroCall, knowledge: Knowledge) -> Iterator[Thing]:
    """What a call lists in full, once, with anchors."""
    if entry := _LISTINGS.get(call.name):
        kind, names = entry
        yield from ((kind, name) for name in names(call, knowledge))


def _ledger(call: MacroCall, knowledge: Knowledge) -> Iterable[str]:
    return [claim for topic in call.args for claim in knowledge.topics.get(str(topic), ())]


def _questions(call: MacroCall, knowledge: Knowledge) -> Iterable[str]:
    return [item.id for topic in call.args for item in items_of(str(topic), knowledge)]


def _trace(call: MacroCall, knowledge: Knowledge) -> Iterable[str]:
    document = knowledge.document
    return [item.id for item in document.items] if document and not call.args else []


def _nodes(call: MacroCall, knowledge: Knowledge) -> Iterable[str]:
    pathway = knowledge.pathways.get(str(call.args[0]) if call.args else "")
    return [node.id for node in pathway.nodes] if pathway else []


_LISTINGS: dict[str, tuple[str, Callable[[MacroCall, Knowledge], Iterable[str]]]] = {
    "ledger": ("claim", _ledger),
    "source_list": ("source", lambda call, knowledge: sources_between(knowledge, *map(str, call.args))),
    "glossary": ("term", lambda call, knowledge: knowledge.terms),
    "red_flags": ("red flag", lambda call, knowledge: [flag.id for flag in flags_of(call, knowledge.red_flags)]),
    "red_flag_evidence": ("red flag evidence", lambda call, knowledge: knowledge.red_flags),
    "protocols": ("protocol", lambda call, knowledge: [row.id for row in protocols_of(call, knowledge)]),
    "disagreement": ("disagreement", lambda call, knowledge: map(str, call.args)),
    "pathway": ("node", _nodes),
    "trace": ("statement", _trace),
    "self_test": ("question", _questions),
}
