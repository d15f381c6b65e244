"""A question about signs asks red flags of one urgency, and its yes leads to a disposition that says what they say."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.checks.support import unknown
from scripts.compiling.compile import Compiled
from scripts.compiling.states import applying, path_to_state, states
from scripts.model.care import RedFlag
from scripts.model.pathway import Pathway, Question
from scripts.problems import Place, Problem


def check(compiled: Compiled) -> Iterator[Problem]:
    """Problems `unknown-red-flag`, `mixed-urgencies`, `sign-mismatch`, `unsure-elsewhere` and `sign-for-others`."""
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
            if question.signs and question.unsure_to and question.unsure_to != question.yes_to:
                found = f"not sure leads to '{question.unsure_to}', and yes to '{question.yes_to}'"
                yield place.problem(
                    question.id, "unsure-elsewhere", found, "the answer not sure to lead where yes leads"
                )
    yield from _others(compiled)


def _others(compiled: Compiled) -> Iterator[Problem]:
    """Signs that are asked of a person to whom they cannot apply."""
    flags = compiled.knowledge.red_flags
    for walks in compiled.walks.values():
        for state in states(walks):
            question = walks.pathway.questions.get(state.node)
            for name in sorted(set(question.signs) & flags.keys()) if question else ():
                if name not in applying(flags, state.who):
                    place = compiled.origins.place("node", state.node, "signs")
                    found = f"'{name}' after {walks.spelled(path_to_state(walks, state))}"
                    expected = f"signs that can apply there ({state.who})"
                    yield place.problem(f"{state.node}.signs", "sign-for-others", found, expected)


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
