"""A share of people, as pictures show it."""

from __future__ import annotations

from scripts.model.claim import Claim, Measure
from scripts.model.vocabulary import Statistic, Unit
from scripts.rendering.figures import FigureError, only_measure, value_text


def share_of(claim: Claim, outcome: str | None, arm: str | None, timepoint: str | None) -> Measure:
    """The one measure with these marks, which has to be a share of people; else FigureError."""
    measure = only_measure(claim, outcome, arm, timepoint)
    counted = measure.unit is Unit.PERCENT and measure.statistic is Statistic.PROPORTION
    if not counted or not 0 <= measure.value <= 100:
        raise FigureError(f"{value_text(measure)} ({measure.statistic})", "a proportion in per cent")
    return measure


def of_hundred(measure: Measure) -> int:
    """How many of a hundred people a share comes to; FigureError where nobody or everybody would overstate it."""
    people = round(measure.value)
    if people in (0, 100) and measure.value != people:
        raise FigureError(f"{value_text(measure)} as whole people of 100", "a share of 0.5 to 99.5 %")
    return people
