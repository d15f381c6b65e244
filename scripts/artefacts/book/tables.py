"""Things side by side: on paper each row of a wide table becomes a card of its own, with its columns as a list."""

from __future__ import annotations

from scripts.artefacts.book.leaf import Leaf, label_of
from scripts.artefacts.book.typst import Level, Markup, call, join, plain, words
from scripts.model.care import Protocol
from scripts.model.knowledge import Address
from scripts.model.page import Cell, Row
from scripts.rendering.tables import COLUMNS, copies_of, figures_of, rows_of

_UNSAID = "What is not listed, the source does not say, or the part was not seen."
WEAK = "Weak: not for use as a protocol"


def protocols(leaf: Leaf, kind: str, *names: str) -> Markup:
    """The home protocols of one kind, each as a card; what a source does not say is left out."""
    rows = rows_of(leaf, kind, *names)
    copies = copies_of(leaf, rows)
    title = f"{kind.replace('-', ' ').capitalize()}: what each source says. {_UNSAID}"
    return call("cards", words(title), [_protocol(leaf, row, copies[row.id]) for row in rows])


def who(leaf: Leaf, row: Protocol) -> Markup:
    """Who says it, with its markers."""
    return join([words(f"{row.who}, {row.country}" if row.country else row.who), leaf.marker(leaf.shown(row.claims))])


def _protocol(leaf: Leaf, row: Protocol, copies: list[str]) -> dict[str, object]:
    facts = [(label, words(getattr(row, name))) for name, label in COLUMNS.items() if getattr(row, name)]
    facts += [("Notes", words(row.notes))] if row.notes else []
    follows = f": follows {', '.join(copies)}" if copies else ""
    derived = f" ({row.derivation})" if row.derivation else ""
    copy = f"Not independent{follows}{derived}" if copies or row.derivation else ""
    warnings = [words(text) for text in (WEAK if row.weak else "", copy) if text]
    label = leaf.anchor("protocol", row.id)
    return {"level": Level(), "label": label, "title": who(leaf, row), "warnings": warnings, "facts": _named(facts)}


def _named(facts: list[tuple[str, Markup]]) -> list[tuple[Markup, Markup]]:
    return [(words(label), text) for label, text in facts]


def compare(leaf: Leaf, name: str) -> Markup:
    """The comparison in the page's front matter, each row as a card."""
    comparison = leaf.page.front.comparison
    if comparison is None or comparison.id != name:
        raise KeyError(f"the page {leaf.page.id!r} has no comparison {name!r}")
    labels = {item.id: item.label for item in comparison.criteria}
    return call("cards", words(comparison.caption), [_row(leaf, row, labels) for row in comparison.rows])


def _row(leaf: Leaf, row: Row, labels: dict[str, str]) -> dict[str, object]:
    facts = [(label, _cell(leaf, row.cells[key])) for key, label in labels.items()]
    target = label_of(Address(leaf.page.id, row.section))
    title = call("to", target, words(row.label))
    return {"level": Level(), "label": None, "title": title, "warnings": [], "facts": _named(facts)}


def _cell(leaf: Leaf, cell: Cell) -> Markup:
    found = "; ".join(plain(text) for text in figures_of(leaf, cell))
    none = "No evidence found. " if cell.none_found else ""
    text = f"{none}{found}{'. ' if found and cell.text else ''}{cell.text or ''}"
    return join([words(text), leaf.marker(leaf.shown(cell.claims))])
