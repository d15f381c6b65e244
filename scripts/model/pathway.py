"""Decision pathways: questions that lead on, and dispositions in which every path ends."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from pydantic import Field

from scripts.model.base import PagePlace, Slug, Text, Value
from scripts.model.vocabulary import AppliesTo, BasisKind, Confirms, Level, Urgency

# The answers to a question about signs.
YES, NO, NOT_SURE = "Yes, at least one", "No, none of these", "I am not sure"


class Option(Value):
    """An answer and the node that it leads to.

    `applies_to`: from here on the path is about such a person. `confirms`: what the reader has said to be so.
    `unsure`: the answer of a reader who does not know.
    """

    label: Text
    """The words of the answer."""
    to: Slug
    """The id of the question or disposition that it leads to."""
    applies_to: AppliesTo | None = None
    """From here on the path is about such a person."""
    confirms: Confirms | None = None
    """What the reader has said to be so."""
    unsure: bool = False
    """Whether it is the answer of a reader who does not know."""


class Question(Value):
    """One question: with `options` of its own, or about `signs`, which are red flags, answered yes, no or not sure.

    `known`: nobody can be unsure of the answer.
    """

    id: Slug
    """The id for ever."""
    text: Text
    """The question."""
    help: Text | None = None
    """A word of help."""
    known: bool = False
    """Whether nobody can be unsure."""
    signs: tuple[Slug, ...] = ()
    """Ids of the red flags that it asks about."""
    yes_to: Slug | None = None
    """Where yes to a sign leads."""
    no_to: Slug | None = None
    """Where no to every sign leads."""
    unsure_to: Slug | None = None
    """Where "not sure" leads."""
    options: tuple[Option, ...] = ()
    """Its own answers, where it is not about signs."""
    claims: tuple[Slug, ...] = ()
    """Ids of the claims that it rests on."""

    @property
    def answers(self) -> tuple[Option, ...]:
        """The options; those of a question about signs are the same everywhere."""
        ends = ((YES, self.yes_to, False), (NO, self.no_to, False), (NOT_SURE, self.unsure_to, True))
        return self.options + tuple(Option(label=label, to=to, unsure=unsure) for label, to, unsure in ends if to)

    def affirms(self, option: Option) -> bool:
        """Whether the answer says that one of the signs is there."""
        return bool(self.signs) and option.label == YES

    def denies(self, option: Option) -> bool:
        """Whether the answer says that none of the signs is there."""
        return bool(self.signs) and option.label == NO


class Disposition(Value):
    """The end of a path: how urgent, at which level of care, whom to ask and how soon, what to say, what to read.

    `timing`: whether a source gives the timeframe. `pages`: a page's id, or `page-id#section-id`.
    """

    id: Slug
    """The id for ever."""
    title: Text
    """What the path ends in."""
    urgency: Urgency
    """How urgent it is."""
    level: Level
    """Where care is given."""
    timeframe: Text
    """How soon, in words."""
    timing: BasisKind
    """Whether a source gives the timeframe."""
    whom: Text
    """Whom to ask."""
    say: tuple[Text, ...] = Field(min_length=1)
    """What to say there."""
    note: Text | None = None
    """What else to know."""
    pages: tuple[PagePlace, ...] = Field(min_length=1)
    """What to read: ids of pages, or page-id#section-id."""
    claims: tuple[Slug, ...] = ()
    """Ids of the claims that it rests on."""


Node = Question | Disposition


class Head(Value):
    """What a pathway says of itself, on the page that shows it whole; `start` is its first question."""

    title: Text
    """The title of the pathway."""
    start: Slug
    """The id of its first question."""
    emergency_page: Slug
    """The id of the only page that an emergency may lead to."""


class Part(Value):
    """The nodes of one pathway that a page owns."""

    pathway: Head | None = None
    questions: tuple[Question, ...] = ()
    dispositions: tuple[Disposition, ...] = ()


@dataclass(frozen=True)
class Pathway:
    """A whole pathway: `page` shows it, `owners` maps each node to the page that owns it.

    `questions` and `dispositions` stand in reading order: a question before those that it leads to.
    """

    id: str
    head: Head
    page: str
    questions: Mapping[str, Question]
    dispositions: Mapping[str, Disposition]
    owners: Mapping[str, str]

    def node(self, name: str) -> Node | None:
        """The question or disposition of that id, where there is one."""
        return self.questions.get(name) or self.dispositions.get(name)

    @property
    def nodes(self) -> tuple[Node, ...]:
        """Every question, then every disposition."""
        return (*self.questions.values(), *self.dispositions.values())

    @cached_property
    def signs(self) -> Mapping[str, tuple[str, ...]]:
        """For each node the red flags that it is about: those that it asks, or those whose yes leads to it."""
        found: dict[str, tuple[str, ...]] = {name: item.signs for name, item in self.questions.items()}
        for question in self.questions.values():
            if (end := question.yes_to) and end in self.dispositions:
                found[end] = tuple(dict.fromkeys((*found.get(end, ()), *question.signs)))
        return found

    @cached_property
    def marks(self) -> Mapping[str, str]:
        """How a reader is told of a node: a question by its number, a disposition by its letter."""
        numbers = {name: str(place) for place, name in enumerate(self.questions, 1)}
        return numbers | {name: _letter(place) for place, name in enumerate(self.dispositions)}


def _letter(place: int) -> str:
    """A to Z, then AA, AB and so on; `place` counts from 0."""
    letters = ""
    while place >= 0:
        place, letter = divmod(place, 26)
        letters = chr(ord("A") + letter) + letters
        place -= 1
    return letters
