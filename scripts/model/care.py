"""Red flags and home protocols."""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import Field, field_validator
from pydantic_core import PydanticCustomError

from scripts.model.base import Slug, Text, Value
from scripts.model.claim import Claim
from scripts.model.vocabulary import FLAGGED, AppliesTo, BasisKind, Context, Support, Urgency


class RedFlag(Value):
    """A sign in patients' words that needs prompt care, with the claims behind it.

    `short`: the sign in a few words, for the box at the head of patients' pages; only the gravest have it.
    `disagreement`: what other sources say.
    """

    id: Slug
    """The id for ever."""
    sign: Text
    """The sign, in patients' words."""
    short: Text | None = None
    """The sign in a few words; only the gravest have it."""
    applies_to: AppliesTo
    """To whom it applies."""
    context: Context
    """When it applies."""
    urgency: Urgency
    """How urgent it is."""
    timeframe: Text
    """How soon, in words."""
    action: Text
    """What to do."""
    basis: tuple[Slug, ...] = Field(min_length=1)
    """Ids of the claims behind it."""
    basis_kind: BasisKind
    """Whether a source gives this timing, or it is our own precaution."""
    disagreement: Text | None = None
    """What other sources say."""

    @field_validator("urgency", mode="before")
    @classmethod
    def _flagged(cls, value: object) -> object:
        if value not in FLAGGED:
            *first, last = map(repr, map(str, FLAGGED))
            raise PydanticCustomError("enum", "not an urgency", {"expected": f"{', '.join(first)} or {last}"})
        return value


class Protocol(Value):
    """One home protocol as its source tells it; `id` is the source's citekey. A restatement, not evidence."""

    id: Slug
    """The id of its source."""
    who: Text
    """Whose it is."""
    country: Text | None = None
    """The country."""
    indication: Text | None = None
    """What it is for."""
    route: Text | None = None
    """Where it is used."""
    start: Text | None = None
    """When it begins."""
    start_after: Text | None = None
    """After what it begins."""
    sizes_mm: Text | None = None
    """Widths of what is used. Unit: mm."""
    minutes_per_session: Text | None = None
    """Length of a session. Unit: minutes."""
    passes_and_dwell: Text | None = None
    """How often it is passed, and how long it stays."""
    times_per_day: Text | None = None
    """Sessions a day. Unit: per day."""
    sessions_per_week: Text | None = None
    """Sessions a week. Unit: per week."""
    size_step: Text | None = None
    """By how much the size grows."""
    progression: Text | None = None
    """When the size grows."""
    goal_size_rule: Text | None = None
    """Which size is the goal."""
    duration_weeks: Text | None = None
    """How long in all. Unit: weeks."""
    taper: Text | None = None
    """How it ends."""
    review_after_weeks: Text | None = None
    """When the person is seen again. Unit: weeks."""
    lubricant: Text | None = None
    """What it is lubricated with."""
    position: Text | None = None
    """How the person lies or stands."""
    depth: Text | None = None
    """How far it goes in."""
    cleaning: Text | None = None
    """How it is cleaned."""
    stop_if: Text | None = None
    """When to limit or stop it."""
    derived_from: tuple[Slug, ...] = ()
    """Ids of the protocols or sources whose text it copies."""
    derivation: Text | None = None
    """How it was derived, in words."""
    strength: Support = Support.ORDINARY
    """How well what was read carries it; a weak one is kept from patients."""
    claims: tuple[Slug, ...] = Field(min_length=1)
    """Ids of the claims that carry it."""
    notes: Text | None = None
    """What else to know."""

    @property
    def weak(self) -> bool:
        """Too weak to be shown to patients."""
        return self.strength is Support.WEAK

    def open_to_patients(self, claims: Mapping[str, Claim]) -> bool:
        """Whether patients may see the row: it is not weak, and no claim behind its cells is held for review."""
        return not self.weak and not any(claims[name].held for name in self.claims if name in claims)
