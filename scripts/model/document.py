"""The source document, taken apart: its statements and questions, and what the evidence makes of each."""

from __future__ import annotations

import datetime

from pydantic import Field

from scripts.model.base import Slug, StatementId, Text, Url, Value
from scripts.model.vocabulary import Answer, Sure, Verdict


class DocumentFacts(Value):
    """What the document is."""

    title: Text
    """Its title."""
    publisher: Text
    """Its publisher."""
    checked: datetime.date
    """When it was read."""
    url: Url
    """Its address."""
    own_disclaimer: Text
    """What it says of itself."""
    licence: Text
    """Its rights."""


class DocumentReference(Value):
    """One of the document's bare reference numbers and the source that probably stands behind it."""

    number: int = Field(ge=1)
    """The number in the document."""
    source: Slug | None
    """The id of the source that probably stands behind it."""
    sure: Sure
    """How sure we are."""
    why: Text
    """Why we think so."""


class Statement(Value):
    """One statement of the document, in our words, with our verdict and the claims that carry it."""

    id: StatementId
    """The id for ever."""
    section: Slug
    """The section of the document."""
    cites: tuple[int, ...]
    """The document's own reference numbers."""
    says: Text
    """What it says, in our words."""
    verdict: Verdict
    """What the evidence makes of it."""
    because: Text
    """Why."""
    claims: tuple[Slug, ...]
    """Ids of the claims that carry the verdict."""


class Question(Value):
    """One question that the document leaves open, and how far the evidence answers it."""

    id: StatementId
    """The id for ever."""
    says: Text
    """What it asks, in our words."""
    verdict: Answer
    """How far the evidence answers it."""
    because: Text
    """Why."""
    claims: tuple[Slug, ...]
    """Ids of the claims that carry the verdict."""


class SourceDocument(Value):
    """The whole document."""

    document: DocumentFacts
    references: tuple[DocumentReference, ...]
    statements: tuple[Statement, ...]
    questions: tuple[Question, ...]

    @property
    def items(self) -> tuple[Statement | Question, ...]:
        """The statements, then the questions."""
        return (*self.statements, *self.questions)
