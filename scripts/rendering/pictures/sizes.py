"""Dilators at their true width on paper: circles in millimetres, with a bar to measure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from markupsafe import Markup

from scripts.model.claim import Claim
from scripts.rendering.figures import FigureError, number
from scripts.rendering.view import View

WIDTH, BAR = 86, 50  # millimetres: as wide as a phone's text, and a length that a ruler can check
_GAP, _EDGE, _TEXT = 3, 1, 6
_NUMBER = r"\d+(?:\.\d+)?"
# "20, 23 and 27 mm", "18/20, 23/27 and 30 mm", "from 14 mm"; a Hegar number is a width in millimetres.
_WIDTHS = re.compile(rf"(?<![\d.])({_NUMBER}(?:(?:, | and |/){_NUMBER})*) mm\b")


@dataclass(frozen=True)
class Circle:
    """A dilator seen from its end; lengths in millimetres."""

    size: float
    x: float
    y: float

    @property
    def name(self) -> str:
        """The width in words."""
        return f"{number(self.size)} mm"


def sizes_in(claim: Claim) -> list[float]:
    """The widths in millimetres that a claim's statement gives, smallest first; FigureError where it gives none."""
    found = {float(size) for match in _WIDTHS.findall(claim.statement) for size in re.findall(_NUMBER, match)}
    if not found:
        raise FigureError(f"no width in {claim.id}", "a claim whose statement gives widths in mm")
    return sorted(found)


def dilator_sizes(view: View, *claims: str) -> Markup:
    """The widths that claims give, each once, to true scale on paper, with who says so."""
    shown = [(claim, sizes_in(claim)) for claim in view.shown(claims)]
    circles, height = placed(sorted({size for _, sizes in shown for size in sizes}))
    rows = [(claim, ", ".join(f"{number(size)} mm" for size in sizes)) for claim, sizes in shown]
    return view.template("dilator_sizes.html", rows=rows, circles=circles, width=WIDTH, height=height, bar=BAR)


def placed(sizes: Iterable[float]) -> tuple[list[Circle], float]:
    """Circles beside each other, in as many lines as the width needs, and how tall they are with their names."""
    circles: list[Circle] = []
    bottom = float(_EDGE + 2 * _TEXT)  # below the bar
    for line in _lines(sizes):
        left, tallest = float(_EDGE), max(line)
        for size in line:
            circles.append(Circle(size, left + max(size, 14) / 2, bottom + tallest - size / 2))
            left += max(size, 14) + _GAP
        bottom += tallest + _TEXT + _GAP
    return circles, bottom


def _lines(sizes: Iterable[float]) -> Iterator[list[float]]:
    line: list[float] = []
    for size in sizes:
        if line and sum(max(other, 14) + _GAP for other in [*line, size]) > WIDTH - 2 * _EDGE + _GAP:
            yield line
            line = []
        line.append(size)
    if line:
        yield line
