"""What stands in the downloads, told by whoever writes it: one list, out of which the page of downloads is made."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

FOLDER = "downloads"  # below the site's root
SUMS = "SHA256SUMS"  # the digests of all files in it


@dataclass(frozen=True)
class Written:
    """A file that was written: its name in the downloads, what it is, for whom, its pages and bytes.

    `audience` is a word of the vocabulary; `pages` is None where a file has none.
    """

    name: str
    title: str
    audience: str
    pages: int | None
    bytes: int


def measured(written: Iterable[Written], site: Path) -> list[Written]:
    """The same with the bytes that the files have by now: a policy may have been put into some."""
    return [replace(item, bytes=(site / FOLDER / item.name).stat().st_size) for item in written]
