"""A source: one CSL item, and how much of it was read."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from scripts.model.base import Doi, Pmcid, Pmid, Slug, Text, Url, Value
from scripts.model.vocabulary import Population, Seen, SourceKind

CslType = Literal[
    "article-journal", "article-magazine", "book", "chapter", "document", "legislation", "paper-conference",
    "report", "thesis", "webpage",
]  # fmt: skip


class Name(Value):
    """A person (family, given) or a body (literal)."""

    family: Text | None = None
    given: Text | None = None
    literal: Text | None = None
    suffix: Text | None = None
    non_dropping_particle: Text | None = Field(default=None, alias="non-dropping-particle")


class CslDate(Value):
    """A CSL date: year, or year and month, or year, month and day."""

    date_parts: tuple[tuple[int, ...], ...] = Field(alias="date-parts", min_length=1)


class Reading(Value):
    """What the project knows of a source beyond its reference."""

    kind: SourceKind
    population: Population
    seen: Seen
    linkable: bool
    jurisdiction: Text | None = None


class Source(Value):
    """One item of CSL-JSON; `custom` holds what CSL has no field for."""

    id: Slug
    type: CslType
    title: Text
    custom: Reading
    author: tuple[Name, ...] = ()
    issued: CslDate | None = None
    container_title: Text | None = Field(default=None, alias="container-title")
    event_title: Text | None = Field(default=None, alias="event-title")
    publisher: Text | None = None
    volume: Text | None = None
    issue: Text | None = None
    number: Text | None = None
    page: Text | None = None
    language: Text | None = None
    doi: Doi | None = Field(default=None, alias="DOI")
    pmid: Pmid | None = Field(default=None, alias="PMID")
    pmcid: Pmcid | None = Field(default=None, alias="PMCID")
    url: Url | None = Field(default=None, alias="URL")

    @property
    def short(self) -> str:
        """Who and when, for a marker's label: first author or title, and year."""
        first = self.author[0] if self.author else None
        who = (first.family or first.literal if first else None) or self.title.strip("[]")
        return f"{who}, {self.year}" if self.year else who

    @property
    def year(self) -> int | None:
        """The year of publication, where known."""
        return self.issued.date_parts[0][0] if self.issued else None
