"""A raw document: plain data, with the line on which every key stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from scripts.problems import Place

Key = tuple[str | int, ...]


@dataclass(frozen=True)
class Document:
    """Plain data (dict, list, str, int, float, bool, None) of one file and where each key stands."""

    path: str
    data: object
    lines: Mapping[Key, int]

    def place(self, *key: str | int) -> Place:
        """Where `key` (a path of names and positions) stands, or its nearest parent."""
        while key and key not in self.lines:
            key = key[:-1]
        return Place(self.path, self.lines.get(key, 1))


def dotted(key: Key) -> str:
    """A key path as messages show it: `measures.0.unit`."""
    return ".".join(str(part) for part in key) or "file"
