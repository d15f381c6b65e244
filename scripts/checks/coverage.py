"""Every statement and question of the source document is carried by a page; every claim has a home in the ledger."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.compiling.compile import Compiled
from scripts.problems import Problem

# What must be shown in full somewhere, and the macro that does it.
_LISTINGS = {
    "claim": "ledger", "source": "source_list", "term": "glossary", "red flag": "red_flags",
    "red flag evidence": "red_flag_evidence", "protocol": "protocols", "disagreement": "disagreement",
    "statement": "trace", "node": "pathway", "question": "self_test",
}  # fmt: skip


def check(compiled: Compiled) -> Iterator[Problem]:
    """Problems `uncovered-statement` and `not-listed`."""
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
