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
    """A person's family name."""
    given: Text | None = None
    """A person's given names or initials."""
    literal: Text | None = None
    """The name of a body."""
    suffix: Text | None = None
    """What follows a name, such as Jr."""
    non_dropping_particle: Text | None = Field(default=None, alias="non-dropping-particle")
    """What stands before a family name and belongs to it."""


class CslDate(Value):
    """A CSL date: year, or year and month, or year, month and day."""

    date_parts: tuple[tuple[int, ...], ...] = Field(alias="date-parts", min_length=1)
    """Year; year and month; or year, month and day."""


class Reading(Value):
    """What the project knows of a source beyond its reference."""

    kind: SourceKind
    """What it is."""
    population: Population
    """Whom it is about."""
    seen: Seen
    """How much of it was read."""
    linkable: bool
    """Whether an address fit for readers is known."""
    jurisdiction: Text | None = None
    """The country, where it matters."""


class Source(Value):
    """One item of CSL-JSON; `custom` holds what CSL has no field for."""

    id: Slug
    """The id for ever: the citekey."""
    type: CslType
    """The type of CSL."""
    title: Text
    """The title as printed; in square brackets where it is a description of ours."""
    custom: Reading
    """What the project knows of it beyond its reference."""
    author: tuple[Name, ...] = ()
    """Its authors in order, people or bodies."""
    issued: CslDate | None = None
    """When it was published."""
    container_title: Text | None = Field(default=None, alias="container-title")
    """The journal or book that it stands in."""
    event_title: Text | None = Field(default=None, alias="event-title")
    """The meeting at which it was given."""
    publisher: Text | None = None
    """The publisher."""
    volume: Text | None = None
    """The volume."""
    issue: Text | None = None
    """The issue."""
    number: Text | None = None
    """The number of a report."""
    page: Text | None = None
    """The pages, or the number of the article."""
    language: Text | None = None
    """The language, where it is not English (ISO 639-1)."""
    doi: Doi | None = Field(default=None, alias="DOI")
    """The DOI."""
    pmid: Pmid | None = Field(default=None, alias="PMID")
    """The number in PubMed."""
    pmcid: Pmcid | None = Field(default=None, alias="PMCID")
    """The number in PubMed Central."""
    url: Url | None = Field(default=None, alias="URL")
    """The address."""

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
