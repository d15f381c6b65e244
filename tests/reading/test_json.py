"""JSON is read as strictly as YAML, and only JSON is read."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scripts.problems import Problems
from scripts.reading.json import read_json
from tests.reading.support import cases, read

_TEXT = st.text(st.characters(exclude_categories=["Cs"]))
_KEYS = st.text(st.characters(exclude_categories=["Cs"]), max_size=50)  # beyond 1,024 bytes they are no keys
_DATA = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**15), 10**15) | _TEXT,
    lambda inner: st.lists(inner) | st.dictionaries(_KEYS, inner),
    max_leaves=20,
)


@pytest.mark.parametrize("case", cases("json.yml"))
def test_a_text_gives_this_data_and_these_problems(case: dict[str, Any]) -> None:
    assert read(read_json, case["text"], "f.json") == (case.get("data"), case.get("problems", []))


def test_brackets_without_end_are_one_problem() -> None:
    assert read(read_json, "[" * 100_000, "f.json") == (
        None, ["f.json:1: file: json-syntax: nested too deeply, expected valid JSON"],
    )  # fmt: skip


def test_a_number_without_end_stays_text() -> None:
    assert read(read_json, f"[{'9' * 5000}]", "f.json") == (["9" * 5000], [])


def test_a_key_knows_its_line() -> None:
    document = read_json('[\n {\n  "id": "a"\n }\n]', "f.json", Problems())
    assert document is not None
    assert document.place(0, "id").line == 3


@given(_DATA)
def test_what_a_json_writer_writes_is_read_back_unchanged(data: object) -> None:
    assert read(read_json, json.dumps(data), "f.json") == (data, [])


@given(st.text())
def test_any_text_is_data_or_a_problem_and_never_an_exception(text: str) -> None:
    data, messages = read(read_json, text, "f.json")
    assert data is not None or messages or text.strip() == "null"
