"""What cannot be compiled is reported once, and nothing that it would have held is reported as missing."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.broken import Case, parameters
from tests.support import problems_of


@pytest.mark.parametrize("case", parameters("left-out"))
def test_a_part_that_is_left_out_is_one_report(case: Case, tmp_path: Path) -> None:
    assert problems_of(case.build(tmp_path)) == case.problems
