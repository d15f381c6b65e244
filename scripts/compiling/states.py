"""What is known at each step of a pathway: whom it is about, what was confirmed, which signs were denied."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise

from scripts.compiling.graph import parents, path_to
from scripts.compiling.walks import Step, Walks
from scripts.model.care import RedFlag
from scripts.model.pathway import Option, Question
from scripts.model.vocabulary import AppliesTo, Confirms


@dataclass(frozen=True)
class State:
    """A node with what the answers before it have said."""

    node: str
    who: AppliesTo | None = None
    confirmed: frozenset[Confirms] = frozenset()

    def after(self, option: Option) -> State:
        """The state that an answer leads to."""
        confirmed = self.confirmed | {option.confirms} if option.confirms else self.confirmed
        return replace(self, node=option.to, who=option.applies_to or self.who, confirmed=frozenset(confirmed))


Counts = Callable[[Question, Option], bool]


def asks(question: Question, option: Option) -> bool:
    """Whether an answer says anything of the signs of its question."""
    return bool(question.signs)


def states(walks: Walks, counts: Counts = Question.denies) -> dict[State, frozenset[str]]:
    """Every state that some path reaches, with the signs that every path to it has denied (or, by `asks`, asked)."""
    waiting: dict[str, dict[State, frozenset[str]]] = {
        walks.pathway.head.start: {State(walks.pathway.head.start): frozenset()}
    }
    found: dict[State, frozenset[str]] = {}
    for name in walks.order:
        for state, denied in waiting.pop(name, {}).items():
            found[state] = denied
            question = walks.pathway.questions.get(name)
            for option in question.answers if question else ():
                said = denied | set(question.signs) if question and counts(question, option) else denied
                target = state.after(option)
                there = waiting.setdefault(option.to, {})
                there[target] = there[target] & said if target in there else said
    return found


def path_to_state(
    walks: Walks, state: State, without: Collection[str] = (), counts: Counts = Question.denies
) -> list[Step]:
    """A path that ends in `state`, and that never denies (or, by `asks`, never asks) a sign of `without`."""

    def answers(here: State) -> list[Step]:
        question = walks.pathway.questions.get(here.node)
        steps = [(question, option) for option in question.answers] if question else []
        return [step for step in steps if not (counts(*step) and set(without) & set(step[0].signs))]

    start = State(walks.pathway.head.start)
    path = path_to(state, parents(start, lambda here: [here.after(option) for _, option in answers(here)]))
    return [next(step for step in answers(here) if here.after(step[1]) == there) for here, there in pairwise(path)]


def applying(flags: Mapping[str, RedFlag], who: AppliesTo | None) -> list[str]:
    """The ids of the red flags that can apply to a person; to one of whom nothing is known, all."""
    return [
        flag.id for flag in flags.values() if who in (None, AppliesTo.BOTH) or flag.applies_to in (AppliesTo.BOTH, who)
    ]
