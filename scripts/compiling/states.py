"""What is known at each step of a pathway: whom it is about, what was confirmed, which signs were denied."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise

from scripts.compiling.graph import parents, path_to
from scripts.compiling.walks import Step, Walks
from scripts.model.care import RedFlag
from scripts.model.pathway import Option
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


def states(walks: Walks) -> dict[State, frozenset[str]]:
    """Every state that some path reaches, with the signs that every path to it has denied."""
    waiting: dict[str, dict[State, frozenset[str]]] = {
        walks.pathway.head.start: {State(walks.pathway.head.start): frozenset()}
    }
    found: dict[State, frozenset[str]] = {}
    for name in walks.order:
        for state, denied in waiting.pop(name, {}).items():
            found[state] = denied
            question = walks.pathway.questions.get(name)
            for option in question.answers if question else ():
                said = denied | set(question.signs) if question and question.denies(option) else denied
                target = state.after(option)
                there = waiting.setdefault(option.to, {})
                there[target] = there[target] & said if target in there else said
    return found


def path_to_state(walks: Walks, state: State, without: Collection[str] = ()) -> list[Step]:
    """A path that ends in `state`, and that never denies a sign of `without`."""

    def successors(here: State) -> Iterator[State]:
        question = walks.pathway.questions.get(here.node)
        for option in question.answers if question else ():
            if question and not (question.denies(option) and set(without) & set(question.signs)):
                yield here.after(option)

    path = path_to(state, parents(State(walks.pathway.head.start), successors))
    steps = []
    for here, there in pairwise(path):
        question = walks.pathway.questions[here.node]
        steps.append((question, next(option for option in question.answers if here.after(option) == there)))
    return steps


def applying(flags: Mapping[str, RedFlag], who: AppliesTo | None) -> list[str]:
    """The ids of the red flags that can apply to a person; to one of whom nothing is known, all."""
    return [
        flag.id for flag in flags.values() if who in (None, AppliesTo.BOTH) or flag.applies_to in (AppliesTo.BOTH, who)
    ]
