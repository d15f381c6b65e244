"""Every answer of a pathway leads on to a node, every node is reached from the start, and no path comes back."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from scripts.checks.support import unknown
from scripts.compiling.compile import Compiled
from scripts.compiling.graph import cycle, parents
from scripts.compiling.pathways import edges_of
from scripts.model.pathway import Pathway, Question
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
        for option, key in zip(question.answers, _keys(question), strict=True):
            place = compiled.origins.place("node", question.id, *key)
            yield from unknown(compiled, "node", [option.to], known, place, ".".join(map(str, (question.id, *key))))
        if not question.answers:
            place = compiled.origins.place("node", question.id)
            yield place.problem(question.id, "dead-end", "a question without an answer", "answers that lead on")


def _keys(question: Question) -> list[tuple[str | int, ...]]:
    """Where the target of each answer stands in a question."""
    ends = [(name,) for name in ("yes_to", "no_to", "unsure_to") if getattr(question, name)]
    return [*(("options", position, "to") for position in range(len(question.options))), *ends]


def _shape(compiled: Compiled, pathway: Pathway) -> Iterator[Problem]:
    """Nodes out of reach, and a cycle; what an answer that leads nowhere was to lead to is not called out of reach."""
    edges = edges_of({node.id: node for node in pathway.nodes})
    leading = all(edges[name] for name in pathway.questions)
    if leading and {pathway.head.start, *chain.from_iterable(edges.values())} <= edges.keys():
        reached = parents(pathway.head.start, lambda name: edges[name])
        for name in [name for name in edges if name not in reached]:
            found = f"a node that no path from '{pathway.head.start}' reaches"
            place = compiled.origins.place("node", name)
            yield place.problem(name, "unreached-node", found, "an answer that leads to it")
    if names := cycle(edges):
        place = compiled.origins.place("node", names[0])
        yield place.problem(names[0], "pathway-cycle", " > ".join(names), "a path that never comes back")
