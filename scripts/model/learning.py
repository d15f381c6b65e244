"""What a trainee is asked: an editor's choice of claims and words, never of figures; and the last release."""

from __future__ import annotations

import datetime

from pydantic import Field

from scripts.model.base import Slug, Text, Value

# Where the flashcards lie, below the site's root: as a deck for Anki, and as a table.
DECK, TABLE = "downloads/flashcards.apkg", "downloads/flashcards.csv"


class Mark(Value):
    """Where a figure or a word stands: a measure of a claim by its marks, or a phrase of the claim's statement.

    `claim` may be left out where the question's own claim is meant.
    """

    claim: Slug | None = None
    outcome: Slug | None = None
    arm: Text | None = None
    timepoint: Text | None = None
    phrase: Text | None = None


class Asked(Value):
    """What all questions on one claim share: its id for ever, the claim, and the marks of what is asked."""

    id: Slug
    claim: Slug
    outcome: Slug | None = None
    arm: Text | None = None
    timepoint: Text | None = None
    phrase: Text | None = None

    @property
    def mark(self) -> Mark:
        """Where the right answer stands."""
        return Mark(claim=self.claim, outcome=self.outcome, arm=self.arm, timepoint=self.timepoint, phrase=self.phrase)


class FigureItem(Asked):
    """Which figure: wrong ones are found by rule, or are the `others`, which are figures of claims too."""

    stem: Text
    others: tuple[Mark, ...] = ()


class StatementItem(Asked):
    """True or not: `says` holds {figure} or {design}; `instead` is the figure or the design that makes it untrue."""

    says: Text
    instead: Mark | None = None


class WordsItem(Asked):
    """Which words: a phrase of the claim's statement, among phrases of other statements."""

    stem: Text
    phrase: Text
    others: tuple[Mark, ...] = Field(min_length=2)


class Pair(Value):
    """A claim in a few words of ours, without its design."""

    claim: Slug
    says: Text


class MatchItem(Value):
    """Match each claim and its kind of evidence; the designs are all different."""

    id: Slug
    pairs: tuple[Pair, ...] = Field(min_length=3)


class OrderItem(Value):
    """Put questions of a pathway into the order in which it asks them; `steps` may stand in any order."""

    id: Slug
    topic: Slug
    stem: Text
    pathway: Slug
    steps: tuple[Slug, ...] = Field(min_length=3)


class CaseItem(Value):
    """What would you do: the card to which an `answer` to a question of a pathway leads, or yes to a `sign` of it."""

    id: Slug
    topic: Slug
    stem: Text
    pathway: Slug
    question: Slug
    answer: Text | None = None
    sign: Slug | None = None


Item = FigureItem | StatementItem | WordsItem | MatchItem | OrderItem | CaseItem


class Release(Value):
    """The last release: its version, its day, and a digest of every claim as it stood."""

    version: Text
    day: datetime.date
    claims: dict[Slug, Text]
