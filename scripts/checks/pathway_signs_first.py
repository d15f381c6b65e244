"""No path ends less urgently than a red flag that it never asked, if that needs help today or the pathway asks it."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.compiling.compile import Compiled
from scripts.compiling.states import applying, asks, path_to_state, states
from scripts.model.vocabulary import Level, Urgency
from scripts.problems import Problem


def check(compiled: Compiled) -> Iterator[Problem]:
    """Problem `skipped-sign`; before an end at home another rule wants every sign denied."""
    flags = compiled.knowledge.red_flags
    for walks in compiled.walks.values():
        somewhere = {name for question in walks.asked for name in question.signs}
        wanted = {
            name: flag for name, flag in flags.items() if name in somewhere or flag.urgency.rank >= Urgency.URGENT.rank
        }
        for state, asked in states(walks, asks).items():
            end = walks.pathway.dispositions.get(state.node)
            for name in applying(wanted, state.who) if end and end.level is not Level.HOME else ():
                if end and name not in asked and flags[name].urgency.rank > end.urgency.rank:
                    path = walks.spelled(path_to_state(walks, state, [name], asks))
                    place = compiled.origins.place("node", end.id)
                    expected = f"a question before it that asks the sign '{name}' ({flags[name].urgency})"
                    yield place.problem(end.id, "skipped-sign", path, expected)
