"""A file is UTF-8 with lines of a bearable length, or a problem."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scripts.problems import Problems
from scripts.reading.text import LONGEST_LINE, read_text


def read(path: Path, content: bytes) -> tuple[str | None, list[str]]:
    path.write_bytes(content)
    problems = Problems()
    return read_text(path, "f.md", problems), [str(problem) for problem in problems]


@pytest.mark.parametrize(
    ("content", "text"),
    [(b"", ""), ("é 😀\n".encode(), "é 😀\n"), (b"a\r\nb\r\n", "a\nb\n"), (b"a" * LONGEST_LINE, "a" * LONGEST_LINE)],
    ids=["an empty file", "beyond ASCII", "line ends of Windows", "the longest line"],
)
def test_utf_8_is_read(content: bytes, text: str, tmp_path: Path) -> None:
    assert read(tmp_path / "f.md", content) == (text, [])


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"a\nb\n\xe9t\xe9\n", "f.md:3: file: encoding: byte 0xe9 that is not UTF-8, expected UTF-8 text"),
        ("a".encode("utf-16"), "f.md:1: file: encoding: byte 0xff that is not UTF-8, expected UTF-8 text"),
        (b"\xed\xa0\x80", "f.md:1: file: encoding: byte 0xed that is not UTF-8, expected UTF-8 text"),
        (b"a\n" + b"b" * 10_000_000,
         "f.md:2: file: line-too-long: a line of 10,000,000 bytes, expected at most 20,000"),
    ],
    ids=["Latin-1", "UTF-16", "half a pair of surrogates", "a line of 10 MB"],
)  # fmt: skip
def test_anything_else_is_one_problem_at_its_line(content: bytes, message: str, tmp_path: Path) -> None:
    assert read(tmp_path / "f.md", content) == (None, [message])


@given(st.binary())
def test_any_bytes_are_text_or_one_problem(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    text, messages = read(tmp_path_factory.getbasetemp() / "any.md", content)
    assert (text is None) == (len(messages) == 1)
