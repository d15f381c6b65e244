"""Every answer of a pathway leads on to a node, every node is reached from the start, and no path comes back."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.checks.support import unknown
from scripts.compiling.compile import Compiled
from scripts.compiling.graph import cycle, parents
from scripts.compiling.pathways import edges_of
from scripts.model.pathway import Pathway
from scripts.problems import Problem


def check(compiled: Compiled) -> Iterator[Problem]:
    """Problems `unknown-node`, `dead-end`, `unreached-node` and `pathway-cycle`."""
    for pathway in compiled.knowledge.pathways.values():
        yield from _targets(compiled, pathway)
        yield from _shape(compiled, pathway)


def _targets(compiled: Compiled, pathway: Pathway) -> Iterator[Problem]:
    """Nodes that answers name and the pathway has not, and questions without any answer."""
    known = {node.id: node for node in pathway.nodes}
    head = compiled.origins.place("pathway", pathway.id, "start")
    yield from unknown(compiled, "node", [pathway.head.start], known, head, f"{pathway.id}.start")
    for question in pathway.questions.values():
        place = compiled.origins.place("node", question.id)
        targets = dict.fromkeys(option.to for option in question.answers)
        yield from unknown(compiled, "node", targets, known, place, question.id)
        if not targets:
            yield place.problem(question.id, "dead-end", "a question without an answer", "answers that lead on")


def _shape(compiled: Compiled, pathway: Pathway) -> Iterator[Problem]:
    edges = edges_of({node.id: node for node in pathway.nodes})
    if pathway.head.start not in edges or {("node", name) for name in edges} & compiled.origins.faulty:
        return
    reached = parents(pathway.head.start, lambda name: [target for target in edges[name] if target in edges])
    for name in edges:
        if name not in reached:
            found = f"a node that no path from '{pathway.head.start}' reaches"
            place = compiled.origins.place("node", name)
            yield place.problem(name, "unreached-node", found, "an answer that leads to it")
    if names := cycle(edges):
        place = compiled.origins.place("node", names[0])
        yield place.problem(names[0], "pathway-cycle", " > ".join(names), "a path that never comes back")
