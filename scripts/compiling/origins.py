"""Where each compiled thing stands in the files, for messages of later stages."""

from __future__ import annotations

from dataclasses import dataclass, field

from scripts.problems import Place, Problem
from scripts.reading.document import Document, Key


@dataclass
class Origins:
    """A table from (kind, id) to the document and key that hold it.

    `faulty`: things that exist but could not be compiled, so that one fault is not reported again as an unknown id.
    `incomplete`: kinds of which a whole file could not be read, so that what it held is not reported as missing.
    """

    table: dict[tuple[str, str], tuple[Document, Key]] = field(default_factory=dict)
    faulty: set[tuple[str, str]] = field(default_factory=set)
    incomplete: set[str] = field(default_factory=set)

    def add(self, kind: str, name: str, document: Document, key: Key) -> Problem | None:
        """Note where a thing stands; a problem where its id is taken."""
        if (kind, name) in self.table:
            first = self.place(kind, name)
            place = document.place(*key, "id")
            found = f"a second {kind} '{name}'"
            return place.problem(name, "duplicate-id", found, f"one (the first: {first.path}:{first.line})")
        self.table[kind, name] = (document, key)
        return None

    def place(self, kind: str, name: str, *key: str | int) -> Place:
        """The place of a thing, or of a key inside it."""
        document, base = self.table[kind, name]
        return document.place(*base, *key)
