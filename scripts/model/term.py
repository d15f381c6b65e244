"""Glossary terms, and cards that show where sources disagree."""

from __future__ import annotations

from pydantic import Field

from scripts.model.base import Slug, Text, Value


class Term(Value):
    """A word of the field in plain words; `also` are its synonyms."""

    id: Slug
    """The id for ever."""
    term: Text
    """The word."""
    also: tuple[Text, ...] = ()
    """Its synonyms."""
    plain: Text
    """What it means, in plain words."""
    claims: tuple[Slug, ...] = ()
    """Ids of the claims behind it."""


class Position(Value):
    """One side of a disagreement: who holds it, what they say in our words, and the claims behind it."""

    who: Text
    """Who holds it."""
    says: Text
    """What they say, in our words."""
    claims: tuple[Slug, ...] = Field(min_length=1)
    """Ids of the claims behind it."""


class Disagreement(Value):
    """A question on which sources differ; `reading` is what this site makes of it."""

    id: Slug
    """The id for ever."""
    question: Text
    """The question on which sources differ."""
    topic: Slug
    """The topic of the ledger."""
    positions: tuple[Position, ...] = Field(min_length=2)
    """Who says what."""
    reading: Text
    """What this site makes of it."""
