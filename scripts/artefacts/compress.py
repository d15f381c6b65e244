"""Files compressed once, at build time, for servers that send them as they lie: `.br` and `.gz` beside each."""

from __future__ import annotations

import gzip
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import brotli

TEXT = {".html", ".css", ".js", ".json", ".svg", ".xml", ".txt", ".webmanifest", ".bib", ".ris", ".csv"}
_SMALLEST = 512  # below, the headers weigh more than is saved


def compress(site: Path) -> None:
    """Put `.br` and `.gz` beside every file of text; the same bytes at every build."""
    compress_files([path for path in sorted(site.rglob("*")) if path.suffix in TEXT and path.is_file()])


def compress_files(paths: Iterable[Path]) -> None:
    """Put `.br` and `.gz` beside each of the files, in the place of older ones."""
    with ThreadPoolExecutor() as pool:  # both compressors leave the interpreter to others while they work
        list(pool.map(_compress, (path for path in paths if path.stat().st_size >= _SMALLEST)))


def _compress(path: Path) -> None:
    data = path.read_bytes()
    path.with_name(f"{path.name}.gz").write_bytes(gzip.compress(data, 9, mtime=0))
    path.with_name(f"{path.name}.br").write_bytes(brotli.compress(data, mode=brotli.MODE_TEXT, quality=10))
