"""Figures in prose: each form of a measure as a reader sees it, and what is refused."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from scripts.model.claim import Claim, Measure
from scripts.model.knowledge import Knowledge
from scripts.model.vocabulary import Form, Unit
from scripts.rendering.figures import FigureError, figure_text, number
from scripts.rendering.statistics import wilson
from tests.rendering.support import shown, view_of

CASES: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent.parent / "cases" / "figures" / "measures.yml").read_text(encoding="utf-8")
)


def claim_with(measures: list[dict[str, Any]]) -> Claim:
    statement = "At 35 mm it took 6 to 8 weeks, as the two centres that answered the survey wrote; 1.7 % left."
    facts = {"id": "example", "population": "adult", "design": "rct", "sources": ["trial-2020"], "support": "strong"}
    return Claim.model_validate(
        {**facts, "statement": statement, "caveat": "Small.", "measures": measures}, strict=False
    )


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_a_figure_is_written_or_refused(case: dict[str, Any]) -> None:
    ask = dict(case["ask"])
    form = Form(ask.pop("form", "value"))
    try:
        found = {"says": figure_text(claim_with(case["measures"]), **ask, form=form)}
    except FigureError as error:
        found = {"error": str(error)}
    expected = {key: case[key].replace("␣", "\N{NO-BREAK SPACE}") for key in ("says", "error") if key in case}
    assert found == expected


def test_a_figure_stands_in_a_sentence_as_one_piece_of_text(small: Knowledge) -> None:
    tree = shown(view_of(small), "figure", "healing", arm="dilation", form="count")
    assert tree.one("span.figure").text == "45 of 50 (90 %)"
    assert tree.text == "45 of 50 (90 %)"


@given(st.integers(0, 10**9), st.integers(0, 6))
def test_a_number_is_written_to_its_last_digit(digits: int, places: int) -> None:
    value = digits / 10**places
    assert value < 0.0001 or float(number(value)) == value


@given(st.data(), st.integers(1, 3000))
def test_an_interval_from_counts_says_counts_share_and_that_it_was_calculated(data: st.DataObject, total: int) -> None:
    events = data.draw(st.integers(0, total))
    share = round(100 * events / total, 1)
    measure = Measure(outcome="healing", arm="a", value=share, unit=Unit.PERCENT, events=events, total=total)
    claim = claim_with([]).model_copy(update={"measures": (measure,)})
    low, high = (float(number(round(end, 1))) for end in wilson(events, total))
    text = figure_text(claim, form=Form.INTERVAL).replace("\N{NO-BREAK SPACE}", " ")
    assert text == (
        f"{number(share)} % ({events} of {total}; 95 % CI {number(low)} to {number(high)}, calculated here)"
    )
    assert low - 0.1 <= share <= high + 0.1
