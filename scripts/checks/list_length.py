"""A page with a list stays within what a page may weigh: a list that grew too long is split by its author."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from scripts.compiling.compile import Compiled
from scripts.compiling.shows import sources_between
from scripts.model.knowledge import Knowledge
from scripts.model.page import MacroCall, Page
from scripts.problems import Place, Problem
from scripts.rendering.index import INDEXED, indexed, name_of, sections_of

BUDGET = 100_000  # bytes as sent, of a page with what it asks for (tests/site/test_budget.py measures the real ones)
FRAME = 41_000  # bytes of the styles, the script and the rest of the page


class Length(NamedTuple):
    """How long a list is: characters of the data of what a call lists, and the share of them that the page adds."""

    sizes: Callable[[Knowledge, list[str]], Iterable[int]]
    share: float
    what: str
    expected: str


def check(compiled: Compiled) -> Iterator[Problem]:
    """Problems `list-too-long`."""
    for file in compiled.files:
        lists = [(call, *_measured(call, compiled.knowledge)) for call in file.page.calls if call.name in LISTS]
        weight = FRAME + sum(added for _, _, added in lists)
        if weight > BUDGET:
            call, entries, _ = max(lists, key=lambda item: item[2])
            found = f"{entries} {LISTS[call.name].what}, about {weight / 1000:.0f} KB to fetch with the page"
            expected = f"at most {BUDGET // 1000} KB: {LISTS[call.name].expected}"
            yield Place(file.raw.path, call.line).problem(call.name, "list-too-long", found, expected)


def _measured(call: MacroCall, knowledge: Knowledge) -> tuple[int, float]:
    """How many entries a call lists, and the bytes that they add."""
    length = LISTS[call.name]
    sizes = list(length.sizes(knowledge, [str(name) for name in call.args]))
    return len(sizes), length.share * sum(sizes)


def _claims(knowledge: Knowledge, topics: list[str]) -> Iterator[int]:
    for topic in topics:
        for name in knowledge.topics.get(topic, ()):
            yield len(knowledge.claims[name].model_dump_json(exclude_defaults=True))


def _sources(knowledge: Knowledge, span: list[str]) -> Iterator[int]:
    for name in sources_between(knowledge, *span[:2]):
        yield len(knowledge.sources[name].model_dump_json(exclude_defaults=True))


def _index(knowledge: Knowledge, what: list[str]) -> Iterator[int]:
    for thing in indexed(knowledge, *what[:3]) if what and what[0] in INDEXED else ():
        inner = sections_of(thing) if isinstance(thing, Page) else []
        yield len(name_of(thing)) + sum(len(name) + len(title) for name, title in inner)


_BETWEEN = 'list a part on each of several pages, as in {{ %s"a", "m") }}'
# The macros that list.
LISTS = {
    "ledger": Length(_claims, 0.45, "claims", "split the topic"),
    "source_list": Length(_sources, 0.28, "sources", _BETWEEN % "source_list("),
    "index_of": Length(_index, 0.5, "entries", _BETWEEN % 'index_of("pages", '),
}
