"""Outcomes below each other: a share of people a row with its interval, on one scale, and nothing pooled."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from scripts.model.claim import Claim, Measure
from scripts.model.picture import PlotGroup, PlotRow
from scripts.model.vocabulary import Design
from scripts.rendering.figures import SPACE, interval_of, number, value_text
from scripts.rendering.pictures.scale import Scale
from scripts.rendering.pictures.shares import share_of
from scripts.rendering.view import View

SCALE = Scale(0, 100, 25)

# The shape of each design; every other design is a cross.
SHAPES = {
    Design.RCT: "square",
    Design.SYSTEMATIC_REVIEW: "diamond",
    Design.COHORT: "circle",
    Design.CASE_SERIES: "triangle",
}


@dataclass(frozen=True)
class Row:
    """A row of a plot with what it shows; `bounds` is its interval, `ours` that it was calculated here."""

    row: PlotRow
    claim: Claim
    measure: Measure
    bounds: tuple[float, float] | None

    @property
    def ours(self) -> bool:
        """Whether the interval is not the source's own."""
        return self.bounds is not None and self.measure.ci is None

    @property
    def shape(self) -> str:
        """The name of the mark for the study's design."""
        return SHAPES.get(self.claim.design, "cross")

    @property
    def interval(self) -> str:
        """The interval in words."""
        if self.bounds is None:
            return "not known: no interval or counts seen"
        text = f"{number(self.bounds[0])} to {number(self.bounds[1])}"
        return f"{text}, calculated here" if self.ours else text

    @property
    def figure(self) -> str:
        """The share with its interval in words."""
        if self.bounds is None:
            return f"{value_text(self.measure)} (no interval or counts seen)"
        return f"{value_text(self.measure)} (95{SPACE}% CI {self.interval})"

    @property
    def people(self) -> str:
        """Whom the share is of, as far as was seen."""
        if self.measure.counted:
            return f"{self.measure.events} of {self.measure.total}"
        if self.measure.total:
            return f"of {self.measure.total} people"
        whole = "review" if self.claim.design is Design.SYSTEMATIC_REVIEW else "study"
        return f"{self.claim.n} people in the whole {whole}" if self.claim.n else "number of people not seen"


def outcome_plot(view: View, name: str) -> Markup:
    """A plot of the page's own front matter, with its rows in words and as a table."""
    plot = view.page.plot(name)
    if plot is None:
        raise KeyError(f"the page {view.page.id!r} has no plot {name!r}")
    groups = [(group, list(rows_of(view, group))) for group in plot.groups]
    shown = {row.claim.design for _, rows in groups for row in rows}
    shapes = [(SHAPES.get(design, "cross"), design) for design in Design if design in shown]
    return view.template("outcome_plot.html", plot=plot, groups=groups, shapes=shapes, scale=SCALE)


def rows_of(view: View, group: PlotGroup) -> Iterator[Row]:
    """The rows of a group with what they show."""
    for row in group.rows:
        claim = view.knowledge.claims[row.claim]
        measure = share_of(claim, group.outcome, row.arm, row.timepoint)
        yield Row(row, claim, measure, interval_of(measure))
