"""A schematic drawing of the anal canal, with numbers that the page's labels explain."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from scripts.model.claim import Claim
from scripts.model.picture import Label
from scripts.model.vocabulary import Spot
from scripts.rendering.view import View

# Where the number of each spot stands, and the ends of its leaders: on the cut, and on the view from below.
_CUT: dict[Spot, tuple[tuple[int, int], tuple[tuple[int, int], ...]]] = {
    Spot.JOIN: ((232, 26), ((193, 44),)),
    Spot.PUBORECTALIS: ((300, 78), ((246, 106),)),
    Spot.CANAL: ((18, 186), ((40, 186),)),
    Spot.INNER_RING: ((262, 160), ((195, 176),)),
    Spot.OUTER_RING: ((288, 214), ((226, 208),)),
    Spot.CUSHIONS: ((78, 30), ((149, 158),)),
    Spot.DENTATE_LINE: ((40, 62), ((150, 186),)),
    Spot.OPENING: ((232, 282), ((172, 251),)),
}
_BELOW: dict[Spot, tuple[tuple[int, int], tuple[tuple[int, int], ...]]] = {
    Spot.MIDLINE: ((62, 100), ((96, 72), (96, 128))),
    Spot.SIDE: ((179, 100), ((131, 100),)),
}


@dataclass(frozen=True)
class Mark:
    """A label with its number, where the number stands and what it points at."""

    number: int
    label: Label
    claims: list[Claim]
    place: tuple[int, int]
    targets: tuple[tuple[int, int], ...]


def anatomy_drawing(view: View) -> Markup:
    """The drawing with the numbers of the page's own labels, and beside it the labels with their markers."""
    cut, below = _marks(view, _CUT), _marks(view, _BELOW)
    marks = sorted([*cut, *below], key=lambda mark: mark.number)
    return view.template("anatomy_drawing.html", marks=marks, cut=cut, below=below)


def _marks(view: View, places: dict[Spot, tuple[tuple[int, int], tuple[tuple[int, int], ...]]]) -> list[Mark]:
    return [
        Mark(number, label, view.shown(label.claims), *places[label.spot])
        for number, label in enumerate(view.page.front.anatomy, 1)
        if label.spot in places
    ]
