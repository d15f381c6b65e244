"""The index at the back: where each term and technique is spoken of, each red flag, and each page with its sections."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from scripts.artefacts.book.leaf import Leaf, label_of
from scripts.artefacts.book.typst import Markup, call, join, words
from scripts.model.knowledge import Address, Knowledge
from scripts.model.span import within
from scripts.rendering.index import between, flags_in_order, pages_in_order, sections_of


def marker_of(knowledge: Knowledge) -> Callable[[str], Markup]:
    """A finder of the glossary's words in the texts of a chapter, for the index.

    It marks each word where the chapter first uses it: a word that stands everywhere would have a hundred pages.
    """
    names = {_plain(name): term.id for term in knowledge.terms.values() for name in (term.term, *term.also)}
    pattern = re.compile(rf"\b({'|'.join(sorted(map(re.escape, names), key=len, reverse=True))})s?\b")

    marked: set[str] = set()

    def mark(text: str) -> Markup:
        found = dict.fromkeys(names[match] for match in pattern.findall(_plain(text)) if names[match] not in marked)
        marked.update(found)
        return join(call("indexed", f"term:{name}") for name in found)

    return mark


def _plain(text: str) -> str:
    return text.lower().replace("’", "'")


def index_of(leaf: Leaf, what: str, first: str = "", last: str = "") -> Markup:
    """Every red flag, every term and technique, or every page with its sections, with page numbers."""
    return _LISTS[what](leaf, first, last)


def _flags(leaf: Leaf, first: str, last: str) -> Markup:
    rows = [
        (f"flag:{flag.id}", join([call("strong", words(f"{flag.urgency.words}: ")), words(flag.sign)]))
        for flag in between(flags_in_order(leaf.knowledge), first, last)
    ]
    return call("page-index", rows)


def _terms(leaf: Leaf, first: str, last: str) -> Markup:
    entries: list[tuple[str, Markup]] = []
    for term in leaf.knowledge.terms.values():
        entries.append((term.term, call("index-entry", f"term:{term.id}", words(term.term))))
        entries += [(name, call("index-see", words(name), words(term.term))) for name in term.also]
    for page in leaf.knowledge.pages.values():
        for row in page.front.comparison.rows if page.front.comparison else ():
            place = label_of(Address(page.id, row.section))
            entries.append((row.label, call("index-place", place, words(f"{row.label} (technique)"))))
    bounds = first.lower(), last.lower()
    return call("index-columns", _by_letter(entry for entry in entries if within(entry[0].lower(), *bounds)))


def _by_letter(entries: Iterable[tuple[str, Markup]]) -> list[tuple[str, list[Markup]]]:
    groups: dict[str, list[Markup]] = {}
    for name, entry in sorted(entries, key=lambda item: _plain(item[0])):
        groups.setdefault(name[0].upper(), []).append(entry)
    return list(groups.items())


def _pages(leaf: Leaf, first: str, last: str) -> Markup:
    rows = []
    for page in between(pages_in_order(leaf.knowledge), first, last):
        title = call("index-place", label_of(Address(page.id)), words(page.front.title))
        inner = [
            call("index-place", label_of(Address(page.id, name)), words(title)) for name, title in sections_of(page)
        ]
        rows.append((title, inner))
    return call("index-pages", rows)


_LISTS: dict[str, Callable[[Leaf, str, str], Markup]] = {"red-flags": _flags, "terms": _terms, "pages": _pages}
