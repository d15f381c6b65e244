"""Every page, section and statement that a page's front matter names exists."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.checks.support import unknown
from scripts.compiling.compile import Compiled
from scripts.compiling.pages import PageFile
from scripts.problems import Problem


def check(compiled: Compiled) -> Iterator[Problem]:
    """Problems `unknown-page`, `unknown-section`, `unknown-statement`, `unknown-claim`; of a comparison also
    `comparison-cells` and `empty-cell`.
    """
    statements = [item.id for item in compiled.knowledge.statements]
    for file in compiled.files:
        front, raw = file.page.front, file.raw.front
        named = {"related": front.related, "plain_page": [front.plain_page], "evidence_page": [front.evidence_page]}
        for key, names in named.items():
            pages = [name for name in names if name]
            yield from unknown(compiled, "page", pages, compiled.knowledge.pages, raw.place(key), key)
        sections = [section.id for section in file.page.sections]
        for section, covered in front.covers.items():
            place, key = raw.place("covers", section), f"covers.{section}"
            yield from unknown(compiled, "section", [section], sections, place, key)
            yield from unknown(compiled, "statement", covered, statements, place, key)
        yield from _comparison(compiled, file, sections)


def _comparison(compiled: Compiled, file: PageFile, sections: list[str]) -> Iterator[Problem]:
    """A comparison has a cell for every criterion, and names sections and claims that exist."""
    comparison = file.page.front.comparison
    if comparison is None:
        return
    criteria = {criterion.id for criterion in comparison.criteria}
    for position, row in enumerate(comparison.rows):
        key = f"comparison.{row.id}"
        place = file.raw.front.place("comparison", "rows", position)
        yield from unknown(compiled, "section", [row.section], sections, place, key)
        if criteria != set(row.cells):
            odd = ", ".join(sorted(criteria ^ set(row.cells)))
            yield place.problem(
                key, "comparison-cells", f"cells and criteria that do not match: {odd}", "one cell each"
            )
        for name, cell in row.cells.items():
            where = file.raw.front.place("comparison", "rows", position, "cells", name)
            named = [*cell.claims, *(figure.claim for figure in cell.figures)]
            yield from unknown(compiled, "claim", named, compiled.knowledge.claims, where, f"{key}.{name}")
            if not (cell.text or cell.figures):
                yield where.problem(f"{key}.{name}", "empty-cell", "neither words nor figures", "words or figures")
