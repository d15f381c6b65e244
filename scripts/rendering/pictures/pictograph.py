"""A share as a hundred people, filled or open, beside the sentence that says it."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from scripts.model.claim import Measure
from scripts.rendering.figures import SPACE, interval_of, number
from scripts.rendering.pictures.shares import of_hundred, share_of
from scripts.rendering.view import View

_APART, _RADIUS = 20, 7.5
# The middles of a hundred people in ten rows, in the order in which they are filled.
PLACES = [(_APART * (n % 10) + _APART / 2, _APART * (n // 10) + _APART / 2) for n in range(100)]


@dataclass(frozen=True)
class Side:
    """One group of a hundred people."""

    label: str
    measure: Measure

    @property
    def people(self) -> int:
        """How many of the hundred are filled."""
        return of_hundred(self.measure)

    @property
    def said(self) -> str:
        """How many, in words."""
        exact = self.people in (0, 100)
        return f"{'none' if not self.people else self.people} of 100" if exact else f"about {self.people} of 100"

    @property
    def interval(self) -> str:
        """The interval in words."""
        if bounds := interval_of(self.measure):
            text = f"{number(bounds[0])} to {number(bounds[1])}{SPACE}%"
            return text if self.measure.ci else f"{text}, calculated here"
        return "not known"

    @property
    def count(self) -> str:
        """The people who were counted, as far as was seen."""
        measure = self.measure
        return f"{measure.events} of {measure.total}" if measure.counted else "not seen"


def pictograph(
    view: View,
    claim: str,
    *,
    text: str,
    label: str,
    outcome: str | None = None,
    arm: str | None = None,
    timepoint: str | None = None,
    against: str | None = None,
    against_label: str = "",
    note: str | None = None,
) -> Markup:
    """A share of a claim as a hundred people, and beside it the same in the arm `against`, on the same base.

    `text` completes "about 14 of 100 ..."; `label` and `against_label` name the groups; `note` says the claim's
    caveat in plain words.
    """
    found = view.knowledge.claims[claim]
    sides = [Side(label, share_of(found, outcome, arm, timepoint))]
    if against is not None:
        sides.append(Side(against_label or against, share_of(found, outcome, against, timepoint)))
    note = note or found.caveat
    return view.template(
        "pictograph.html", claim=found, sides=sides, text=text, note=note, places=PLACES, radius=_RADIUS
    )
