"""The words that readers type, in groups of one meaning."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

from scripts.model.base import PATTERNS, Slug, Value

# As the search reads a query: lower case, without apostrophes and other signs.
_TYPED = r"^[a-z0-9]+( [a-z0-9]+)*$"
PATTERNS[_TYPED] = "words as the search reads them: lower case, no signs, such as cant poo"
Typed = Annotated[str, StringConstraints(pattern=_TYPED, max_length=40)]


class WordGroup(Value):
    """Words and spellings of which each finds what the others find; never shown to a reader.

    `red_flags`: the signs that come first when one of the words is typed.
    """

    id: Slug
    words: tuple[Typed, ...] = Field(min_length=1)
    red_flags: tuple[Slug, ...] = ()
