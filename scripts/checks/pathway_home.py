"""No path ends at home unless a clinician prescribed and taught it, it goes as planned, and every sign was denied."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.compiling.compile import Compiled
from scripts.compiling.states import State, applying, path_to_state, states
from scripts.compiling.walks import Walks
from scripts.model.vocabulary import Confirms, Level
from scripts.problems import Problem


def check(compiled: Compiled) -> Iterator[Problem]:
    """Problems `unconfirmed-home` and `unasked-sign`."""
    for walks in compiled.walks.values():
        at_home = {node.id for node in walks.pathway.dispositions.values() if node.level is Level.HOME}
        for state, denied in (states(walks) if at_home else {}).items():
            if state.node in at_home:
                yield from _home(compiled, walks, state, denied)


def _home(compiled: Compiled, walks: Walks, state: State, denied: frozenset[str]) -> Iterator[Problem]:
    place = compiled.origins.place("node", state.node)
    for missing in sorted(set(Confirms) - state.confirmed):
        path = walks.spelled(path_to_state(walks, state))
        expected = f"an answer before it that confirms '{missing}' ({missing.words})"
        yield place.problem(state.node, "unconfirmed-home", path, expected)
    for name in applying(compiled.knowledge.red_flags, state.who):
        if name not in denied:
            path = walks.spelled(path_to_state(walks, state, without=[name]))
            yield place.problem(state.node, "unasked-sign", path, f"a question before it that asks the sign '{name}'")
