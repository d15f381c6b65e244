"""A part of a list in alphabetical order, as a page shows it that the list has outgrown."""

from __future__ import annotations


def within(name: str, first: str = "", last: str = "") -> bool:
    """Whether a name begins with `first`, or with `last`, or lies between; an empty one is no bound."""
    return name[: len(first)] >= first and (not last or name[: len(last)] <= last)
