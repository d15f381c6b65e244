"""Every statement and question of the source document is carried by a page; every claim has a home in the ledger."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.checks.support import calls
from scripts.compiling.compile import Compiled
from scripts.problems import Place, Problem
from scripts.rendering.index import INDEXED, indexed, name_of

# What must be shown in full somewhere, and the macro that does it.
_LISTINGS = {
    "claim": "ledger", "source": "source_list", "term": "glossary", "red flag": "red_flags",
    "red flag evidence": "red_flag_evidence", "protocol": "protocols", "disagreement": "disagreement",
    "statement": "trace", "node": "pathway", "question": "self_test",
}  # fmt: skip


def check(compiled: Compiled) -> Iterator[Problem]:
    """Problems `uncovered-statement`, `not-listed` and `not-indexed`."""
    knowledge = compiled.knowledge
    covered = {name for page in knowledge.pages.values() for names in page.front.covers.values() for name in names}
    for item in knowledge.statements:
        if item.id not in covered:
            place = compiled.origins.place("statement", item.id)
            yield place.problem(
                item.id, "uncovered-statement", "no page that carries it", "its id in some page's covers"
            )
    for kind, name in compiled.origins.table:
        if kind in _LISTINGS:
            for listed in (kind, "red flag evidence") if kind == "red flag" else (kind,):
                if (listed, name) not in knowledge.homes:
                    place = compiled.origins.place(kind, name)
                    found = f"a {kind} that no page lists in full"
                    yield place.problem(name, "not-listed", found, f"{{{{ {_LISTINGS[listed]}(...) }}}} on a page")
    yield from _left_out(compiled)


def _left_out(compiled: Compiled) -> Iterator[Problem]:
    """What lies in no part of a list that is spread over several calls of `index_of`."""
    spans: dict[str, list[tuple[Place, list[str]]]] = {}
    for _, call, place in calls(compiled):
        if call.name == "index_of" and call.args and call.args[0] in INDEXED:
            spans.setdefault(str(call.args[0]), []).append((place, [str(bound) for bound in call.args[1:3]]))
    for what, parts in spans.items():
        shown = {thing.id for _, span in parts for thing in indexed(compiled.knowledge, what, *span)}
        for thing in INDEXED[what](compiled.knowledge):
            if thing.id not in shown:
                found = f"'{name_of(thing)}' in no part of this list"
                yield parts[-1][0].problem("index_of", "not-indexed", found, "parts that leave nothing out")
