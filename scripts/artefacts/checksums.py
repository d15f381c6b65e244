"""`SHA256SUMS`: a digest of every file in the downloads, in the form that `sha256sum --check` reads."""

from __future__ import annotations

import hashlib
from pathlib import Path

from scripts.artefacts.written import FOLDER, SUMS

_PAGE = "index.html"  # the page of downloads lies in the same folder; it is no download


def write_checksums(site: Path) -> None:
    """Write the digests, when nothing changes a file any more."""
    folder = site / FOLDER
    names = sorted(path.name for path in folder.iterdir() if path.is_file() and path.name not in (_PAGE, SUMS))
    lines = (f"{hashlib.sha256((folder / name).read_bytes()).hexdigest()}  {name}\n" for name in names)
    (folder / SUMS).write_text("".join(lines), encoding="utf-8")
