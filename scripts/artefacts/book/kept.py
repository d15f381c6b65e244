"""PDFs kept from one build to the next: what is made from the same source by the same code is not set again."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from functools import cache
from importlib.metadata import version
from pathlib import Path

_CODE = Path(__file__).parent
_MAKERS = ("font-source-sans-pro", "pikepdf", "typst")
_KEPT = 100  # about three times what one build writes


def kept(folder: Path, made_from: str, make: Callable[[], bytes]) -> bytes:
    """What `make` makes, from `folder` where it was made before from the same text; the oldest files are let go."""
    digest = hashlib.sha256(f"{_makers()}\n{made_from}".encode()).hexdigest()
    path = folder / f"{digest}.pdf"
    if path.exists():
        path.touch()
        return path.read_bytes()
    content = make()
    folder.mkdir(parents=True, exist_ok=True)
    half = path.with_suffix(".half")
    half.write_bytes(content)
    half.rename(path)
    for old in sorted(folder.glob("*.pdf"), key=lambda file: file.stat().st_mtime, reverse=True)[_KEPT:]:
        old.unlink()
    return content


@cache
def _makers() -> str:
    """A digest of the code and the packages that make a PDF out of its source."""
    code = b"".join(path.read_bytes() for path in sorted(_CODE.rglob("*")) if path.suffix in (".py", ".typ"))
    return hashlib.sha256(code + " ".join(map(version, _MAKERS)).encode()).hexdigest()
