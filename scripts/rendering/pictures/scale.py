"""The scale of a strip: where a value lies, and the marks below it."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

LEFT, RIGHT = 14, 298  # the ends of every scale, in a strip that is 320 wide


@dataclass(frozen=True)
class Scale:
    """From `low` to `high`, with a mark every `step`."""

    low: float
    high: float
    step: float

    def x(self, value: float) -> float:
        """Where a value lies on a strip."""
        return round(LEFT + (value - self.low) / (self.high - self.low) * (RIGHT - LEFT), 1)

    @property
    def ticks(self) -> list[float]:
        """The values at the marks, from `low` to `high`."""
        return [self.low + self.step * place for place in range(round((self.high - self.low) / self.step) + 1)]


def scale_up_to(largest: float) -> Scale:
    """From nought to a round value that is no less than `largest`, with no more than seven steps."""
    step = next(step for step in (1, 2, 4, 13, 26, 52, 520) if largest <= 7 * step)
    return Scale(0, step * max(1, ceil(largest / step)), step)
