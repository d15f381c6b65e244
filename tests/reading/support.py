"""Cases of reading, as data: a text, and the data or the problems that the reader makes of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from scripts.problems import Problems
from scripts.reading.document import Document

CASES = Path(__file__).parent.parent / "cases" / "reading"
Reader = Callable[[str, str, Problems], Document | None]


def cases(name: str) -> list[Any]:
    """The cases of a file, each a parameter under its own name."""
    items = yaml.safe_load((CASES / name).read_text(encoding="utf-8"))
    return [pytest.param(item, id=item["case"]) for item in items]


def read(reader: Reader, text: str, name: str) -> tuple[object, list[str]]:
    """What `reader` makes of `text`: its data (None where there is none) and the messages."""
    problems = Problems()
    document = reader(text, name, problems)
    return document.data if document else None, [str(problem) for problem in problems]
