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
    sign: Text
    short: Text | None = None
    applies_to: AppliesTo
    context: Context
    urgency: Urgency
    timeframe: Text
    action: Text
    basis: tuple[Slug, ...] = Field(min_length=1)
    basis_kind: BasisKind
    disagreement: Text | None = None

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
    who: Text
    country: Text | None = None
    indication: Text | None = None
    route: Text | None = None
    start: Text | None = None
    start_after: Text | None = None
    sizes_mm: Text | None = None
    minutes_per_session: Text | None = None
    passes_and_dwell: Text | None = None
    times_per_day: Text | None = None
    sessions_per_week: Text | None = None
    size_step: Text | None = None
    progression: Text | None = None
    goal_size_rule: Text | None = None
    duration_weeks: Text | None = None
    taper: Text | None = None
    review_after_weeks: Text | None = None
    lubricant: Text | None = None
    position: Text | None = None
    depth: Text | None = None
    cleaning: Text | None = None
    stop_if: Text | None = None
    derived_from: tuple[Slug, ...] = ()
    derivation: Text | None = None
    strength: Support = Support.ORDINARY
    claims: tuple[Slug, ...] = Field(min_length=1)
    notes: Text | None = None

    @property
    def weak(self) -> bool:
        """Too weak to be shown to patients."""
        return self.strength is Support.WEAK

    def open_to_patients(self, claims: Mapping[str, Claim]) -> bool:
        """Whether patients may see the row: it is not weak, and no claim behind its cells is held for review."""
        return not self.weak and not any(claims[name].held for name in self.claims if name in claims)
