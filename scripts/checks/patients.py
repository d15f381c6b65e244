"""A page for patients shows no claim that is held for clinical review, and no protocol that is marked weak."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.checks.support import calls
from scripts.compiling.compile import Compiled
from scripts.compiling.shows import claims_of
from scripts.problems import Problem


def check(compiled: Compiled) -> Iterator[Problem]:
    """Problems `held-claim` and `weak-protocol`."""
    knowledge = compiled.knowledge
    weak = {row.id for rows in knowledge.protocols.values() for row in rows if row.weak}
    for file, call, place in calls(compiled):
        if not file.page.for_patients:
            continue
        for name in claims_of(call, file.page, compiled.evidence):
            if name in knowledge.claims and knowledge.claims[name].held:
                yield place.problem(
                    f"{call.name}.{name}", "held-claim", "a claim held for clinical review", "another claim"
                )
        for row in call.args[1:] if call.name == "protocols" else ():
            if row in weak:
                yield place.problem(f"protocols.{row}", "weak-protocol", "a protocol marked weak", "another protocol")
