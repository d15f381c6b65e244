"""Which claims each page uses, and at which address each thing is at home."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar

from scripts.compiling.evidence import Evidence
from scripts.model.care import RedFlag
from scripts.model.knowledge import Address
from scripts.model.page import MacroCall, Page

T = TypeVar("T")


def claims_of(call: MacroCall, page: Page, evidence: Evidence) -> Iterator[str]:
    """The ids of the claims that a macro call shows; listings of everything (the ledger, the trace) show none."""
    names = [argument for argument in call.args if isinstance(argument, str)]
    if call.name == "cite":
        yield from names
    elif call.name in ("figure", "claim"):
        yield from names[:1]
    elif call.name == "disagreement":
        for position in (p for name in names for d in _known(evidence.disagreements, name) for p in d.positions):
            yield from position.claims
    elif call.name == "protocols":
        for protocol in (p for name in names for p in evidence.protocols.get(name, ())):
            if not (page.for_patients and protocol.weak):
                yield from _shown(protocol.claims, page, evidence)
    elif call.name in ("red_flags", "care_card"):
        for flag in flags_of(call, evidence.red_flags):
            yield from _shown(flag.basis, page, evidence)
    elif call.name == "compare" and page.front.comparison:
        for row in page.front.comparison.rows:
            for cell in row.cells.values():
                yield from (*(figure.claim for figure in cell.figures), *cell.claims)
    elif call.name == "glossary":
        for term in evidence.terms.values():
            yield from term.claims


def flags_of(call: MacroCall, red_flags: dict[str, RedFlag]) -> list[RedFlag]:
    """The red flags that a call with evidence shows: the named ones, or those that its filters keep."""
    if call.name == "care_card":
        return [flag for name in call.args if isinstance(name, str) for flag in _known(red_flags, name)]
    if call.options.get("brief"):
        return []
    filters = {name: call.options[name] for name in ("applies_to", "urgency", "context") if name in call.options}
    return filter_flags(red_flags.values(), **filters)


def filter_flags(
    flags: Iterable[RedFlag],
    applies_to: object = None,
    urgency: object = None,
    context: object = None,
    brief: object = False,
) -> list[RedFlag]:
    """The flags for whom, how urgent and when; `brief` keeps those with a short form."""
    return [
        flag
        for flag in flags
        if (applies_to is None or flag.applies_to in ("both", applies_to))
        and (urgency is None or flag.urgency == urgency)
        and (context is None or flag.context == context)
        and (not brief or flag.short)
    ]


def uses(pages: Iterable[Page], evidence: Evidence) -> dict[str, tuple[Address, ...]]:
    """For each claim, where pages outside the listings use it: page and section, each once."""
    found: dict[str, dict[Address, None]] = {}
    for page in pages:
        for call in page.calls:
            for claim in claims_of(call, page, evidence):
                found.setdefault(claim, {})[Address(page.id, call.section)] = None
    return {claim: tuple(places) for claim, places in found.items()}


def homes(pages: Iterable[Page], evidence: Evidence) -> dict[tuple[str, str], Address]:
    """The address of every thing: the page that lists it, with an anchor made from its id.

    Where several pages show a thing, its home is the one that shows most of its kind; a patients' page comes last.
    """
    listed: list[tuple[Page, list[tuple[str, str]]]] = []
    for page in pages:
        things = [thing for call in page.calls for thing in _listed(call, evidence)]
        listed.append((page, [("page", page.id), *things]))
    found: dict[tuple[str, str], Address] = {}
    for page, things in sorted(listed, key=lambda entry: (entry[0].for_patients, -len(entry[1]))):
        for kind, name in things:
            found.setdefault((kind, name), Address(page.id, "" if kind == "page" else name))
    return found


def _listed(call: MacroCall, evidence: Evidence) -> Iterator[tuple[str, str]]:
    """What a call lists in full, once, with anchors."""
    document = evidence.document
    everything: dict[str, tuple[str, Iterable[str]]] = {
        "source_list": ("source", evidence.sources),
        "glossary": ("term", evidence.terms),
        "red_flag_evidence": ("red flag evidence", evidence.red_flags),
    }
    if call.name == "ledger":
        yield from (("claim", claim) for name in call.args for claim in evidence.topics.get(str(name), ()))
    elif call.name == "disagreement":
        yield from (("disagreement", str(name)) for name in call.args)
    elif call.name == "protocols":
        yield from (("protocol", row.id) for name in call.args for row in evidence.protocols.get(str(name), ()))
    elif call.name == "red_flags":
        yield from (("red flag", flag.id) for flag in flags_of(call, evidence.red_flags))
    elif call.name == "trace" and not call.args and document:
        yield from (("statement", item.id) for item in (*document.statements, *document.questions))
    elif call.name in everything:
        kind, names = everything[call.name]
        yield from ((kind, name) for name in names)


def _shown(claims: Iterable[str], page: Page, evidence: Evidence) -> Iterator[str]:
    """The claims that this page may show: patients see none that is held for review."""
    for name in claims:
        claim = evidence.claims.get(name)
        if not (page.for_patients and claim and claim.held):
            yield name


def _known(table: dict[str, T], name: str) -> list[T]:
    return [table[name]] if name in table else []
