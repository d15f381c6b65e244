"""Intervals and natural frequencies: as published, and true of every share."""

from __future__ import annotations

from math import isclose
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from scripts.rendering.statistics import natural_frequency, wilson

CASES = Path(__file__).parent.parent / "cases" / "statistics"
Z = 1.959963984540054  # the normal deviate of a 95 % interval


def cases(name: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = yaml.safe_load((CASES / name).read_text(encoding="utf-8"))
    return found


@st.composite
def counts(draw: st.DrawFn, most: int = 5000) -> tuple[int, int]:
    total = draw(st.integers(1, most))
    return draw(st.integers(0, total)), total


@pytest.mark.parametrize("case", cases("wilson.yml"), ids=lambda case: f"{case['events']} of {case['total']}")
def test_an_interval_is_the_published_one(case: dict[str, Any]) -> None:
    low, high = wilson(case["events"], case["total"])
    assert (round(low / 100, 4), round(high / 100, 4)) == (case["low"], case["high"])


@given(counts())
def test_an_interval_holds_the_share_and_stays_within_0_and_100(count: tuple[int, int]) -> None:
    events, total = count
    low, high = wilson(events, total)
    assert 0 <= low <= 100 * events / total + 1e-9
    assert 100 * events / total - 1e-9 <= high <= 100


@given(counts())
def test_an_interval_ends_where_the_score_test_would_just_reject(count: tuple[int, int]) -> None:
    events, total = count
    for end in wilson(events, total):
        limit = end / 100
        if 0 < limit < 1:  # at 0 and 1 the end is exact
            distance = abs(events / total - limit)
            assert isclose(distance, Z * (limit * (1 - limit) / total) ** 0.5, rel_tol=1e-6)


@given(counts())
def test_an_interval_is_mirrored_for_those_without_the_event(count: tuple[int, int]) -> None:
    events, total = count
    low, high = wilson(events, total)
    other_low, other_high = wilson(total - events, total)
    assert isclose(low, 100 - other_high, abs_tol=1e-9)
    assert isclose(high, 100 - other_low, abs_tol=1e-9)


@given(counts(most=500), st.integers(2, 20))
def test_an_interval_is_narrower_when_more_people_gave_the_same_share(count: tuple[int, int], times: int) -> None:
    events, total = count
    few, many = wilson(events, total), wilson(events * times, total * times)
    assert many[1] - many[0] < few[1] - few[0]


def test_an_interval_of_nobody_or_everybody_ends_exactly_at_the_edge() -> None:
    assert wilson(0, 20)[0] == 0
    assert wilson(20, 20)[1] == 100


@pytest.mark.parametrize("case", cases("natural-frequencies.yml"), ids=lambda case: str(case["share"]))
def test_a_share_is_said_as_people_say_it(case: dict[str, Any]) -> None:
    assert natural_frequency(case["share"]) == case["says"]


@given(st.floats(-4, -0.0001).map(lambda power: 10**power))  # small shares as often as large ones
def test_a_natural_frequency_is_close_to_its_share(share: float) -> None:
    part, whole = map(int, natural_frequency(share).split(" in "))
    assert 0 < part < whole
    assert abs(part / whole - share) <= min(0.025, 0.12 * share)


@given(st.floats(0, 1, exclude_min=True, exclude_max=True))
def test_only_none_is_said_as_none_and_only_all_as_all(share: float) -> None:
    assert natural_frequency(share) not in ("none", "all")
