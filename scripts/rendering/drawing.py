"""A pathway as a drawing: questions down a numbered spine, and beside each the cards and questions it leads to.

A card is drawn beside every question that reaches it, so that no line is long and the drawing is as narrow as a phone.
Lengths are in CSS pixels at the drawing's own width.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from scripts.model.pathway import Disposition, Pathway, Question
from scripts.rendering.view import View

_TEXT, _SMALL = 14, 13
_GAP = 8
_PAD = 7
_STRIPE = 6
_LEADING = 1.3


@dataclass(frozen=True)
class Layout:
    """The columns of a drawing: questions from `left` on, cards from `right` on, each with its width."""

    name: str
    width: int
    left: int
    left_width: int
    right: int
    right_width: int


# One for a phone, one for a wide screen and for paper.
LAYOUTS = (Layout("narrow", 328, 34, 146, 190, 138), Layout("wide", 680, 34, 266, 320, 360))

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


@dataclass(frozen=True)
class Drawing:
    """A pathway drawn in one layout."""

    layout: Layout
    rows: tuple[Row, ...]

    @property
    def height(self) -> int:
        """How tall the whole drawing is."""
        last = self.rows[-1]
        return round(last.y + last.height)


def pathway_drawing(view: View, name: str) -> Markup:
    """The drawing of a pathway, with links to its questions and cards, and the same in words."""
    found = view.knowledge.pathways[name]
    drawings = [Drawing(layout, tuple(_rows(found, layout))) for layout in LAYOUTS]
    return view.template("pathway_drawing.html", pathway=found, drawings=drawings, leads=leads, answers=answers)


def _rows(pathway: Pathway, layout: Layout) -> Iterator[Row]:
    """The rows from the first question down."""
    top = 4.0
    for question in pathway.questions.values():
        row = _row(pathway, question, top, layout)
        yield row
        top += row.height


def leads(question: Question) -> dict[str, list[str]]:
    """The targets of a question, each with the labels of the answers that lead to it."""
    found: dict[str, list[str]] = {}
    for option in question.answers:
        found.setdefault(option.to, []).append(option.label)
    return found


def _row(pathway: Pathway, question: Question, top: float, layout: Layout) -> Row:
    """A question with the questions that it leads to below it, and the cards beside it."""
    lines = _lines(question.text, layout.left, top + _TEXT + 3, layout.left_width, _TEXT, "question")
    left = top + 6 + len(lines) * _TEXT * _LEADING + _GAP
    right = top
    boxes = []
    for target, labels in leads(question).items():
        if card := pathway.dispositions.get(target):
            box = _card(pathway, card, labels, right, layout)
            right += box.height + _GAP
        else:
            box = _jump(pathway, target, labels, left, layout)
            left += box.height + _GAP
        boxes.append(box)
    height = max(left, right) - top + 2 * _GAP
    return Row(question, pathway.marks[question.id], top + 13, lines, tuple(boxes), height)


def _card(pathway: Pathway, card: Disposition, labels: list[str], y: float, layout: Layout) -> Box:
    texts = [
        (answers(labels), "answer"),
        (f"{pathway.marks[card.id]}. {card.title}", "card"),
        (f"{card.urgency.words}: {card.timeframe}", "answer"),
    ]
    lines = _stack(texts, layout.right + _STRIPE, y, layout.right_width - _STRIPE)
    return Box(card.id, card.urgency.value, layout.right, y, layout.right_width, _height(lines), lines)


def _jump(pathway: Pathway, target: str, labels: list[str], y: float, layout: Layout) -> Box:
    texts = [(answers(labels), "answer"), (f"go to {pathway.marks[target]}", "goto")]
    lines = _stack(texts, layout.left, y, layout.left_width)
    return Box(target, "", layout.left, y, layout.left_width, _height(lines), lines)


def answers(labels: list[str]) -> str:
    """The answers that lead to one place, as one sentence: "Yes, or I am not sure:"."""
    first, *others = labels
    return "; or ".join([first, *(_lowered(label) for label in others)]) + ":"


def _lowered(label: str) -> str:
    return label if label.startswith("I ") else label[:1].lower() + label[1:]


def _stack(texts: Iterable[tuple[str, str]], x: float, y: float, width: float) -> tuple[Line, ...]:
    """Texts below each other inside a box at (x, y)."""
    lines: list[Line] = []
    for text, style in texts:
        below = y + _PAD + _SMALL + len(lines) * _SMALL * _LEADING
        lines += _lines(text, x + _PAD, below, width - 2 * _PAD, _SMALL, style)
    return tuple(lines)


def _height(lines: Sequence[Line]) -> float:
    return round(2 * _PAD + len(lines) * _SMALL * _LEADING, 1)


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
    return tuple(Line(x, round(y + number * size * _LEADING, 1), line, style) for number, line in enumerate(lines))


def width_of(text: str, size: int) -> float:
    """About how wide a text is drawn; never narrower than the usual fonts draw it."""
    return size * sum(_width(character) for character in text)


def _width(character: str) -> float:
    if character in "iljtfrI.,:;!'| ()-":
        return _NARROW
    if character in "mwMW@%":
        return _WIDE
    return _CAPITAL if character.isupper() else _OTHER
