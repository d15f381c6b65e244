"""Problems: what is wrong in the inputs, where, and what was expected instead."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field


@dataclass(frozen=True, order=True)
class Problem:
    """One fault in an input file; `line` counts from 1, `key` is a dotted path or a name."""

    path: str
    line: int
    key: str
    rule: str
    found: str
    expected: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.key}: {self.rule}: {self.found}, expected {self.expected}"


@dataclass(frozen=True)
class Place:
    """A line of a file (from 1), to which a problem can be pinned."""

    path: str
    line: int

    def problem(self, key: str, rule: str, found: str, expected: str) -> Problem:
        """A problem at this place."""
        return Problem(self.path, self.line, key, rule, found, expected)


@dataclass
class Problems:
    """A collector: every stage adds to it, and only its end decides whether to stop."""

    items: list[Problem] = field(default_factory=list)

    def add(self, problem: Problem) -> None:
        """Keep one more problem."""
        self.items.append(problem)

    def __iter__(self) -> Iterator[Problem]:
        return iter(sorted(set(self.items)))

    def __len__(self) -> int:
        return len(set(self.items))

    def __str__(self) -> str:
        return "\n".join(str(problem) for problem in self)

    def only(self, rule: str) -> Problems:
        """Those of one rule."""
        return Problems([problem for problem in self.items if problem.rule == rule])

    def without(self, rule: str) -> Problems:
        """All but those of one rule."""
        return Problems([problem for problem in self.items if problem.rule != rule])


class InputError(Exception):
    """The inputs have problems; its text lists all of them, one a line."""

    def __init__(self, problems: Problems) -> None:
        super().__init__(f"{len(problems)} problem(s) in the inputs\n{problems}")
        self.problems = problems


def shown(value: object, limit: int = 60) -> str:
    """`value` as a message shows it: its repr, cut to `limit` characters."""
    text = repr(value)
    return text if len(text) <= limit else f"{text[: limit - 1]}…"
