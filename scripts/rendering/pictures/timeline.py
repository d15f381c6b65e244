"""Home protocols on one scale of weeks, as far as their own words can be placed in time."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypedDict

from markupsafe import Markup

from scripts.model.care import Protocol
from scripts.rendering.pictures.scale import Scale, scale_up_to
from scripts.rendering.pictures.spans import Span, after_operation, course, reviews
from scripts.rendering.tables import COLUMNS, rows_of
from scripts.rendering.view import View

# What a row says about time, under the question that it answers.
FIELDS = {
    "When it starts": ("start", "start_after"),
    "How often": ("times_per_day", "sessions_per_week"),
    "How long a session": ("minutes_per_session", "passes_and_dwell"),
    "How long in all": ("duration_weeks",),
    "Tapering off": ("taper",),
    "Seen again (weeks)": ("review_after_weeks",),
}
# These name no point or stretch of time, so no scale of weeks could hold them; they are said beside what is drawn.
_RATES = (*FIELDS["How often"], *FIELDS["How long a session"])


@dataclass(frozen=True)
class Line:
    """A protocol on one part of the picture, with what is drawn of it."""

    row: Protocol
    bars: tuple[Span, ...]
    points: tuple[Span, ...] = ()
    beside: tuple[str, ...] = ()

    @property
    def spans(self) -> tuple[Span, ...]:
        """All that is drawn."""
        return (*self.bars, *self.points)

    @property
    def fields(self) -> list[str]:
        """The fields of which the words stand in this line: those drawn, and with them those `beside`."""
        drawn = dict.fromkeys(span.field for span in self.spans)
        return [*drawn, *(field for field in self.beside if drawn and getattr(self.row, field))]

    @property
    def said(self) -> list[tuple[str, str]]:
        """The words of this line: (column, words), as the source's row has them."""
        return [(COLUMNS[field], getattr(self.row, field)) for field in self.fields]


@dataclass(frozen=True)
class Part:
    """One scale with the protocols that can be placed on it."""

    title: str
    lines: tuple[Line, ...]
    scale: Scale


class Timeline(TypedDict):
    """The parts that are drawn, what rows say beside it in words, and the rows that say nothing about time."""

    parts: list[Part]
    unplaced: list[tuple[Protocol, list[tuple[str, str]]]]
    silent: list[Protocol]


def protocol_timeline(view: View, kind: str) -> Markup:
    """The home protocols of one kind in time; patients see only rows open to them."""
    rows = rows_of(view, kind)
    return view.template("protocol_timeline.html", kind=kind, rows=rows, told=told, fields=FIELDS, **laid_out(rows))


def laid_out(rows: list[Protocol]) -> Timeline:
    """What can be drawn, what stands in words only, and who says nothing about time."""
    starts = [Line(row, tuple(after_operation(row))) for row in rows]
    courses = [Line(row, tuple(course(row)), tuple(reviews(row)), _RATES) for row in rows]
    parts = [_part("Weeks after the operation", starts), _part("Weeks from the first treatment", courses)]
    unplaced = [(row, words) for row in rows if (words := _unplaced(row, [*starts, *courses]))]
    silent = [row for row in rows if not any(said for _, said in told(row))]
    return Timeline(parts=[part for part in parts if part.lines], unplaced=unplaced, silent=silent)


def _part(title: str, lines: Iterable[Line]) -> Part:
    shown = tuple(line for line in lines if line.spans)
    largest = max((span.high for line in shown for span in line.spans), default=1)
    return Part(title, shown, scale_up_to(largest))


def told(row: Protocol) -> list[tuple[str, str]]:
    """What a row says under each question: (question, its words or nothing)."""
    return [
        (title, "; ".join(getattr(row, field) for field in fields if getattr(row, field)))
        for title, fields in FIELDS.items()
    ]


def _unplaced(row: Protocol, lines: Iterable[Line]) -> list[tuple[str, str]]:
    """What a row says about time that stands beside nothing drawn: (column, words)."""
    said = {field for line in lines if line.row is row for field in line.fields}
    fields = [field for group in FIELDS.values() for field in group]
    return [(COLUMNS[field], getattr(row, field)) for field in fields if getattr(row, field) and field not in said]
