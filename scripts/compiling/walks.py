"""Every path of a pathway at once: how each can end, worked out from the ends backwards and never path by path."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from scripts.compiling.graph import Edges, cycle, order, parents, path_to
from scripts.compiling.pathways import edges_of
from scripts.model.pathway import Option, Pathway, Question
from scripts.model.vocabulary import Urgency

Step = tuple[Question, Option]


@dataclass(frozen=True)
class Walks:
    """The paths of a sound pathway: one in which every answer leads on to a node, and none leads back.

    `order`: the reached nodes, each before those that it leads to. For each node: the least and the most urgent end
    that can follow it, and the most questions that can.
    """

    pathway: Pathway
    edges: Edges
    order: Sequence[str]
    least: Mapping[str, Urgency]
    most: Mapping[str, Urgency]
    length: Mapping[str, int]

    @property
    def asked(self) -> list[Question]:
        """The questions that some path reaches."""
        questions = self.pathway.questions
        return [questions[name] for name in self.order if name in questions]

    def before(self, name: str) -> list[Step]:
        """The shortest way from the start to a node."""
        found = parents(self.pathway.head.start, lambda node: self.edges[node])
        return self._steps(path_to(name, found))

    def after(self, name: str, values: Mapping[str, object], rest: Callable[[str], object]) -> list[Step]:
        """A way from a node to an end along which `values` stay what `rest` expects: the witness of a value."""
        path = [name]
        while targets := self.edges[path[-1]]:
            wanted = rest(path[-1])
            path.append(next(target for target in targets if values[target] == wanted))
        return self._steps(path)

    def least_after(self, name: str) -> list[Step]:
        """A way from a node to its least urgent end."""
        return self.after(name, self.least, self.least.__getitem__)

    def most_after(self, name: str) -> list[Step]:
        """A way from a node to its most urgent end."""
        return self.after(name, self.most, self.most.__getitem__)

    def longest(self) -> list[Step]:
        """A way with the most questions."""
        return self.after(self.pathway.head.start, self.length, lambda node: self.length[node] - 1)

    def _steps(self, path: Sequence[str]) -> list[Step]:
        steps = []
        for name, target in pairwise(path):
            question = self.pathway.questions[name]
            steps.append((question, next(option for option in question.answers if option.to == target)))
        return steps

    def spelled(self, steps: Sequence[Step]) -> str:
        """A path as a message shows it: questions with their answers, and the end with its urgency."""
        parts = [f"{question.id} '{option.label}'" for question, option in steps]
        last = steps[-1][1].to if steps else self.pathway.head.start
        end = self.pathway.dispositions.get(last)
        return " > ".join([*parts, f"{last} ({end.urgency})" if end else last])


def walk(pathway: Pathway) -> Walks | None:
    """How the paths of a pathway end; None where it is not sound (the rules on its graph say why)."""
    edges = edges_of({node.id: node for node in pathway.nodes})
    known = all(target in edges for targets in edges.values() for target in targets)
    ends = all(targets or name in pathway.dispositions for name, targets in edges.items())
    if pathway.head.start not in edges or not known or not ends or cycle(edges):
        return None
    least: dict[str, Urgency] = {}
    most: dict[str, Urgency] = {}
    length: dict[str, int] = {}
    reached = order(pathway.head.start, edges)
    for name in reversed(reached):
        if end := pathway.dispositions.get(name):
            least[name] = most[name] = end.urgency
            length[name] = 0
        else:
            least[name] = min((least[target] for target in edges[name]), key=lambda urgency: urgency.rank)
            most[name] = max((most[target] for target in edges[name]), key=lambda urgency: urgency.rank)
            length[name] = 1 + max(length[target] for target in edges[name])
    return Walks(pathway, edges, reached, least, most, length)
