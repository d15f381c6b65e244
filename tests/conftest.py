"""What holds for every test: it runs on the same day, so that no page becomes overdue while nobody looks."""

from __future__ import annotations

import pytest
from hypothesis import settings

# Not timed, and the same examples every day; look for new ones with --hypothesis-profile=search.
settings.register_profile("tests", deadline=None, derandomize=True)
settings.register_profile("search", deadline=None, max_examples=5000)
settings.load_profile("tests")

TODAY = "1795392000"  # 23 November 2026


@pytest.fixture(autouse=True)
def _one_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", TODAY)
