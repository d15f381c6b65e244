"""YAML is read as plain data with line numbers; what could hurt, hide or run is a problem."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from scripts.problems import Problems
from scripts.reading.document import dotted
from scripts.reading.yaml import DEEPEST, read_yaml
from tests.reading.support import cases, read

PLAIN = (dict, list, str, int, float, bool, type(None))
# Text as YAML can hold it unquoted or quoted, without the signs that it takes for the end of a line.
_TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\x85\u2028\u2029\ufeff\ufffe\uffff"))
_KEYS = _TEXT.filter(lambda text: len(text) < 50)
_NUMBERS = st.integers(-(10**15), 10**15) | st.floats(-1e9, 1e9).map(lambda number: round(number, 6))
_DATA = st.recursive(
    st.none() | st.booleans() | _NUMBERS | _TEXT,
    lambda inner: st.lists(inner) | st.dictionaries(_KEYS, inner),
    max_leaves=20,
)


@pytest.mark.parametrize("case", cases("yaml.yml"))
def test_a_text_gives_this_data_and_these_problems(case: dict[str, Any]) -> None:
    assert read(read_yaml, case["text"], "f.yml") == (case.get("data"), case.get("problems", []))


def test_types_are_those_of_plain_data() -> None:
    data, _ = read(read_yaml, "[1, 1.0, true, null, '1']", "f.yml")
    assert [type(item) for item in data] == [int, float, bool, type(None), str]  # type: ignore[attr-defined]


def test_every_key_and_item_knows_its_line() -> None:
    document = read_yaml("a:\n- b: 1\n  c: 2\n\n- d\n", "f.yml", Problems(), first_line=10)
    assert document is not None
    assert {dotted(key): line for key, line in document.lines.items()} == {
        "file": 10, "a": 10, "a.0": 11, "a.0.b": 11, "a.0.c": 12, "a.1": 14,
    }  # fmt: skip


def test_a_key_that_is_not_there_is_placed_at_its_nearest_parent() -> None:
    document = read_yaml("a:\n  b: 1\n", "f.yml", Problems())
    assert document is not None
    assert document.place("a", "b", "c").line == 2
    assert document.place("a", "nope").line == 1
    assert document.place("nope").line == 1


def test_tags_pass_where_the_configuration_of_the_generator_is_read() -> None:
    problems = Problems()
    document = read_yaml("a: !ENV [X, 'y']\nb: !!python/name:os.system\n", "mkdocs.yml", problems, tags=True)
    assert document is not None
    assert (document.data, len(problems)) == ({"a": ["X", "y"], "b": None}, 0)


@pytest.mark.parametrize("opening", ["[", "{a: ", "- "])
def test_nesting_without_end_is_one_problem(opening: str) -> None:
    data, messages = read(read_yaml, opening * 100_000, "f.yml")
    key = ".".join(["a" if "a" in opening else "0"] * 3)
    assert (data, messages) == (None, [f"f.yml:1: {key}: yaml-depth: more than {DEEPEST} levels, expected at most 20"])


@given(st.text())
def test_any_text_is_data_or_a_problem_and_never_an_exception(text: str) -> None:
    problems = Problems()
    document = read_yaml(text, "f.yml", problems)
    assert document is not None or len(problems) == 1
    assert all(1 <= problem.line <= text.count("\n") + text.count("\r") + 2 for problem in problems)


@given(st.sampled_from(["!!python/object:", "!!python/object/apply:", "!!python/name:", "!", "!<tag:x>"]), _TEXT)
def test_a_tag_never_makes_anything_but_plain_data(tag: str, text: str) -> None:
    data, messages = read(read_yaml, f"{tag}os.system {text}", "f.yml")
    assert isinstance(data, PLAIN)
    assert messages


@given(_DATA)
def test_what_a_yaml_writer_writes_is_read_back_unchanged(data: object) -> None:
    text = yaml.safe_dump(data, allow_unicode=True, sort_keys=False)
    if "&" not in text:  # the writer abbreviates what is repeated; the reader refuses that
        assert read(read_yaml, text, "f.yml") == (data, [])
