"""Pictures that a page describes in its front matter: plots of outcomes, and what an anatomical drawing points at."""

from __future__ import annotations

from pydantic import Field

from scripts.model.base import Slug, Text, Value
from scripts.model.vocabulary import Spot


class PlotRow(Value):
    """One row of a plot: the one measure of `claim` with the group's outcome and these marks; `note` is a warning."""

    claim: Slug
    label: Text
    arm: Text | None = None
    timepoint: Text | None = None
    note: Text | None = None


class PlotGroup(Value):
    """Rows of one outcome; `label` says for whom or by what."""

    outcome: Slug
    label: Text
    rows: tuple[PlotRow, ...] = Field(min_length=1)


class Plot(Value):
    """Shares of people with their intervals, each from one claim, below each other."""

    id: Slug
    caption: Text
    groups: tuple[PlotGroup, ...] = Field(min_length=1)

    @property
    def rows(self) -> tuple[PlotRow, ...]:
        """The rows of every group."""
        return tuple(row for group in self.groups for row in group.rows)


class Label(Value):
    """A numbered place in the anatomical drawing, in words, with the claims that speak of it."""

    spot: Spot
    text: Text
    claims: tuple[Slug, ...] = Field(min_length=1)
