"""Every question of the self-test has one right answer, and wrong ones that the data show to be wrong."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.checks.support import unknown
from scripts.compiling.compile import Compiled
from scripts.compiling.learning import own_claims, topic_of
from scripts.model.learning import Asked, Item, OrderItem
from scripts.problems import Problem
from scripts.rendering.learning.macros import question_of
from scripts.rendering.learning.question import QuestionError


def check(compiled: Compiled) -> Iterator[Problem]:
    """Problems `unknown-claim`, `unknown-topic`, `unfair-question` and `repeated-question`."""
    asked: dict[tuple[object, ...], str] = {}
    for item in compiled.knowledge.self_test.values():
        yield from _ids(compiled, item)
        if all(name in compiled.knowledge.claims for name in _claims(item)):
            yield from _unfair(compiled, item)
        key = _what(item)
        if key in asked:
            place = compiled.origins.place("question", item.id)
            found = f"what '{asked[key]}' asks too"
            yield place.problem(item.id, "repeated-question", found, "each thing asked once in a way")
        asked.setdefault(key, item.id)


def _ids(compiled: Compiled, item: Item) -> Iterator[Problem]:
    knowledge, place = compiled.knowledge, compiled.origins.place("question", item.id)
    yield from unknown(compiled, "claim", _claims(item), knowledge.claims, place, item.id)
    if not own_claims(item):
        yield from unknown(compiled, "topic", [topic_of(item, knowledge)], knowledge.topics, place, item.id)


def _claims(item: Item) -> list[str]:
    """Every claim that a question names: those that it asks about, and those of its wrong answers."""
    marks = [*getattr(item, "others", ()), *filter(None, [getattr(item, "instead", None)])]
    return [*own_claims(item), *(mark.claim for mark in marks if mark.claim)]


def _unfair(compiled: Compiled, item: Item) -> Iterator[Problem]:
    try:
        question_of(compiled.knowledge, item)
    except QuestionError as error:
        place = compiled.origins.place("question", item.id)
        yield place.problem(item.id, "unfair-question", error.found, error.expected)


def _what(item: Item) -> tuple[object, ...]:
    """What a question asks, so that nothing is asked twice in one way."""
    if isinstance(item, Asked):
        return type(item), item.mark
    if isinstance(item, OrderItem):
        return type(item), item.pathway, frozenset(item.steps)
    step = (getattr(item, name, None) for name in ("pathway", "question", "answer", "sign"))
    return type(item), *sorted(own_claims(item)), *step
