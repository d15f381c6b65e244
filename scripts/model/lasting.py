"""What was published and must go on being found: addresses, where they lead once they moved, and claims' histories."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from pydantic import Field

from scripts.model.base import Text, Value


class Publication(Value):
    """The addresses that were first published with a version: for each page's address, ids by kind.

    The id of a page or of a thing is its own; that of a section is its anchor.
    """

    version: Text
    day: datetime.date
    pages: dict[str, dict[Text, tuple[Text, ...]]]

    def entries(self) -> Iterator[tuple[str, str, str]]:
        """Each address: the page's, the kind and the id of what was published there."""
        for url, kinds in self.pages.items():
            yield from ((url, kind, name) for kind, names in kinds.items() for name in names)


class Forward(Value):
    """A published address whose content now stands at another."""

    source: str = Field(alias="from")
    to: str


class Tombstone(Value):
    """A published address whose content was withdrawn; `see` is the nearest that there is."""

    source: str = Field(alias="from")
    withdrawn: datetime.date
    because: Text
    see: str

    @property
    def to(self) -> str:
        """Where a reader is sent."""
        return self.see


class Change(Value):
    """A change of a claim after it was first released."""

    date: datetime.date
    """The day of the change."""
    version: Text
    """The version that first has it."""
    what: Text
    """What changed."""
    why: Text
    """Why it changed."""


class History(Value):
    """Since when a claim has been in the ledger, and what has changed in it since."""

    since: Text
    """The version that first had it."""
    day: datetime.date
    """The day of that version."""
    changes: tuple[Change, ...] = ()
    """What changed later, the oldest first."""


@dataclass(frozen=True)
class Lasting:
    """Everything published so far, the oldest first; what became of some of it; and the changes of claims."""

    publications: tuple[Publication, ...] = ()
    forwards: tuple[Forward | Tombstone, ...] = ()
    changes: tuple[tuple[str, tuple[Change, ...]], ...] = ()

    def histories(self) -> dict[str, History]:
        """The history of every claim that was published."""
        changes, found = dict(self.changes), dict[str, History]()
        for publication in self.publications:
            for _, kind, name in publication.entries():
                if kind == "claim":
                    since = History(since=publication.version, day=publication.day, changes=changes.get(name, ()))
                    found.setdefault(name, since)
        return found


def address(url: str, anchor: str) -> str:
    """A place on the site, below its root."""
    return f"{url}#{anchor}" if anchor else url
