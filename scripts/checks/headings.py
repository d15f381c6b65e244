"""A page has one title, first; every heading has a permanent id of its own; no level is skipped."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.compiling.compile import Compiled
from scripts.problems import Place, Problem
from scripts.reading.page import RawPage


def check(compiled: Compiled) -> Iterator[Problem]:
    """Problems `heading`."""
    for file in compiled.files:
        yield from _headings(file.raw)


def _headings(raw: RawPage) -> Iterator[Problem]:
    if not raw.headings or raw.headings[0].level != 1:
        place = Place(raw.path, raw.headings[0].line if raw.headings else raw.first_line)
        yield place.problem("body", "heading", "no title as the first heading", "a line such as # Title {: #id }")
    level, seen = 0, set[str]()
    for heading in raw.headings:
        place, key = Place(raw.path, heading.line), heading.id or heading.text
        if heading.id is None:
            yield place.problem(key, "heading", "a heading without a permanent id", "{: #id } at its end")
        elif heading.id in seen:
            yield place.problem(key, "heading", f"the id '{heading.id}' a second time", "an id of its own")
        if heading.level == 1 and level:
            yield place.problem(key, "heading", "a second title", "one title, then sections")
        elif heading.level > level + 1:
            yield place.problem(key, "heading", f"level {heading.level} after level {level}", f"at most {level + 1}")
        level = heading.level
        seen.add(heading.id or "")
