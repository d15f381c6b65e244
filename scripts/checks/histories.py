"""Every claim that differs from the last release says what changed and why, and no other claim does."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.checks.support import unknown
from scripts.compiling.compile import Compiled
from scripts.compiling.learning import changed_since
from scripts.problems import Problem

_MEND = "an entry in docs/evidence/history.yml, for the version to come"


def check(compiled: Compiled) -> Iterator[Problem]:
    """Problems `unexplained-change`, `needless-change`, `change-order` and `unknown-claim`."""
    knowledge, place = compiled.knowledge, compiled.origins.place
    histories = dict(knowledge.lasting.changes)
    released = {item.version for item in knowledge.lasting.publications}
    before = knowledge.released.claims if knowledge.released else {}
    changed = {name for name in changed_since(knowledge) if name in before}
    for name in sorted(changed):
        if not any(change.version not in released for change in histories.get(name, ())):
            found = f"a claim that differs from version {knowledge.released.version}"  # type: ignore[union-attr]
            yield place("claim", name).problem(name, "unexplained-change", found, _MEND)
    known = {*knowledge.claims, *before, *knowledge.lasting.histories()}
    for name, changes in histories.items():
        yield from unknown(compiled, "claim", [name], known, place("history", name), name)
        for at, change in enumerate(changes):
            where = place("history", name, at)
            if change.version not in released and name in known - changed:
                found = f"a change for version {change.version} of a claim that is as it was released, or new"
                yield where.problem(name, "needless-change", found, "changes only of what was released")
            if at and change.date < changes[at - 1].date:
                found = f"{change.date} after {changes[at - 1].date}"
                yield where.problem(name, "change-order", found, "the oldest first")
