"""The day of a build is the clock's, or SOURCE_DATE_EPOCH's where a build is to be repeated."""

from __future__ import annotations

import datetime

import pytest

from scripts.days import today


def test_the_day_is_that_of_source_date_epoch(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    assert today() == datetime.date(1970, 1, 1)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795391999")  # a second before midnight in Greenwich
    assert today() == datetime.date(2026, 11, 22)


def test_the_day_is_that_of_the_clock_without_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    before = datetime.datetime.now(datetime.UTC).date()
    assert before <= today() <= datetime.datetime.now(datetime.UTC).date()
