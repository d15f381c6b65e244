"""Figures in prose: a measure of a claim, or a phrase of its statement, and never anything typed."""

from __future__ import annotations

import re

from markupsafe import Markup

from scripts.model.claim import Claim, Measure
from scripts.model.vocabulary import Form, Statistic, Unit
from scripts.rendering.escape import inline
from scripts.rendering.statistics import natural_frequency, wilson
from scripts.rendering.view import View

SPACE = "\N{NO-BREAK SPACE}"
BASES = (10, 20, 100, 1000)  # people; round numbers that can be pictured
LONGEST_PHRASE = 40  # characters: enough for a figure with its unit, too short to copy a sentence


class FigureError(ValueError):
    """A figure that the claim does not hold, or not exactly once; `choices` are what it does hold."""

    def __init__(self, found: str, choices: str) -> None:
        super().__init__(f"{found}, expected {choices}")
        self.found, self.choices = found, choices


def figure(
    view: View,
    claim: str,
    phrase: str | None = None,
    *,
    outcome: str | None = None,
    arm: str | None = None,
    timepoint: str | None = None,
    form: str = "value",
    per: int | None = None,
) -> Markup:
    """One figure of a claim, in words that stand in a sentence; `per` is the base of a natural frequency."""
    text = figure_text(view.knowledge.claims[claim], phrase, outcome, arm, timepoint, Form(form), per)
    return Markup('<span class="figure">{}</span>').format(inline(text))


def figure_text(
    claim: Claim,
    phrase: str | None = None,
    outcome: str | None = None,
    arm: str | None = None,
    timepoint: str | None = None,
    form: Form = Form.VALUE,
    per: int | None = None,
) -> str:
    """The words of a figure: `phrase` as the statement has it, or the one measure with the given marks.

    Raises FigureError where the claim has no such figure, or several.
    """
    if phrase is not None:
        return _phrase(claim, phrase)
    measure = only_measure(claim, outcome, arm, timepoint)
    if form is Form.NATURAL:
        return natural_text(measure, per)
    return _FORMS[form](measure)


def only_measure(claim: Claim, outcome: str | None, arm: str | None, timepoint: str | None) -> Measure:
    """The one measure of a claim with the given marks; raises FigureError where there is none, or several."""
    measures = claim.select(outcome, arm, timepoint)
    if len(measures) != 1:
        found = f"{len(measures)} measures for outcome={outcome!r}, arm={arm!r}, timepoint={timepoint!r}"
        raise FigureError(found, f"exactly one of: {_choices(claim)}")
    return measures[0]


def _phrase(claim: Claim, phrase: str) -> str:
    if len(phrase) > LONGEST_PHRASE:
        raise FigureError(f"a phrase of {len(phrase)} characters", f"at most {LONGEST_PHRASE}")
    # Whole words and whole numbers: "5 mm" is no phrase of "35 mm", nor "7 %" of "1.7 %".
    if not re.search(rf"(?<!\w)(?<!\d[.,]){re.escape(phrase)}(?!\w)(?![.,]\d)", claim.statement):
        raise FigureError(f"{phrase!r}", f"words of the statement: {claim.statement!r}")
    return phrase


def _choices(claim: Claim) -> str:
    rows = [f"outcome={m.outcome!r} arm={m.arm!r} timepoint={m.timepoint!r}" for m in claim.measures]
    return "; ".join(rows) or f"a phrase of its statement, since {claim.id} has no measures"


def number(value: float) -> str:
    """A number as it stands in the data, to its last digit."""
    return f"{value:.15g}".replace("-", "\N{MINUS SIGN}")


def value_text(measure: Measure) -> str:
    """A figure with its unit: "1.7 %", "35 mm", "0.47"."""
    more = "more than " if measure.statistic is Statistic.LOWER_BOUND else ""
    unit = f"{SPACE}{measure.unit.words}" if measure.unit and measure.unit.words else ""
    return f"{more}{number(measure.value)}{unit}"


def natural_text(measure: Measure, per: int | None = None) -> str:
    """A share as a natural frequency with the share beside it: "about 1 in 7 (14 %)"."""
    if measure.unit is not Unit.PERCENT or not 0 <= measure.value <= 100:
        raise FigureError(f"{value_text(measure)} in form 'natural'", "a share in per cent")
    if per is not None and per not in BASES:
        raise FigureError(f"a base of {per}", f"one of {', '.join(map(str, BASES))}")
    words = natural_frequency(measure.value / 100, per)
    if words in ("none", "all"):
        return f"{words} of {measure.total}" if measure.counted else f"{words} ({value_text(measure)})"
    prefix = "more than" if measure.statistic is Statistic.LOWER_BOUND else "about"
    if per and measure.value * per < 75:  # rounded to one person it would be said half as often again as it is
        prefix = "fewer than"
    return f"{prefix} {words} ({number(measure.value)}{SPACE}%)".replace(" in ", f"{SPACE}in{SPACE}")


def count_text(measure: Measure) -> str:
    """A share with its counts: "9 of 523 (1.7 %)"."""
    if not measure.counted:
        raise FigureError(f"{value_text(measure)} in form 'count'", "a measure with events and total")
    return f"{measure.events} of {measure.total} ({value_text(measure)})"


def timepoint_text(measure: Measure) -> str:
    """When a figure was measured: "median 2 months"."""
    if measure.timepoint is None:
        raise FigureError(f"{value_text(measure)} in form 'timepoint'", "a measure with a timepoint")
    return measure.timepoint


def interval_text(measure: Measure) -> str:
    """A figure with its 95 % interval, as printed or, from counts, calculated here (Wilson's method).

    "14 % (95 % CI 9 to 20)", "94 % (31 of 33; 95 % CI 80.4 to 98.3, calculated here)".
    """
    bounds = interval_of(measure)
    if bounds is None:
        raise FigureError(f"{value_text(measure)} in form 'interval'", "a measure with ci, or with events and total")
    if measure.ci:
        return f"{value_text(measure)} (95{SPACE}% CI {_range(*bounds)})"
    counts = f"{measure.events} of {measure.total}"
    return f"{value_text(measure)} ({counts}; 95{SPACE}% CI {_range(*bounds)}, calculated here)"


def interval_of(measure: Measure) -> tuple[float, float] | None:
    """The 95 % interval as printed or else, where there are counts, by Wilson's method to one decimal place."""
    if measure.ci:
        return measure.ci
    if measure.events is None or measure.total is None or measure.events > measure.total:
        return None
    low, high = wilson(measure.events, measure.total)
    return round(low, 1), round(high, 1)


def _range(low: float, high: float) -> str:
    return f"{number(low)} to {number(high)}"


_FORMS = {
    Form.VALUE: value_text,
    Form.COUNT: count_text,
    Form.INTERVAL: interval_text,
    Form.TIMEPOINT: timepoint_text,
}
