"""What a home protocol says about time, as far as its words give plain numbers; nothing is guessed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from scripts.model.care import Protocol

WEEKS = {"day": 1 / 7, "week": 1.0, "month": 52 / 12}
_AMOUNT = r"(\d+(?:\.\d+)?)(?:\s?[-–]\s?(\d+(?:\.\d+)?))?"
_LONG = r"(\d+(?:\.\d+)?) (day|week|month)s?"
_AFTER = re.compile(rf"{_AMOUNT} (day|week|month)s? after (?:surgery|anoplasty|PSARP)\b")
_PLAIN = re.compile(_AMOUNT)
_IN_ALL = re.compile(rf"(?:.*; )?about {_LONG} in all")
_AT_LEAST = re.compile(rf"at least {_LONG}")
_THEN = re.compile(rf"\w+ for {_LONG}, then \w+ for {_LONG}")


@dataclass(frozen=True)
class Span:
    """A stretch of weeks that a field names; `part` 1 is drawn unlike part 0; `more` has no end."""

    field: str
    low: float
    high: float
    part: int = 0
    more: bool = False


def after_operation(row: Protocol) -> Iterator[Span]:
    """The time after the operation that a row begins its words with."""
    for field in ("start", "start_after"):
        if match := _AFTER.match(getattr(row, field) or ""):
            low, high, unit = match.groups()
            yield Span(field, float(low) * WEEKS[unit], float(high or low) * WEEKS[unit])


def course(row: Protocol) -> Iterator[Span]:
    """How long it goes on, from the first treatment."""
    if re.fullmatch(r"\d+(\.\d+)?", row.duration_weeks or ""):
        yield Span("duration_weeks", 0, float(row.duration_weeks or 0))
    taper = row.taper or ""
    if match := _THEN.fullmatch(taper):
        first, unit, second, other = match.groups()
        turn = float(first) * WEEKS[unit]
        yield Span("taper", 0, turn)
        yield Span("taper", turn, turn + float(second) * WEEKS[other], part=1)
    elif match := _IN_ALL.fullmatch(taper) or _AT_LEAST.fullmatch(taper):
        yield Span("taper", 0, float(match[1]) * WEEKS[match[2]], more=taper.startswith("at least"))


def reviews(row: Protocol) -> Iterator[Span]:
    """When it is looked at again; nothing where a part of the field is no plain number of weeks."""
    parts = [_PLAIN.fullmatch(part.strip()) for part in (row.review_after_weeks or "").split(";")]
    for match in parts:
        if match is None or None in parts:
            return
        yield Span("review_after_weeks", float(match[1]), float(match[2] or match[1]))
