"""An emergency at the end of a path carries no link but the emergency page."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.compiling.compile import Compiled
from scripts.model.vocabulary import Urgency
from scripts.problems import Problem


def check(compiled: Compiled) -> Iterator[Problem]:
    """Problem `emergency-link`."""
    for pathway in compiled.knowledge.pathways.values():
        page = pathway.head.emergency_page
        for node in pathway.dispositions.values():
            if node.urgency is Urgency.EMERGENCY and node.pages != (page,) and page in compiled.knowledge.pages:
                place = compiled.origins.place("node", node.id, "pages")
                found = ", ".join(node.pages)
                yield place.problem(f"{node.id}.pages", "emergency-link", found, f"'{page}' and nothing else")
