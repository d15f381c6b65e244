"""Figures that can be compared, so that a wrong answer is known to be wrong and not merely written otherwise."""

from __future__ import annotations

import re
from dataclasses import dataclass

from scripts.model.claim import Measure
from scripts.rendering.figures import interval_of, value_text

_NUMBERS = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
)  # fmt: skip
_WORDS = {word: float(number) for number, word in enumerate(_NUMBERS, 1)} | {"once": 1.0, "twice": 2.0}
_TIMES = {
    "second": 1 / 86400, "minute": 1 / 1440, "hour": 1 / 24, "day": 1.0, "week": 7.0, "month": 30.4, "year": 365.0,
}  # fmt: skip
_NUMBER = rf"\d+(?:\.\d+)?|{'|'.join(_WORDS)}"
_PHRASE = re.compile(
    rf"(?:about |around |up to )?({_NUMBER})(?:(?: ?[-–] ?| to | or )({_NUMBER}))?"
    rf"(?: (?:in|of|out of) ({_NUMBER}))?(?: ?([^\d\s].*))?"
)


@dataclass(frozen=True)
class Quantity:
    """A figure as it is shown; `value` and its interval in one unit of a kind (times in days)."""

    text: str
    kind: str
    value: float
    low: float
    high: float

    @property
    def share(self) -> bool:
        """Whether the figure is a share in per cent."""
        return self.kind == "%"


def of_measure(measure: Measure) -> Quantity:
    """A measure with its interval: the printed one, or Wilson's where people were counted."""
    kind, scale = _kind(measure.unit.value if measure.unit else measure.statistic.value)
    low, high = interval_of(measure) or (measure.value, measure.value)
    return Quantity(value_text(measure), kind, measure.value * scale, low * scale, high * scale)


def of_phrase(text: str) -> Quantity | None:
    """A figure out of words such as "two to four weeks", "31-62 %" or "1 in 5,000"; None where there is none."""
    match = _PHRASE.fullmatch(text.replace(",", "").casefold())
    if match is None:
        return None
    first, last, base, unit = match.groups()
    kind, scale = _kind((unit or "").strip())
    if base:
        kind, scale = "%", 100 / _number(base)
    low, high = _number(first) * scale, _number(last or first) * scale
    return Quantity(text, kind, (low + high) / 2, min(low, high), max(low, high))


def _number(word: str) -> float:
    return _WORDS.get(word) or float(word)


def _kind(unit: str) -> tuple[str, float]:
    """What a unit measures, and how many of the kind's own unit it is."""
    singular = unit.removesuffix("s")
    return ("time", _TIMES[singular]) if singular in _TIMES else (singular, 1.0)


def apart(one: Quantity, other: Quantity) -> bool:
    """Whether no reader could take two figures for the same: neither lies in the other's interval, nor near it.

    Near is, for shares, less than ten points and less than twice the odds; else, less than a quarter more.
    """
    inside = one.low <= other.value <= one.high or other.low <= one.value <= other.high
    return one.kind == other.kind and not inside and _far(one, other)


def close(one: Quantity, other: Quantity) -> bool:
    """Whether two figures are of one size, so that only knowledge tells them apart: shares within eightfold odds."""
    return _ratio(one, other) <= (8 if one.share else 3)


def complements(one: Quantity, other: Quantity) -> bool:
    """Whether two shares are those of yes and of no to one question."""
    return one.share and abs(one.value + other.value - 100) < 0.5


def _far(one: Quantity, other: Quantity) -> bool:
    if one.share:
        return abs(one.value - other.value) >= 10 or _ratio(one, other) >= 2
    return _ratio(one, other) >= 1.25


def _ratio(one: Quantity, other: Quantity) -> float:
    """How many times one figure, or the odds of one share, is the other."""
    low, high = sorted(_size(figure) for figure in (one, other))
    return high / low


def _size(figure: Quantity) -> float:
    share = min(99.95, max(0.05, figure.value))
    return share / (100 - share) if figure.share else abs(figure.value) or 1e-9
