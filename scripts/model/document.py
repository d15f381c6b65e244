"""The source document, taken apart: its statements and questions, and what the evidence makes of each."""

from __future__ import annotations

import datetime

from pydantic import Field

from scripts.model.base import Slug, StatementId, Text, Url, Value
from scripts.model.vocabulary import Answer, Sure, Verdict


class DocumentFacts(Value):
    """What the document is."""

    title: Text
    publisher: Text
    checked: datetime.date
    url: Url
    own_disclaimer: Text
    licence: Text


class DocumentReference(Value):
    """One of the document's bare reference numbers and the source that probably stands behind it."""

    number: int = Field(ge=1)
    source: Slug | None
    sure: Sure
    why: Text


class Statement(Value):
    """One statement of the document, in our words, with our verdict and the claims that carry it."""

    id: StatementId
    section: Slug
    cites: tuple[int, ...]
    says: Text
    verdict: Verdict
    because: Text
    claims: tuple[Slug, ...]


class Question(Value):
    """One question that the document leaves open, and how far the evidence answers it."""

    id: StatementId
    says: Text
    verdict: Answer
    because: Text
    claims: tuple[Slug, ...]


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
