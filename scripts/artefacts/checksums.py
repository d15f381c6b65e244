"""`SHA256SUMS`, as `sha256sum --check` reads it: two folders hold the same bytes where these lists are equal."""

from __future__ import annotations

import hashlib
from pathlib import Path

SUMS = "SHA256SUMS"


def write_sums(folder: Path) -> None:
    """Put the list of all other files below `folder` into it, in the order of their names."""
    files = sorted((path.relative_to(folder).as_posix(), path) for path in folder.rglob("*") if path.is_file())
    lines = (f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {name}\n" for name, path in files if name != SUMS)
    (folder / SUMS).write_text("".join(lines), encoding="utf-8")
