"""What every file of published data says of itself, and the index of all files."""

from __future__ import annotations

from typing import Generic, Literal, TypeVar

from pydantic import Field

from scripts.model.base import Slug, Text, Value
from scripts.model.document import DocumentFacts

T = TypeVar("T", bound=Value)


class Envelope(Value):
    """What every file says of itself."""

    json_schema: Text = Field(alias="$schema")
    """The address of the JSON Schema (2020-12) of this file."""
    api: Literal["v1"]
    """The version of the shapes of these files."""
    version: Text
    """The version of the knowledge base."""
    permalink: Text
    """The address of this file."""
    licence: Literal["CC BY 4.0"]
    """The licence of the content."""
    licence_url: Text
    """The address of the licence."""
    attribution: Text
    """Whom to name."""
    caveat: Text
    """What holds for everything in the file."""


class Collection(Envelope, Generic[T]):
    """Things of one kind; the file of a single thing has the same shape, with one item."""

    items: tuple[T, ...]
    """The things, in the order of the site's own files."""


class CollectionFacts(Value):
    """What the index says of a collection."""

    name: Slug
    """Its name."""
    title: Text
    """What it holds."""
    count: int
    """How many items it holds."""
    json_file: Text = Field(alias="json")
    """The address of its file."""
    json_schema: Text = Field(alias="schema")
    """The address of its JSON Schema."""
    csv: Text | None = None
    """The address of the same as a table, where there is one."""
    item: Text | None = None
    """The address of a single item, with {id} in the place of its id, where there are such files."""


class Index(Envelope):
    """All collections, and the source document that the trace takes apart."""

    title: Text
    """The title of the knowledge base."""
    collections: tuple[CollectionFacts, ...]
    """What there is."""
    document: DocumentFacts | None = None
    """The source document that the trace takes apart."""
