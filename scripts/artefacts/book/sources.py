"""The sources: at the end of a chapter with the claims behind them, and all in one list at the end."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from scripts.artefacts.book.html import inline_html
from scripts.artefacts.book.leaf import Leaf, label_of
from scripts.artefacts.book.typst import Label, Markup, call, join, words
from scripts.compiling.shows import sources_between
from scripts.model.claim import Claim


def source_link(leaf: Leaf, name: str) -> Markup:
    """A source by its number, which it gets here if it has none yet, and its short name."""
    leaf.edition.numbers.setdefault(name, len(leaf.edition.numbers) + 1)
    text = f"[{leaf.edition.numbers[name]}] {leaf.knowledge.sources[name].short}"
    return leaf.to_home("source", name, text, page=False)


def references(leaf: Leaf) -> Markup:
    """The sources of a chapter by number, each with the entries of the ledger that rest on it here."""
    cited = dict.fromkeys(name for mark in leaf.citations.marks for name in mark)
    claims = [leaf.knowledge.claims[name] for name in cited]
    rows: dict[str, list[Claim]] = {}
    for item in claims:
        for name in item.sources:
            rows.setdefault(name, []).append(item)
    listed = sorted((leaf.citations.numbers[name], name) for name in rows)
    notes = [(number, _label(leaf, name), _note(leaf, name, rows[name])) for number, name in listed]
    return call("chapter-notes", notes)


def _label(leaf: Leaf, name: str) -> Label:
    return label_of(leaf.knowledge.homes["source", name])


def _note(leaf: Leaf, name: str, claims: Iterable[Claim]) -> Markup:
    entries = join((leaf.to_home("claim", item.id, f"E{leaf.edition.entries[item.id]}") for item in claims), ", ")
    return join([words(f"{leaf.knowledge.sources[name].short}: "), entries])


def source_list(leaf: Leaf, first: str = "", last: str = "") -> Markup:
    """Every source of this part of the list under its number; those that no chapter before has cited come last."""
    names = sources_between(leaf.knowledge, first, last)
    for name in names:
        leaf.edition.numbers.setdefault(name, len(leaf.edition.numbers) + 1)
    return _listed(leaf, names)


def cited_sources(leaf: Leaf) -> Markup:
    """The sources that have a number, with what rests on each and where it is cited."""
    return _listed(leaf, leaf.edition.numbers)


def _listed(leaf: Leaf, names: Iterable[str]) -> Markup:
    numbers = leaf.edition.numbers
    order = sorted(names, key=numbers.__getitem__)
    return call("reference-list", [_reference(leaf, name, leaf.knowledge.resting_on[name]) for name in order])


def _reference(leaf: Leaf, name: str, claims: Sequence[Claim]) -> dict[str, object]:
    source = leaf.knowledge.sources[name]
    known, kind = source.custom, source.custom.kind.words
    where = f"; {known.jurisdiction}" if known.jurisdiction else ""
    linkable = "" if known.linkable else " No address for readers is known."
    told = f"{kind[0].upper()}{kind[1:]}; {known.population.words}{where}; {known.seen.words}.{linkable}"
    return {
        "label": leaf.anchor("source", name),
        "number": leaf.edition.numbers[name],
        "text": inline_html(leaf.knowledge.references[name]),
        "facts": words(told),
        "claims": leaf.entries(claims),
    }
