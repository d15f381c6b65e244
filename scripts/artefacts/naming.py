"""What the copies to keep are called, and the words of the forms: `extra.book` in mkdocs.yml.

The engine knows no subject. A knowledge base says here what its book, guides, deck and diary are about.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from enum import StrEnum
from typing import Annotated

from pydantic import BeforeValidator, Field, ValidationError

from scripts.artefacts.errors import BuildError
from scripts.artefacts.settings import extra
from scripts.model.base import PATTERNS, Slug, Text, Value
from scripts.model.knowledge import Knowledge
from scripts.project import Project

_PLACE = "extra.book"
_EXPECTED = {"missing": "a value", "extra_forbidden": "no such key", "too_short": "one entry or more"}


class Kind(StrEnum):
    """How a column of the diary is filled in."""

    TEXT = "text"
    CHECK = "check"


class Line(Value):
    """A line of the diary for what was prescribed; `hint` is read out by a screen reader."""

    id: Slug
    label: Text
    hint: Text


class Column(Line):
    """A column of the diary for what happened; `width` is its share of the page's width."""

    kind: Annotated[Kind, BeforeValidator(lambda word: Kind(word) if word in list(Kind) else word)] = Kind.TEXT
    width: int = Field(gt=0)


class Diary(Value):
    """The diary: its title, the page to which it leads, and what can be written into it."""

    title: Text
    page: Slug
    prescribed: tuple[Line, ...] = Field(min_length=1, strict=False)
    columns: tuple[Column, ...] = Field(min_length=1, strict=False)


class Copies(Value):
    """What a knowledge base says of its copies.

    `name` begins the name of the book's file and is part of the ids of flashcards, so it never changes. `subject`
    begins titles, and is what pages are about for search engines. `questions` is the page whose questions become a
    form; it and the diary may be left out.
    """

    name: Slug
    subject: Text
    questions: Slug | None = None
    diary: Diary | None = None

    def titled(self, what: str) -> str:
        """The title of a copy."""
        return f"{self.subject}: {what}"


def copies_of(project: Project, knowledge: Knowledge) -> Copies:
    """The settings of the copies; raises BuildError with every fault of them."""
    given = extra(project).get("book")
    if given is None:
        raise BuildError(f"mkdocs.yml: {_PLACE}: nothing, expected name and subject of the copies to keep")
    try:
        copies = Copies.model_validate(given)
    except ValidationError as error:
        raise BuildError("\n".join(_faults(error))) from None
    if unknown := list(_unknown(copies, knowledge.pages)):
        raise BuildError("\n".join(unknown))
    return copies


def _faults(error: ValidationError) -> Iterator[str]:
    places = [fault["loc"] for fault in error.errors()]
    for fault in error.errors():
        if any(place[: len(fault["loc"])] == fault["loc"] != place for place in places):
            continue  # what a fault within it entails
        place = ".".join([_PLACE, *map(str, fault["loc"])])
        found = "nothing" if fault["type"] == "missing" else repr(fault["input"])
        pattern = PATTERNS.get(str(fault.get("ctx", {}).get("pattern")))
        expected = pattern or _EXPECTED.get(fault["type"]) or fault["msg"].removeprefix("Input should be ").lower()
        yield f"mkdocs.yml: {place}: {found}, expected {expected}"


def _unknown(copies: Copies, pages: Collection[str]) -> Iterator[str]:
    named = {"questions": copies.questions, "diary.page": copies.diary.page if copies.diary else None}
    for key, page in named.items():
        if page is not None and page not in pages:
            yield f"mkdocs.yml: {_PLACE}.{key}: {page!r}, expected the id of a page"
