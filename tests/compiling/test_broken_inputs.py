"""Every fault of data and pages is reported with its place, what was found and what was expected instead."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.broken import Case, parameters
from tests.support import problems_of, small_project


@pytest.mark.parametrize("case", parameters("compiling"))
def test_a_faulty_input_has_exactly_these_problems(case: Case, tmp_path: Path) -> None:
    assert problems_of(case.build(tmp_path)) == case.problems


def test_the_small_knowledge_base_has_no_problem(tmp_path: Path) -> None:
    assert problems_of(small_project(tmp_path)) == []
