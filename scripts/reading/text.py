"""Bytes to text, within limits that keep a broken or hostile file from costing the build."""

from __future__ import annotations

from pathlib import Path

from scripts.problems import Problem, Problems

LONGEST_LINE = 20_000  # characters; the longest line that people have written here is about 1,500


def read_text(path: Path, name: str, problems: Problems) -> str | None:
    """The text of a UTF-8 file, or None with a problem added; `name` stands in messages."""
    data = path.read_bytes()
    for number, content in enumerate(data.split(b"\n"), 1):
        if len(content) > LONGEST_LINE:
            found = f"a line of {len(content):,} bytes"
            problems.add(Problem(name, number, "file", "line-too-long", found, f"at most {LONGEST_LINE:,}"))
            return None
    try:
        return data.decode("utf-8").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        found = f"byte 0x{data[error.start]:02x} that is not UTF-8"
        problems.add(Problem(name, line, "file", "encoding", found, "UTF-8 text"))
        return None
