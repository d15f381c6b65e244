"""What was made from a file is kept until that file changes: a live preview works on an edited one and no other."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial, wraps
from typing import Generic, TypeVar

from scripts.problems import Problem, Problems

T = TypeVar("T")
Reader = Callable[[str, str, Problems], T]


class Kept(Generic[T]):
    """The last result of each name with its problems, as long as it would be made from the same.

    What is returned must not be changed by whoever gets it.
    """

    def __init__(self) -> None:
        self._memory: dict[str, tuple[tuple[object, ...], T, list[Problem]]] = {}

    def get(self, name: str, made_from: tuple[object, ...], problems: Problems, make: Callable[[Problems], T]) -> T:
        """The result of `make`, which is called where `made_from` differs from the last time."""
        known = self._memory.get(name)
        if known is None or known[0] != made_from:
            own = Problems()
            known = self._memory[name] = (made_from, make(own), [])
            known[2].extend(own)
        for problem in known[2]:
            problems.add(problem)
        return known[1]


def kept(read: Reader[T]) -> Reader[T]:
    """The same reader, which remembers the last text of each path, what it came to, and its problems."""
    memory: Kept[T] = Kept()

    @wraps(read)
    def reader(text: str, path: str, problems: Problems) -> T:
        return memory.get(path, (text,), problems, partial(read, text, path))

    return reader
