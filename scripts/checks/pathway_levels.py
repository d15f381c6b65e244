"""How urgent the end of a path is agrees with where the care is given, and with how soon it says that it is due."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.compiling.compile import Compiled
from scripts.model.vocabulary import Level, Urgency
from scripts.problems import Problem

# The urgencies of which each goes with one level of care, and that level with it alone.
_PAIRS = {Urgency.EMERGENCY: Level.EMERGENCY, Urgency.URGENT: Level.SAME_DAY, Urgency.NONE: Level.HOME}


def check(compiled: Compiled) -> Iterator[Problem]:
    """Problems `urgency-level` and `urgency-timeframe`."""
    for pathway in compiled.knowledge.pathways.values():
        for node in pathway.dispositions.values():
            for urgency, level in _PAIRS.items():
                if (node.urgency is urgency) != (node.level is level):
                    place = compiled.origins.place("node", node.id, "level")
                    found = f"urgency {node.urgency} with level {node.level}"
                    expected = f"urgency {urgency} and level {level} together, or neither"
                    yield place.problem(f"{node.id}.level", "urgency-level", found, expected)
    yield from _timeframes(compiled)


def _timeframes(compiled: Compiled) -> Iterator[Problem]:
    """Ends that are due as soon as a sign or another end that is more or less urgent."""
    known = {flag.timeframe: (flag.id, flag.urgency) for flag in compiled.knowledge.red_flags.values()}
    for pathway in compiled.knowledge.pathways.values():
        for node in pathway.dispositions.values():
            other, urgency = known.setdefault(node.timeframe, (node.id, node.urgency))
            if node.urgency is not urgency:
                place = compiled.origins.place("node", node.id, "timeframe")
                found = f"{node.urgency} and '{node.timeframe}', but '{other}' is {urgency} with the same words"
                yield place.problem(f"{node.id}.timeframe", "urgency-timeframe", found, "one urgency for one time")
