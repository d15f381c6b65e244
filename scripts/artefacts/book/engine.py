"""Typst: source to PDF, tagged and the same each time."""

from __future__ import annotations

import importlib.util
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import typst

from scripts.artefacts.errors import BuildError

TEMPLATES = Path(__file__).parent / "templates"
STANDARDS = ("ua-1", "a-2a")
FORM = ("ua-1",)  # PDF/A allows no field that a reader draws itself
_FONTS = ("Regular", "It", "Semibold", "SemiboldIt", "Bold", "BoldIt")


def pdf_of(source: str, timestamp: int, standards: Sequence[str] = STANDARDS) -> bytes:
    """The PDF that a source makes with the templates; raises BuildError where Typst cannot set it.

    Typst runs in a process of its own, since what it remembers of a document is given back only when it ends.
    """
    command = [sys.executable, "-m", __name__, str(timestamp), *standards]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    done = subprocess.run(command, input=source.encode(), env=environment, capture_output=True)
    if done.returncode:
        raise BuildError(f"typst failed\n{done.stderr.decode().strip()}")
    return done.stdout


def compiled(source: str, timestamp: int, standards: Sequence[str]) -> bytes:
    """The same in this process; raises typst.TypstError."""
    chosen: Any = list(standards)  # plain words, of which typst knows what they may be
    with _folder(source) as folder:
        return typst.compile(
            folder / "main.typ",
            root=folder,
            format="pdf",
            font_paths=[folder / "fonts"],
            ignore_system_fonts=True,
            pdf_standards=chosen,
            timestamp=timestamp,
        )


def query(source: str, selector: str) -> list[object]:
    """The values of the metadata that a selector finds in the set document."""
    with _folder(source) as folder:
        found = typst.query(
            folder / "main.typ",
            selector,
            field="value",
            root=folder,
            font_paths=[folder / "fonts"],
            ignore_system_fonts=True,
        )
    return list(json.loads(found))


@contextmanager
def _folder(source: str) -> Iterator[Path]:
    """A folder with a document, the templates, and the files of the sans serif (the serif comes with Typst)."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "main.typ").write_text(source, encoding="utf-8")
        for path in TEMPLATES.glob("*.typ"):
            shutil.copy(path, folder)
        (folder / "fonts").mkdir()
        for path in _font_files():
            shutil.copy(path, folder / "fonts")
        yield folder


def _font_files() -> list[Path]:
    found = importlib.util.find_spec("font_source_sans_pro")
    if found is None or found.origin is None:
        raise ModuleNotFoundError("font-source-sans-pro is not installed")
    return [Path(found.origin).parent / "files" / f"SourceSansPro-{weight}.otf" for weight in _FONTS]


if __name__ == "__main__":
    sys.stdout.buffer.write(compiled(sys.stdin.read(), int(sys.argv[1]), sys.argv[2:]))
