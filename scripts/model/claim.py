"""A claim: one statement with its sources, population, design and caveat; a measure: one of its figures."""

from __future__ import annotations

from pydantic import Field

from scripts.model.base import PLimit, Slug, Text, Value
from scripts.model.vocabulary import Design, Population, Statistic, Support, Unit


class Measure(Value):
    """One figure: `value` in `unit`; `events` of `total` people where counted; `ci` is a 95 % interval."""

    outcome: Slug
    arm: Text
    value: float
    unit: Unit | None = None
    statistic: Statistic = Statistic.PROPORTION
    events: int | None = Field(default=None, ge=0)
    total: int | None = Field(default=None, ge=1)
    ci: tuple[float, float] | None = None
    p: PLimit | None = None
    timepoint: Text | None = None
    population: Text | None = None
    derived: bool = False

    @property
    def counted(self) -> bool:
        """Whether the figure is a share of counted people."""
        return self.events is not None and self.total is not None


class Claim(Value):
    """One fact, with what it rests on. `inference` is the project's own conclusion, never the source's.

    `support`: how well what was read carries the statement; not the certainty of the evidence.
    `clinician_check`: held for clinical review, so not shown to patients. `n`: people in the study.
    """

    id: Slug
    statement: Text
    inference: Text | None = None
    population: Population
    design: Design
    n: int | None = Field(default=None, ge=1)
    sources: tuple[Slug, ...]
    caveat: Text
    support: Support
    clinician_check: bool = False
    measures: tuple[Measure, ...] = ()

    @property
    def held(self) -> bool:
        """Held for clinical review."""
        return self.clinician_check

    def select(self, outcome: str | None = None, arm: str | None = None, timepoint: str | None = None) -> list[Measure]:
        """The measures that have all the given marks; the caller wants exactly one."""
        return [
            measure
            for measure in self.measures
            if outcome in (None, measure.outcome)
            and arm in (None, measure.arm)
            and timepoint in (None, measure.timepoint)
        ]
