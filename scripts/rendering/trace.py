"""The trace: each statement of the source document, our verdict, and the pages that carry it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from markupsafe import Markup

from scripts.model.document import DocumentReference, Question, Statement
from scripts.model.knowledge import Address
from scripts.rendering.view import View


@dataclass(frozen=True)
class Traced:
    """A statement or question with the addresses that carry it and the sources probably behind its numbers."""

    item: Statement | Question
    carriers: tuple[Address, ...]
    references: tuple[DocumentReference, ...]


def trace(view: View, *names: str) -> Markup:
    """The whole document, or the named statements, with verdicts."""
    document = view.knowledge.document
    if document is None:
        raise KeyError("there is no source document")
    chosen = [item for item in document.items if not names or item.id in names]
    verdicts = Counter(item.verdict for item in chosen)
    rows = [traced(view, item) for item in chosen]
    return view.template("trace.html", document=document, rows=rows, verdicts=verdicts, whole=not names)


def traced(view: View, item: Statement | Question) -> Traced:
    """A statement or question with what carries it."""
    document = view.knowledge.document
    numbers = getattr(item, "cites", ())
    references = tuple(r for r in (document.references if document else ()) if r.number in numbers)
    return Traced(item, carriers(view, item.id), references)


def carriers(view: View, statement: str) -> tuple[Address, ...]:
    """The sections of pages that say they carry a statement."""
    return tuple(
        Address(page.id, section)
        for page in view.knowledge.pages.values()
        for section, statements in page.front.covers.items()
        if statement in statements
    )
