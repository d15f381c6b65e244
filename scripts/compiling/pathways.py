"""Pathways, collected from the front matter of the pages that own their nodes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from scripts.compiling.graph import Edges, order
from scripts.compiling.origins import Origins
from scripts.compiling.pages import PageFile
from scripts.model.pathway import Disposition, Head, Node, Pathway, Question
from scripts.problems import Problems


@dataclass
class _Parts:
    """What pages say of one pathway: its head and the page of it, its nodes with their owners."""

    head: tuple[Head, str] | None = None
    nodes: dict[str, Node] = field(default_factory=dict)
    owners: dict[str, str] = field(default_factory=dict)


def read_pathways(files: Sequence[PageFile], problems: Problems, origins: Origins) -> dict[str, Pathway]:
    """Every pathway that has a head; a head is missing only where no page was left out that could hold it."""
    pages_left_out = any(problem.path.endswith(".md") for problem in problems)
    pathways = {}
    for name, parts in _gathered(files, problems, origins).items():
        if parts.head:
            pathways[name] = _pathway(name, *parts.head, parts)
        elif parts.nodes:
            origins.faulty.add(("pathway", name))
            if not pages_left_out:
                place = origins.place("node", next(iter(parts.nodes)))
                expected = f"decision.{name}.pathway on the page that shows it"
                problems.add(place.problem(name, "pathway-head", "no head of the pathway", expected))
    return pathways


def _gathered(files: Sequence[PageFile], problems: Problems, origins: Origins) -> dict[str, _Parts]:
    """The parts of each pathway; a node's id and a pathway's head stand once."""
    parts: dict[str, _Parts] = {}
    for file in files:
        for name, part in file.page.front.decision.items():
            gathered = parts.setdefault(name, _Parts())
            if part.pathway:
                if problem := origins.add("pathway", name, file.raw.front, ("decision", name, "pathway")):
                    problems.add(problem)
                else:
                    gathered.head = part.pathway, file.page.id
            for node, key in _nodes(name, part.questions, part.dispositions):
                if problem := origins.add("node", node.id, file.raw.front, key):
                    problems.add(problem)
                else:
                    gathered.nodes[node.id] = node
                    gathered.owners[node.id] = file.page.id
    return parts


def _nodes(
    name: str, questions: Sequence[Question], dispositions: Sequence[Disposition]
) -> Iterator[tuple[Node, tuple[str | int, ...]]]:
    for position, question in enumerate(questions):
        yield question, ("decision", name, "questions", position)
    for position, disposition in enumerate(dispositions):
        yield disposition, ("decision", name, "dispositions", position)


def edges_of(nodes: dict[str, Node]) -> Edges:
    """For each node, the nodes that its answers lead to."""
    return {
        name: [option.to for option in node.answers] if isinstance(node, Question) else []
        for name, node in nodes.items()
    }


def _pathway(name: str, head: Head, page: str, parts: _Parts) -> Pathway:
    """In reading order: a question before those that it leads to, a disposition where the first question reaches it."""
    reading = order(head.start, edges_of(parts.nodes))
    names = dict.fromkeys([*(name for name in reading if name in parts.nodes), *parts.nodes])
    questions = {name: node for name in names if isinstance(node := parts.nodes[name], Question)}
    reached = [option.to for question in questions.values() for option in question.answers]
    ends = [name for name in dict.fromkeys([*reached, *parts.nodes]) if name in parts.nodes]
    dispositions = {name: node for name in ends if isinstance(node := parts.nodes[name], Disposition)}
    return Pathway(name, head, page, questions, dispositions, parts.owners)
