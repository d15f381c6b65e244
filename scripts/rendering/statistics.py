"""Figures of counted people: intervals and natural frequencies."""

from __future__ import annotations

from math import sqrt
from statistics import NormalDist

# "1 in N" is said with round numbers, since a reader cannot picture 1 in 59.
_ONE_IN = [
    *range(2, 21), 25, 30, 40, 50, 60, 70, 80, 90, *range(100, 200, 25), *range(200, 1000, 50),
    *range(1000, 2000, 100), *range(2000, 5000, 500), *range(5000, 10001, 1000),
]  # fmt: skip
_CLOSE = 0.06  # how far, relative to the share, a round form may be from it


def wilson(events: int, total: int, level: float = 0.95) -> tuple[float, float]:
    """The score interval of a share, in per cent (Wilson 1927; method 3 of Newcombe 1998)."""
    z = NormalDist().inv_cdf((1 + level) / 2)
    share = events / total
    middle = (share + z * z / (2 * total)) / (1 + z * z / total)
    half = z / (1 + z * z / total) * sqrt(share * (1 - share) / total + z * z / (4 * total * total))
    low = 0.0 if events == 0 else max(0.0, middle - half)
    high = 1.0 if events == total else min(1.0, middle + half)
    return 100 * low, 100 * high


def natural_frequency(share: float, per: int | None = None) -> str:
    """A share (0 to 1) as people say it: "1 in 7", "9 in 10", "98 in 100".

    `per`: say it of so many people, so that figures that are compared have one base.
    """
    if share <= 0:
        return "none"
    if share >= 1:
        return "all"
    if per:
        return f"{min(per - 1, max(1, round(share * per)))} in {per}"
    one_in = min(_ONE_IN, key=lambda n: abs(1 / n - share))
    tenths, hundredths = round(share * 10), min(99, max(1, round(share * 100)))
    candidates = [(a, b) for a, b in [(1, one_in), (2, 3), (3, 4), (tenths, 10), (hundredths, 100)] if 0 < a < b]
    tolerance = _CLOSE * min(share, 1 - share, 0.4)
    close = [pair for pair in candidates if abs(pair[0] / pair[1] - share) <= tolerance]
    a, b = (close or [min(candidates, key=lambda pair: abs(pair[0] / pair[1] - share))])[0]
    return f"{a} in {b}"
