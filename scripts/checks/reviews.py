"""A page is read again before its review date has passed."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.checks import OVERDUE
from scripts.compiling.compile import Compiled
from scripts.days import today
from scripts.problems import Problem


def check(compiled: Compiled) -> Iterator[Problem]:
    """Problems `review-overdue` and `review-date`."""
    for file in compiled.files:
        front = file.page.front
        place = file.raw.front.place("review_due")
        if front.review_due < today():
            yield place.problem(
                "review_due", OVERDUE, f"{front.review_due}, which has passed", "a page read again since"
            )
        if front.reviewed > today():
            found = f"{front.reviewed}, which is still to come"
            yield file.raw.front.place("reviewed").problem("reviewed", "review-date", found, "a day that has passed")
        if front.review_due <= front.reviewed:
            found = f"{front.review_due}, not after reviewed ({front.reviewed})"
            yield place.problem("review_due", "review-date", found, "a later date")
