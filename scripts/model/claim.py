"""A claim: one statement with its sources, population, design and caveat; a measure: one of its figures."""

from __future__ import annotations

from pydantic import Field

from scripts.model.base import PLimit, Slug, Text, Value
from scripts.model.vocabulary import Design, Population, Statistic, Support, Unit


class Measure(Value):
    """One figure: `value` in `unit`; `events` of `total` people where counted; `ci` is a 95 % interval."""

    outcome: Slug
    """What was measured."""
    arm: Text
    """The group in which it was measured."""
    value: float
    """The figure. Unit: as `unit` says."""
    unit: Unit | None = None
    """The unit of `value` and `ci`; none where it has none or is a ratio."""
    statistic: Statistic = Statistic.PROPORTION
    """What kind of number it is; a share where nothing is said."""
    events: int | None = Field(default=None, ge=0)
    """In how many people it happened. Unit: people."""
    total: int | None = Field(default=None, ge=1)
    """How many people were counted. Unit: people."""
    ci: tuple[float, float] | None = None
    """The 95 % interval as printed, low and high. Unit: as `unit` says."""
    p: PLimit | None = None
    """The p value as printed, a number or a limit."""
    timepoint: Text | None = None
    """When it was measured."""
    population: Text | None = None
    """Which people of the study, where not all."""
    derived: bool = False
    """Whether we worked it out from printed figures."""

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
    """The id for ever."""
    statement: Text
    """One fact, in our own words, with its figures."""
    inference: Text | None = None
    """What we conclude from it: ours, never the source's."""
    population: Population
    """In whom."""
    design: Design
    """The kind of study or document."""
    n: int | None = Field(default=None, ge=1)
    """People in the study. Unit: people."""
    sources: tuple[Slug, ...]
    """Ids of the sources that it was read in."""
    caveat: Text
    """The nearest reason to doubt or limit it."""
    support: Support
    """How well what was read carries the statement; not the certainty of the evidence."""
    clinician_check: bool = False
    """Held for clinical review: not to be shown to patients."""
    measures: tuple[Measure, ...] = ()
    """Its figures as data."""

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
