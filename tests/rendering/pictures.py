"""What the tests of pictures share: the small knowledge base with a page that describes pictures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from scripts.model.knowledge import Knowledge
from scripts.model.page import FrontMatter
from tests.markup import Element
from tests.rendering.support import CLINICIANS, changed


def with_front(knowledge: Knowledge, **keys: object) -> Knowledge:
    """The knowledge with other front matter on the clinicians' page."""
    page = knowledge.pages[CLINICIANS]
    front = FrontMatter.model_validate({**page.front.model_dump(), **keys}, strict=False)
    return replace(knowledge, pages={**knowledge.pages, CLINICIANS: replace(page, front=front)})


def with_measures(knowledge: Knowledge, name: str, *measures: Mapping[str, Any], **fields: object) -> Knowledge:
    """The knowledge with other measures of a claim."""
    claim = changed(knowledge.claims[name], measures=list(measures), **fields)
    return replace(knowledge, claims={**knowledge.claims, name: claim})


def share(value: float, **fields: object) -> dict[str, object]:
    """A measure: so many per cent."""
    return {"outcome": "healing", "arm": "dilation", "value": value, "unit": "%", **fields}


def cells(tree: Element, table: str) -> list[dict[str, str]]:
    """The rows of a table by the names of their cells; a row's own head is ""."""
    rows = tree.one(f"table.{table}").one("tbody").all("tr")
    return [
        {cell.attrs.get("data-label", ""): cell.text for cell in row.children if isinstance(cell, Element)}
        for row in rows
    ]
