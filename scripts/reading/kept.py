"""What was made from a file is kept until that file changes: a live preview works on an edited one and no other."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial, wraps
from typing import Generic, TypeVar

from scripts.problems import Problem, Problems

T = TypeVar("T")
Reader = Callable[[str, str, Problems], T]


class Kept(Generic[T]):
    """The last result of each name, as long as it would be made from the same.

    What is returned must not be changed by whoever gets it.
    """

    def __init__(self) -> None:
        self._memory: dict[str, tuple[tuple[object, ...], T]] = {}

    def get(self, name: str, made_from: tuple[object, ...], make: Callable[[], T]) -> T:
        """The result of `make`, which is called where `made_from` differs from the last time."""
        known = self._memory.get(name)
        if known is None or known[0] != made_from:
            known = self._memory[name] = (made_from, make())
        return known[1]


class KeptReading(Generic[T]):
    """The same for what is made with problems: they are reported each time."""

    def __init__(self) -> None:
        self._memory: Kept[tuple[T, list[Problem]]] = Kept()

    def get(self, name: str, made_from: tuple[object, ...], problems: Problems, make: Callable[[Problems], T]) -> T:
        """The result of `make`, and its problems added to `problems`."""
        value, found = self._memory.get(name, made_from, partial(_apart, make))
        for problem in found:
            problems.add(problem)
        return value


def _apart(make: Callable[[Problems], T]) -> tuple[T, list[Problem]]:
    own = Problems()
    value = make(own)
    return value, list(own)


def kept(read: Reader[T]) -> Reader[T]:
    """The same reader, which remembers the last text of each path, what it came to, and its problems."""
    memory: KeptReading[T] = KeptReading()

    @wraps(read)
    def reader(text: str, path: str, problems: Problems) -> T:
        return memory.get(path, (text,), problems, partial(read, text, path))

    return reader
