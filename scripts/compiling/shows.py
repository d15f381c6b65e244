"""What a macro call shows: known before anything is rendered, because the arguments are literals."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from scripts.compiling.evidence import Evidence
from scripts.model.care import Protocol, RedFlag
from scripts.model.page import MacroCall, Page

_FILTERS = ("applies_to", "urgency", "context")
_Shows = Callable[[MacroCall, Page, Evidence], Iterable[str]]


def claims_of(call: MacroCall, page: Page, evidence: Evidence) -> Iterator[str]:
    """The ids of the claims that a call shows; listings of everything (the ledger, the trace) show none."""
    if show := _SHOWS.get(call.name):
        yield from show(call, page, evidence)


def flags_of(call: MacroCall, red_flags: dict[str, RedFlag]) -> list[RedFlag]:
    """The red flags that a call shows with their evidence: the named ones, or those that its filters keep."""
    if call.name == "care_card":
        return [red_flags[name] for name in _names(call) if name in red_flags]
    if call.options.get("brief"):
        return []
    filters = {name: call.options[name] for name in _FILTERS if name in call.options}
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


def protocols_of(call: MacroCall, evidence: Evidence) -> list[Protocol]:
    """The rows that a call shows: all of its kind, or the named ones."""
    kind, names = (str(call.args[0]), call.args[1:]) if call.args else ("", ())
    return [row for row in evidence.protocols.get(kind, ()) if not names or row.id in names]


def _names(call: MacroCall) -> list[str]:
    return [argument for argument in call.args if isinstance(argument, str)]


def _cited(call: MacroCall, page: Page, evidence: Evidence) -> Iterable[str]:
    return _names(call)


def _first(call: MacroCall, page: Page, evidence: Evidence) -> Iterable[str]:
    return _names(call)[:1]


def _disagreement(call: MacroCall, page: Page, evidence: Evidence) -> Iterator[str]:
    for name in _names(call):
        if card := evidence.disagreements.get(name):
            yield from (claim for position in card.positions for claim in position.claims)


def _protocols(call: MacroCall, page: Page, evidence: Evidence) -> Iterator[str]:
    for row in protocols_of(call, evidence):
        if not page.for_patients or row.open_to_patients(evidence.claims):
            yield from row.claims


def _red_flags(call: MacroCall, page: Page, evidence: Evidence) -> Iterator[str]:
    for flag in flags_of(call, evidence.red_flags):
        yield from _permitted(flag.basis, page, evidence)


def _comparison(call: MacroCall, page: Page, evidence: Evidence) -> Iterator[str]:
    for row in page.front.comparison.rows if page.front.comparison else ():
        for cell in row.cells.values():
            yield from (*(figure.claim for figure in cell.figures), *cell.claims)


def _glossary(call: MacroCall, page: Page, evidence: Evidence) -> Iterator[str]:
    for term in evidence.terms.values():
        yield from term.claims


def _permitted(claims: Iterable[str], page: Page, evidence: Evidence) -> Iterator[str]:
    """The claims that this page may show: lists leave out, for patients, what is held for review."""
    for name in claims:
        claim = evidence.claims.get(name)
        if not (page.for_patients and claim and claim.held):
            yield name


_SHOWS: dict[str, _Shows] = {
    "cite": _cited,
    "claim": _first,
    "figure": _first,
    "disagreement": _disagreement,
    "protocols": _protocols,
    "red_flags": _red_flags,
    "care_card": _red_flags,
    "compare": _comparison,
    "glossary": _glossary,
}
