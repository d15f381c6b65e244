"""A question of a pathway has two or more different answers, and every node rests on claims that readers may see."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.checks.support import unknown
from scripts.compiling.compile import Compiled
from scripts.compiling.shows import node_claims
from scripts.model.knowledge import Knowledge
from scripts.model.pathway import Node, Pathway, Question
from scripts.problems import Place, Problem


def check(compiled: Compiled) -> Iterator[Problem]:
    """Problems `few-answers`, `same-label`, `mixed-answers`, `unsure-answer`, `unclaimed-node` and `held-node`."""
    knowledge = compiled.knowledge
    for pathway in knowledge.pathways.values():
        for node in pathway.nodes:
            place = compiled.origins.place("node", node.id)
            if isinstance(node, Question):
                yield from _answers(node, place)
            yield from unknown(compiled, "claim", node.claims, knowledge.claims, place, f"{node.id}.claims")
            yield from _claims(compiled, node, pathway, place)


def _answers(question: Question, place: Place) -> Iterator[Problem]:
    labels = [option.label for option in question.answers]
    wanted = (question.yes_to, question.no_to, question.unsure_to)
    if len(labels) == 1:  # none at all is a dead end, which the rule on the graph reports
        yield place.problem(question.id, "few-answers", f"one answer, '{labels[0]}'", "two or more")
    for label in sorted({label for label in labels if labels.count(label) > 1}):
        found = f"{labels.count(label)} answers '{label}'"
        yield place.problem(question.id, "same-label", found, "a label of its own for each answer")
    if (question.options or not all(wanted)) if question.signs else any(wanted):
        expected = "signs with yes_to, no_to and unsure_to, or options"
        yield place.problem(question.id, "mixed-answers", "neither one kind of question nor the other", expected)
    unsure = [option.label for option in question.answers if option.unsure]
    if labels and len(unsure) != (not question.known):
        found = " and ".join(f"'{label}'" for label in unsure) or "no answer"
        expected = "none, since the answer is known" if question.known else "one, or known: true where nobody can be"
        yield place.problem(question.id, "unsure-answer", f"{found} for a reader who does not know", expected)


def _claims(compiled: Compiled, node: Node, pathway: Pathway, place: Place) -> Iterator[Problem]:
    knowledge = compiled.knowledge
    if not node.claims and not _basis(node, pathway, knowledge):
        yield place.problem(f"{node.id}.claims", "unclaimed-node", "a node that rests on no claim", "one claim or more")
    for name in node.claims:
        claim = knowledge.claims.get(name)
        if claim and claim.held:
            found = f"'{name}', a claim held for clinical review"
            yield place.problem(f"{node.id}.claims", "held-node", found, "another claim")


def _basis(node: Node, pathway: Pathway, knowledge: Knowledge) -> bool:
    """Whether red flags of a node give it a claim to show; one that other rules report as unknown may have done so."""
    names = pathway.signs.get(node.id, ())
    basis = [name for flag in names if flag in knowledge.red_flags for name in knowledge.red_flags[flag].basis]
    missing = not knowledge.red_flags.keys() >= set(names) or not knowledge.claims.keys() >= set(basis)
    return missing or bool(node_claims(node, pathway, knowledge))
