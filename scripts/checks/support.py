"""What several rules need: the place of a macro call, and the ids that exist."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from difflib import get_close_matches

from scripts.compiling.compile import Compiled
from scripts.compiling.pages import PageFile
from scripts.model.page import MacroCall, Page
from scripts.problems import Place, Problem, shown


def calls(compiled: Compiled) -> Iterator[tuple[PageFile, MacroCall, Place]]:
    """Every macro call of every page, with its place."""
    for file in compiled.files:
        for call in file.page.calls:
            yield file, call, Place(file.raw.path, call.line)


def anchors(compiled: Compiled, page: Page) -> set[str]:
    """The ids on a page that can be linked to: its headings, and what its macros list in full."""
    return {section.id for section in page.sections} | compiled.listed.get(page.id, set())


def unknown(
    compiled: Compiled, kind: str, names: Iterable[object], known: Collection[str], place: Place, key: str
) -> Iterator[Problem]:
    """A problem for each of `names` that is not a `kind` (and not one that is itself reported as faulty)."""
    for name in names:
        if name not in known and (kind, name) not in compiled.origins.faulty:
            rule = f"unknown-{kind.replace(' ', '-')}"
            yield place.problem(key, rule, shown(name), f"the id of a {kind}{_nearest(str(name), known)}")


def _nearest(name: str, known: Collection[str]) -> str:
    close = get_close_matches(name, known, n=1)
    return f" (perhaps '{close[0]}')" if close else ""
