"""Glossary terms, and cards that show where sources disagree."""

from __future__ import annotations

from pydantic import Field

from scripts.model.base import Slug, Text, Value


class Term(Value):
    """A word of the field in plain words; `also` are its synonyms."""

    id: Slug
    term: Text
    also: tuple[Text, ...] = ()
    plain: Text
    claims: tuple[Slug, ...] = ()


class Position(Value):
    """One side of a disagreement: who holds it, what they say in our words, and the claims behind it."""

    who: Text
    says: Text
    claims: tuple[Slug, ...] = Field(min_length=1)


class Disagreement(Value):
    """A question on which sources differ; `reading` is what this site makes of it."""

    id: Slug
    question: Text
    topic: Slug
    positions: tuple[Position, ...] = Field(min_length=2)
    reading: Text
