"""Every path of a pathway ends in a disposition after at most twelve questions."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.compiling.compile import Compiled
from scripts.problems import Problem

MOST = 12


def check(compiled: Compiled) -> Iterator[Problem]:
    """Problem `long-path`."""
    for walks in compiled.walks.values():
        start = walks.pathway.head.start
        if walks.length[start] > MOST:
            place = compiled.origins.place("node", start)
            found = f"{walks.length[start]} questions: {walks.spelled(walks.longest())}"
            yield place.problem(start, "long-path", found, f"at most {MOST}")
