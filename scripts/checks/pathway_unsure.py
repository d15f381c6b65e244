"""Not being sure never ends in a lower urgency than the most careful other answer to the same question."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.compiling.compile import Compiled
from scripts.problems import Problem


def check(compiled: Compiled) -> Iterator[Problem]:
    """Problem `unsure-lowers`: its least urgent end against the most urgent end of any other answer."""
    for walks in compiled.walks.values():
        for question in walks.asked:
            others = [option for option in question.answers if not option.unsure]
            for option in question.answers if others else ():
                careful = max(others, key=lambda other: walks.most[other.to].rank)
                if option.unsure and walks.least[option.to].rank < walks.most[careful.to].rank:
                    path = [*walks.before(question.id), (question, option), *walks.least_after(option.to)]
                    other = walks.spelled([(question, careful), *walks.most_after(careful.to)])
                    place = compiled.origins.place("node", question.id)
                    expected = f"an end at least as urgent as after every other answer: {other}"
                    yield place.problem(question.id, "unsure-lowers", walks.spelled(path), expected)
