"""The parts of the book, and which pages stand in each, in the order of the site's navigation."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from scripts.model.knowledge import Knowledge
from scripts.model.page import Page


@dataclass(frozen=True)
class Part:
    """A part of the book with its chapters."""

    name: str
    title: str
    pages: tuple[Page, ...]


# Where the files of each part begin; a page belongs to the part that names most of its path.
PARTS = {
    "help": ("When to get help", ("patients/red-flags.md",)),
    "subject": ("The subject in short", ("index.md",)),
    "patients": ("For patients and carers", ("patients/",)),
    "clinicians": ("For clinicians", ("clinicians/",)),
    "trainees": ("For trainees", ("trainees/",)),
    "pathways": ("The pathways on paper", ("decide/",)),
    "evidence": ("The evidence", ("evidence/",)),
    "ledger": ("The ledger of claims", ("evidence/ledger/",)),
    "about": ("About this work", ("about/", "")),
    "references": ("References", ("evidence/sources",)),
    "glossary": ("Glossary", ("patients/glossary.md",)),
    "index": ("Index", ("a-to-z",)),
}


def parts(knowledge: Knowledge, navigation: Iterable[str], takes: Callable[[Page], bool]) -> list[Part]:
    """The pages that a document takes, each in its part; `navigation` gives the paths of pages in order."""
    place = {path: number for number, path in enumerate(navigation)}
    pages = sorted(knowledge.pages.values(), key=lambda page: (place.get(page.path, len(place)), page.path))
    chosen: dict[str, list[Page]] = {name: [] for name in PARTS}
    for page in filter(takes, pages):
        chosen[part_of(page)].append(page)
    return [Part(name, PARTS[name][0], tuple(found)) for name, found in chosen.items() if found]


def part_of(page: Page) -> str:
    """The part that a page belongs to."""
    fits = [
        (len(start), name) for name, (_, starts) in PARTS.items() for start in starts if page.path.startswith(start)
    ]
    return max(fits)[1]
