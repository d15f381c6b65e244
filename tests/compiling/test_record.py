"""The record notes every claim, source, red flag and protocol, and every change to one of them shows."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from scripts.compiling.compile import compile_project
from scripts.compiling.record import digest, things, write_record
from scripts.model.claim import Claim, Measure
from scripts.model.vocabulary import Design, Population, Support, Unit
from tests.support import small_project

CLAIM = Claim(
    id="limit", statement="At most 35 mm.", population=Population.ADULT, design=Design.RCT, sources=("trial-2020",),
    caveat="One centre.", support=Support.WEAK, n=100,
    measures=(Measure(outcome="size", arm="dilation", value=35.0, unit=Unit.MILLIMETRE, events=1, total=2),),
)  # fmt: skip


def test_the_record_holds_everything_under_its_kind(tmp_path: Path) -> None:
    project = small_project(tmp_path)
    knowledge = compile_project(project).knowledge
    assert write_record(project, knowledge) == 21
    record = yaml.safe_load((project.evidence / "checked.yml").read_text(encoding="utf-8"))
    assert record == {
        kind: {name: digest(value) for other, name, value in things(knowledge) if other == kind}
        for kind in ("source", "claim", "red flag", "protocol", "node")
    }


def test_the_record_of_the_same_things_is_the_same_file(tmp_path: Path) -> None:
    files = [small_project(tmp_path / name).evidence / "checked.yml" for name in ("one", "two")]
    assert files[0].read_bytes() == files[1].read_bytes()


@pytest.mark.parametrize(
    "change",
    [
        {"statement": "At most 53 mm."},
        {"caveat": "One centre"},
        {"population": Population.CHILD},
        {"n": None},
        {"sources": ("trial-2020", "trial-2021")},
        {"support": Support.STRONG},
        {"clinician_check": True},
        {"inference": "So be it."},
        {"measures": ()},
    ],
    ids=lambda change: next(iter(change)),
)
def test_a_change_to_any_field_shows(change: dict[str, object]) -> None:
    assert digest(CLAIM.model_copy(update=change)) != digest(CLAIM)


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_a_change_to_the_value_of_a_measure_shows(value: float) -> None:
    changed = CLAIM.model_copy(update={"measures": (CLAIM.measures[0].model_copy(update={"value": value}),)})
    assert (digest(changed) == digest(CLAIM)) == (value == 35.0)


def test_a_default_that_is_written_out_changes_nothing() -> None:
    assert digest(CLAIM.model_copy(update={"clinician_check": False})) == digest(CLAIM)
