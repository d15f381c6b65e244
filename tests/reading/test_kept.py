"""What was read is kept until its text changes."""

from __future__ import annotations

from scripts.problems import Problem, Problems
from scripts.reading.kept import kept


def test_a_text_is_read_once_and_its_problems_are_reported_each_time() -> None:
    read: list[str] = []

    @kept
    def reader(text: str, path: str, problems: Problems) -> str:
        read.append(text)
        problems.add(Problem(path, 1, "file", "odd", text, "another"))
        return text.upper()

    for text, path in (("one", "a"), ("one", "a"), ("two", "a"), ("one", "b"), ("two", "a")):
        problems = Problems()
        assert reader(text, path, problems) == text.upper()
        assert [(problem.path, problem.found) for problem in problems] == [(path, text)]
    assert read == ["one", "two", "one"]
