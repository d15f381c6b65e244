"""What stands in the downloads, told by whoever writes it: one list, out of which the page of downloads is made."""

from __future__ import annotations

from dataclasses import dataclass

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
