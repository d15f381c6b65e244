"""A question about signs asks red flags of one urgency, and its yes leads to a disposition that says what they say."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.checks.support import unknown
from scripts.compiling.compile import Compiled
from scripts.model.care import RedFlag
from scripts.model.pathway import Pathway, Question
from scripts.problems import Place, Problem


def check(compiled: Compiled) -> Iterator[Problem]:
    """Problems `unknown-red-flag`, `mixed-urgencies` and `sign-mismatch`."""
    known = compiled.knowledge.red_flags
    for pathway in compiled.knowledge.pathways.values():
        for question in pathway.questions.values():
            place = compiled.origins.place("node", question.id, "signs")
            yield from unknown(compiled, "red flag", question.signs, known, place, f"{question.id}.signs")
            flags = [known[name] for name in question.signs if name in known]
            if urgencies := {flag.urgency: flag.id for flag in flags}:
                if len(urgencies) > 1:
                    found = ", ".join(f"'{name}' is {urgency}" for urgency, name in urgencies.items())
                    yield place.problem(f"{question.id}.signs", "mixed-urgencies", found, "signs of one urgency")
                yield from _answer(pathway, question, flags, place)


def _answer(pathway: Pathway, question: Question, flags: list[RedFlag], place: Place) -> Iterator[Problem]:
    """What the disposition after yes says, against what the red flags say; a question there is left to other rules."""
    if end := pathway.dispositions.get(question.yes_to or ""):
        flag = max(flags, key=lambda item: item.urgency.rank)
        times = {item.timeframe for item in flags}
        if end.urgency is not flag.urgency:
            found = f"'{end.id}' is {end.urgency}, and the sign '{flag.id}' is {flag.urgency}"
            yield place.problem(question.id, "sign-mismatch", found, "the urgency of the signs")
        elif len(times) == 1 and end.timeframe not in times:
            found = f"'{end.id}' says '{end.timeframe}', and its signs say '{flag.timeframe}'"
            yield place.problem(question.id, "sign-mismatch", found, "the timeframe of the signs")
