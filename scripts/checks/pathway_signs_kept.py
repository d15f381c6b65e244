"""Yes to a red flag never ends in a lower urgency than that flag's, whatever the other answers are."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.compiling.compile import Compiled
from scripts.problems import Problem


def check(compiled: Compiled) -> Iterator[Problem]:
    """Problem `flag-lowered`."""
    flags = compiled.knowledge.red_flags
    for walks in compiled.walks.values():
        for question in walks.asked:
            signs = [flags[name] for name in question.signs if name in flags]
            for option in question.answers if signs else ():
                flag = max(signs, key=lambda sign: sign.urgency.rank)
                if question.affirms(option) and walks.least[option.to].rank < flag.urgency.rank:
                    path = [*walks.before(question.id), (question, option), *walks.least_after(option.to)]
                    place = compiled.origins.place("node", question.id)
                    expected = f"an end at least as urgent as '{flag.id}' ({flag.urgency})"
                    yield place.problem(question.id, "flag-lowered", walks.spelled(path), expected)
