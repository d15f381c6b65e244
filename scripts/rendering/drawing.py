"""A pathway as a drawing: questions down a numbered spine, and beside each the cards and questions it leads to.

A card is drawn beside every question that reaches it, so that no line is long and the drawing is as narrow as a phone.
Lengths are in CSS pixels at the drawing's own width.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from scripts.model.pathway import Disposition, Pathway, Question
from scripts.rendering.view import View

WIDTH = 328
_TEXT, _SMALL = 14, 13
_LEFT, _LEFT_WIDTH = 34, 146
_RIGHT, _RIGHT_WIDTH = 190, 138
_GAP = 8
_PAD = 7

# How wide characters are, in parts of the type size: a little more than in the widest of the usual system fonts.
_NARROW, _WIDE, _CAPITAL, _OTHER = 0.34, 0.92, 0.76, 0.6


@dataclass(frozen=True)
class Line:
    """A line of text: the place of its baseline's start."""

    x: float
    y: float
    text: str
    style: str


@dataclass(frozen=True)
class Box:
    """A target beside a question: a card with its urgency, or another question ("")."""

    target: str
    urgency: str
    x: float
    y: float
    width: float
    height: float
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Row:
    """One question with the boxes that its answers lead to; `y` is the middle of its number."""

    question: Question
    mark: str
    y: float
    lines: tuple[Line, ...]
    boxes: tuple[Box, ...]
    height: float


def pathway_drawing(view: View, name: str) -> Markup:
    """The drawing of a pathway, with links to its questions and cards, and the same in words."""
    found = view.knowledge.pathways[name]
    rows = list(rows_of(found))
    height = rows[-1].y + rows[-1].height if rows else 0
    size = {"width": WIDTH, "height": round(height)}
    return view.template("pathway_drawing.html", pathway=found, rows=rows, leads=leads, **size)


def rows_of(pathway: Pathway) -> Iterator[Row]:
    """The rows from the first question down."""
    top = 4.0
    for question in pathway.questions.values():
        row = _row(pathway, question, top)
        yield row
        top += row.height


def leads(question: Question) -> dict[str, list[str]]:
    """The targets of a question, each with the labels of the answers that lead to it."""
    found: dict[str, list[str]] = {}
    for option in question.answers:
        found.setdefault(option.to, []).append(option.label)
    return found


def _row(pathway: Pathway, question: Question, top: float) -> Row:
    lines = _lines(question.text, _LEFT, top + _TEXT + 3, _LEFT_WIDTH, _TEXT, "question")
    left = top + 6 + len(lines) * _TEXT * 1.3 + _GAP
    right = top
    boxes = []
    for target, labels in leads(question).items():
        card = pathway.dispositions.get(target)
        x, y, width = (_RIGHT, right, _RIGHT_WIDTH) if card else (_LEFT, left, _LEFT_WIDTH)
        box = _box(pathway, target, labels, card, x, y, width)
        boxes.append(box)
        if card:
            right += box.height + _GAP
        else:
            left += box.height + _GAP
    height = max(left, right) - top + 2 * _GAP
    return Row(question, pathway.marks[question.id], top + 13, lines, tuple(boxes), height)


def _box(
    pathway: Pathway, target: str, labels: list[str], card: Disposition | None, x: float, y: float, width: float
) -> Box:
    inside = width - 2 * _PAD - (5 if card else 0)
    start = x + _PAD + (5 if card else 0)
    lines = list(_lines("; or ".join(labels) + ":", start, y + _PAD + _SMALL, inside, _SMALL, "answer"))
    below = y + _PAD + _SMALL + len(lines) * _SMALL * 1.3
    words = f"{pathway.marks[target]}. {card.title}" if card else f"go to {pathway.marks[target]}"
    lines += _lines(words, start, below, inside, _SMALL, "card" if card else "goto")
    if card:
        below = y + _PAD + _SMALL + len(lines) * _SMALL * 1.3
        lines += _lines(f"{card.urgency.words}: {card.timeframe}", start, below, inside, _SMALL, "answer")
    height = 2 * _PAD + len(lines) * _SMALL * 1.3
    return Box(target, card.urgency.value if card else "", x, y, width, height, tuple(lines))


def _lines(text: str, x: float, y: float, width: float, size: int, style: str) -> tuple[Line, ...]:
    """`text` broken into lines no wider than `width`."""
    lines, line = [], ""
    for word in text.split():
        longer = f"{line} {word}".strip()
        if line and width_of(longer, size) > width:
            lines.append(line)
            line = word
        else:
            line = longer
    lines.append(line)
    return tuple(Line(x, round(y + number * size * 1.3, 1), line, style) for number, line in enumerate(lines))


def width_of(text: str, size: int) -> float:
    """About how wide a text is drawn; never narrower than the usual fonts draw it."""
    return size * sum(_width(character) for character in text)


def _width(character: str) -> float:
    if character in "iljtfrI.,:;!'| ()-":
        return _NARROW
    if character in "mwMW@%":
        return _WIDE
    return _CAPITAL if character.isupper() else _OTHER
