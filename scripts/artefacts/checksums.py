"""`SHA256SUMS`, as `sha256sum --check` reads it: two folders hold the same bytes where these lists are equal."""

from __future__ import annotations

import hashlib
from collections.abc import Collection
from pathlib import Path

from scripts.artefacts.written import SUMS


def write_sums(folder: Path, leave_out: Collection[str] = ()) -> None:
    """Put the list of all other files below `folder` into it, in the order of their names."""
    files = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
    names = sorted(files.keys() - {SUMS, *leave_out})
    lines = (f"{hashlib.sha256(files[name].read_bytes()).hexdigest()}  {name}\n" for name in names)
    (folder / SUMS).write_text("".join(lines), encoding="utf-8")
