"""An emergency at the end of a path carries no link but the emergency page."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.compiling.compile import Compiled
from scripts.model.vocabulary import Level, Urgency
from scripts.problems import Problem


def check(compiled: Compiled) -> Iterator[Problem]:
    """Problems `emergency-link` and `emergency-level`."""
    for pathway in compiled.knowledge.pathways.values():
        page = pathway.head.emergency_page
        for node in pathway.dispositions.values():
            emergency = node.urgency is Urgency.EMERGENCY
            if emergency and node.pages != (page,):
                place = compiled.origins.place("node", node.id, "pages")
                found = ", ".join(node.pages)
                yield place.problem(f"{node.id}.pages", "emergency-link", found, f"'{page}' and nothing else")
            if emergency != (node.level is Level.EMERGENCY):
                place = compiled.origins.place("node", node.id, "level")
                found = f"urgency {node.urgency} with level {node.level}"
                yield place.problem(f"{node.id}.level", "emergency-level", found, "emergency in both or in neither")
