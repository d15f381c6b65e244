"""A measure agrees with itself: counts give its share, its interval holds it, and a share lies in 0 to 100."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.compiling.compile import Compiled
from scripts.model.claim import Measure
from scripts.model.vocabulary import Statistic, Unit
from scripts.problems import Problem

_ROUNDING = 0.75  # percentage points: sources print whole numbers, and not always the nearest


def check(compiled: Compiled) -> Iterator[Problem]:
    """Problems `measure`."""
    for claim in compiled.knowledge.claims.values():
        for position, measure in enumerate(claim.measures):
            for found, expected in _faults(measure):
                place = compiled.origins.place("claim", claim.id, "measures", position)
                yield place.problem(f"{claim.id}.measures.{position}", "measure", found, expected)


def _faults(measure: Measure) -> Iterator[tuple[str, str]]:
    share = measure.unit is Unit.PERCENT and measure.statistic is Statistic.PROPORTION
    if share and not 0 <= measure.value <= 100:
        yield f"a share of {measure.value:g} %", "0 to 100 %"
    if measure.events is not None and measure.total is not None:
        if measure.events > measure.total:
            yield f"{measure.events} events of {measure.total}", "events no more than the total"
        elif share and abs(100 * measure.events / measure.total - measure.value) > _ROUNDING:
            counted = round(100 * measure.events / measure.total, 1)
            yield f"{measure.value:g} %", f"about {counted:g} % ({measure.events} of {measure.total})"
    if measure.ci and not measure.ci[0] <= measure.value <= measure.ci[1]:
        yield f"{measure.value:g} outside its interval", f"a value from {measure.ci[0]:g} to {measure.ci[1]:g}"
