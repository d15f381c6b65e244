"""A node of a pathway names pages and sections that exist, and each page that it names or stands on shows its place."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.checks.support import anchors, unknown
from scripts.compiling.compile import Compiled
from scripts.compiling.shows import pages_in_decision
from scripts.model.pathway import Disposition
from scripts.problems import Place, Problem


def check(compiled: Compiled) -> Iterator[Problem]:
    """Problems `unknown-page`, `unknown-section` and `decision-place`."""
    pages = compiled.knowledge.pages
    for pathway in compiled.knowledge.pathways.values():
        head = compiled.origins.place("pathway", pathway.id, "emergency_page")
        yield from unknown(compiled, "page", [pathway.head.emergency_page], pages, head, f"{pathway.id}.emergency_page")
        for node in pathway.dispositions.values():
            yield from _named(compiled, node, compiled.origins.place("node", node.id, "pages"))
    placed = pages_in_decision(compiled.knowledge)
    for file in compiled.files:
        shown = sum(call.name == "decision_place" for call in file.page.calls)
        if shown != (file.page.id in placed):
            expected = "{{ decision_place() }} once, since a pathway has a node here or names the page"
            none = "none, since no pathway has a node here or names the page, or the page shows the whole pathway"
            place = file.raw.front.place("id")
            found = f"{shown} lists of its places in the pathways"
            yield place.problem(file.page.id, "decision-place", found, expected if file.page.id in placed else none)


def _named(compiled: Compiled, node: Disposition, place: Place) -> Iterator[Problem]:
    pages = compiled.knowledge.pages
    for name in node.pages:
        page, _, section = name.partition("#")
        yield from unknown(compiled, "page", [page], pages, place, f"{node.id}.pages")
        if section and page in pages:
            known = anchors(compiled, pages[page])
            yield from unknown(compiled, "section", [section], known, place, f"{node.id}.pages")
