"""What was read is kept until its text changes, so that a live preview reads an edited file and no other."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from scripts.problems import Problem, Problems

T = TypeVar("T")
Reader = Callable[[str, str, Problems], T]


def kept(read: Reader[T]) -> Reader[T]:
    """The same reader, which remembers the last text of each path, what it came to, and its problems.

    What a reader returns must not be changed by whoever gets it.
    """
    memory: dict[str, tuple[str, T, list[Problem]]] = {}

    @wraps(read)
    def reader(text: str, path: str, problems: Problems) -> T:
        if path not in memory or memory[path][0] != text:
            own = Problems()
            memory[path] = (text, read(text, path, own), list(own))
        _, value, found = memory[path]
        for problem in found:
            problems.add(problem)
        return value

    return reader
