"""The day of a build, which may be set so that the build can be repeated."""

from __future__ import annotations

import datetime
import os


def set_day() -> datetime.date | None:
    """The day of SOURCE_DATE_EPOCH (seconds), where that is set."""
    seconds = os.environ.get("SOURCE_DATE_EPOCH")
    return datetime.datetime.fromtimestamp(int(seconds), datetime.UTC).date() if seconds else None


def today() -> datetime.date:
    """The day that is set, or that of the clock."""
    return set_day() or datetime.datetime.now(datetime.UTC).date()
