"""What a writer of downloads says of each file that it wrote."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Written:
    """A file in the downloads: its name, for whom it is, its pages (None where it has none) and bytes."""

    name: str
    title: str
    audience: str
    pages: int | None
    bytes: int
