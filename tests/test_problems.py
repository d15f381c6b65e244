"""A problem names place, key, rule, what was found and what was expected; a collection is sorted, each once."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from scripts.problems import InputError, Place, Problem, Problems, shown

FIRST = Place("a.yml", 9).problem("key", "rule", "this", "that")
SECOND = Problem("a.yml", 10, "key", "rule", "this", "that")
THIRD = Problem("b.yml", 1, "key", "other", "this", "that")


def test_a_problem_reads_as_a_line() -> None:
    assert str(FIRST) == "a.yml:9: key: rule: this, expected that"


def test_problems_are_sorted_by_file_and_line_and_counted_once() -> None:
    problems = Problems([THIRD, SECOND])
    problems.add(FIRST)
    problems.add(SECOND)
    assert (list(problems), len(problems)) == ([FIRST, SECOND, THIRD], 3)


def test_problems_of_one_rule_can_be_taken_out() -> None:
    problems = Problems([THIRD, SECOND, FIRST])
    assert list(problems.only("other")) == [THIRD]
    assert list(problems.without("other")) == [FIRST, SECOND]


def test_an_error_lists_every_problem() -> None:
    assert str(InputError(Problems([THIRD, FIRST]))) == f"2 problem(s) in the inputs\n{FIRST}\n{THIRD}"


@given(st.text() | st.lists(st.integers()))
def test_what_is_shown_of_a_value_fits_on_a_line(value: object) -> None:
    text = shown(value)
    assert len(text) <= 60
    assert "\n" not in text
    assert repr(value).startswith(text.removesuffix("…"))
