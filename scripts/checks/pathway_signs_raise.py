"""Changing any answer about a red flag from no to yes never lowers the urgency."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.compiling.compile import Compiled
from scripts.problems import Problem


def check(compiled: Compiled) -> Iterator[Problem]:
    """Problem `yes-lowers`: the least urgent end after yes against the most urgent end after no."""
    for walks in compiled.walks.values():
        for question in walks.asked:
            yes = [option for option in question.answers if question.affirms(option)]
            for no in [option for option in question.answers if question.denies(option)]:
                for option in yes:
                    if walks.least[option.to].rank < walks.most[no.to].rank:
                        path = [*walks.before(question.id), (question, option), *walks.least_after(option.to)]
                        other = walks.spelled([(question, no), *walks.most_after(no.to)])
                        place = compiled.origins.place("node", question.id)
                        expected = f"an end at least as urgent as after no: {other}"
                        yield place.problem(question.id, "yes-lowers", walks.spelled(path), expected)
