"""What a macro call shows: known before anything is rendered, because the arguments are literals."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from scripts.compiling.learning import items_of, shown_claims
from scripts.model.care import Protocol, RedFlag
from scripts.model.knowledge import Knowledge
from scripts.model.page import MacroCall, Page
from scripts.model.pathway import Disposition, Node, Pathway
from scripts.model.span import within
from scripts.model.vocabulary import Urgency

_FILTERS = ("applies_to", "urgency", "context")
_Shows = Callable[[MacroCall, Page, Knowledge], Iterable[str]]


def claims_of(call: MacroCall, page: Page, knowledge: Knowledge) -> Iterable[str]:
    """The ids of the claims that a call shows; listings of everything (the ledger, the trace) show none."""
    show = _SHOWS.get(call.name)
    return show(call, page, knowledge) if show else ()


def flags_of(call: MacroCall, red_flags: Mapping[str, RedFlag]) -> list[RedFlag]:
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


def protocols_of(call: MacroCall, knowledge: Knowledge) -> list[Protocol]:
    """The rows that a call shows: all of its kind, or the named ones."""
    kind, names = (str(call.args[0]), call.args[1:]) if call.args else ("", ())
    return [row for row in knowledge.protocols.get(kind, ()) if not names or row.id in names]


def sources_between(knowledge: Knowledge, first: str = "", last: str = "") -> list[str]:
    """The sources of a part of the list: those with ids from one beginning to another, both included."""
    return [name for name in knowledge.sources if within(name, first, last)]


def node_claims(node: Node, pathway: Pathway, knowledge: Knowledge) -> list[str]:
    """The claims that a node rests on: its own, and those of its red flags that its page may show."""
    flags = [flag for name in pathway.signs.get(node.id, ()) if (flag := knowledge.red_flags.get(name))]
    basis = [name for flag in flags for name in flag.basis]
    page = knowledge.pages[pathway.page]
    return list(dict.fromkeys([*node.claims, *(claim.id for claim in knowledge.permitted(basis, page))]))


def pages_in_decision(knowledge: Knowledge) -> set[str]:
    """The pages that own a node of a pathway or are named by a disposition, without those that show a whole pathway."""
    found: set[str] = set()
    for pathway in knowledge.pathways.values():
        named = {name.partition("#")[0] for node in pathway.dispositions.values() for name in node.pages}
        found |= named | set(pathway.owners.values())
    return found - {pathway.page for pathway in knowledge.pathways.values()}


def _names(call: MacroCall) -> list[str]:
    return [argument for argument in call.args if isinstance(argument, str)]


def _cited(call: MacroCall, page: Page, knowledge: Knowledge) -> Iterable[str]:
    return _names(call)


def _first(call: MacroCall, page: Page, knowledge: Knowledge) -> Iterable[str]:
    return _names(call)[:1]


def _disagreement(call: MacroCall, page: Page, knowledge: Knowledge) -> Iterator[str]:
    for name in _names(call):
        if card := knowledge.disagreements.get(name):
            yield from (claim for position in card.positions for claim in position.claims)


def _protocols(call: MacroCall, page: Page, knowledge: Knowledge) -> Iterator[str]:
    for row in protocols_of(call, knowledge):
        if not page.for_patients or row.open_to_patients(knowledge.claims):
            yield from row.claims


def _red_flags(call: MacroCall, page: Page, knowledge: Knowledge) -> Iterator[str]:
    for flag in flags_of(call, knowledge.red_flags):
        yield from (claim.id for claim in knowledge.permitted(flag.basis, page))


def _comparison(call: MacroCall, page: Page, knowledge: Knowledge) -> Iterator[str]:
    for row in page.front.comparison.rows if page.front.comparison else ():
        for cell in row.cells.values():
            yield from (*(figure.claim for figure in cell.figures), *cell.claims)


def _plot(call: MacroCall, page: Page, knowledge: Knowledge) -> Iterator[str]:
    if plot := page.plot(str(call.args[0]) if call.args else ""):
        yield from (row.claim for row in plot.rows)


def _anatomy(call: MacroCall, page: Page, knowledge: Knowledge) -> Iterator[str]:
    yield from (claim for label in page.front.anatomy for claim in label.claims)


def _pathway(call: MacroCall, page: Page, knowledge: Knowledge) -> Iterator[str]:
    if pathway := knowledge.pathways.get(str(call.args[0]) if call.args else ""):
        for node in pathway.nodes:
            if cited(node):
                yield from node.claims


def cited(node: Node) -> bool:
    """Whether a node shows its claims where it stands: an emergency shows nothing that leads away."""
    return not (isinstance(node, Disposition) and node.urgency is Urgency.EMERGENCY)


def _self_test(call: MacroCall, page: Page, knowledge: Knowledge) -> Iterator[str]:
    for topic in _names(call):
        for item in items_of(topic, knowledge):
            yield from shown_claims(item, knowledge)


def _glossary(call: MacroCall, page: Page, knowledge: Knowledge) -> Iterator[str]:
    for term in knowledge.terms.values():
        yield from term.claims


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
    "pathway": _pathway,
    "outcome_plot": _plot,
    "pictograph": _first,
    "protocol_timeline": _protocols,
    "dilator_sizes": _cited,
    "anatomy_drawing": _anatomy,
    "self_test": _self_test,
}
