"""The answers that lead to a node of a pathway, which conditions and the order of questions are made from."""

from __future__ import annotations

from scripts.compiling.graph import parents
from scripts.compiling.pathways import edges_of
from scripts.model.pathway import Option, Pathway, Question


def reached(pathway: Pathway) -> frozenset[str]:
    """The ids of the nodes that some path reaches."""
    edges = edges_of({node.id: node for node in pathway.nodes})
    return frozenset(parents(pathway.head.start, lambda name: edges[name]))


def answers_to(pathway: Pathway, name: str) -> list[tuple[Question, Option]]:
    """The answers that lead to a node, in reading order, of questions that some path reaches."""
    found = reached(pathway)
    asked = (question for question in pathway.questions.values() if question.id in found)
    return [(question, option) for question in asked for option in question.answers if option.to == name]
