"""Questions on the decision pathways: which question comes first, and to which card an answer leads."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from scripts.compiling.graph import parents
from scripts.compiling.pathways import edges_of
from scripts.model.knowledge import Knowledge
from scripts.model.learning import CaseItem, OrderItem
from scripts.model.pathway import YES, Disposition, Option, Pathway
from scripts.model.pathway import Question as Node
from scripts.model.vocabulary import BasisKind, Urgency
from scripts.rendering.learning.question import Question, QuestionError, pathway_of, scattered

WRONG = 3  # wrong cards beside the right one


def order_question(knowledge: Knowledge, item: OrderItem) -> Question:
    """Put questions into the order of every path that asks them; raises QuestionError where there is no one order."""
    pathway = pathway_of(knowledge, item.pathway)
    nodes = [_asked(pathway, name) for name in item.steps]
    places = list(pathway.questions)
    nodes.sort(key=lambda node: places.index(node.id))
    for first, then in pairwise(nodes):
        if then.id not in reached(pathway, first.id):
            raise QuestionError(f"'{first.id}' and '{then.id}' on no path together", "questions of one path")
    rows = sorted(nodes, key=lambda node: scattered(item.id, node.id))
    right = tuple(nodes.index(node) for node in rows)
    options = tuple(str(number) for number in range(1, len(nodes) + 1))
    said = "The order is this site's own: no source was found that gives one."
    texts = tuple(node.text for node in rows)
    return Question(item.id, "orders", item.stem, options, right, said, rows=texts, node=nodes[0].id)


def case_question(knowledge: Knowledge, item: CaseItem) -> Question:
    """To which card: that of the answer among cards of the same pathway with another urgency or level of care."""
    pathway = pathway_of(knowledge, item.pathway)
    node = _asked(pathway, item.question)
    answer = _answer(item, node)
    card = pathway.dispositions.get(answer.to)
    if card is None:
        raise QuestionError(f"'{answer.label}', which leads to another question", "an answer that leads to a card")
    cards = sorted([card, *wrong_cards(pathway, node, card, item)], key=_urgency)
    flag = knowledge.red_flags.get(item.sign or "")
    timing = flag.basis_kind if flag else card.timing
    own = "a source gives this timing" if timing is BasisKind.SOURCED else "the timing is this site's own precaution"
    said = f"“{node.text}” “{answer.label}” leads to card {pathway.marks[card.id]}: {own}."
    said += f" Where sources differ: {flag.disagreement}" if flag and flag.disagreement else ""
    stem = item.stem.replace("{sign}", flag.sign.rstrip(".") if flag else "")
    options = tuple(_shown(other) for other in cards)
    return Question(item.id, "cases", stem, options, (cards.index(card),), said, node=card.id)


def _asked(pathway: Pathway, name: str) -> Node:
    if name not in pathway.questions:
        raise QuestionError(f"'{name}'", f"a question of the pathway '{pathway.id}'")
    return pathway.questions[name]


def _answer(item: CaseItem, node: Node) -> Option:
    """The answer that a case names, or Yes where it names a sign of the question."""
    if (item.sign is not None) == (item.answer is not None) or (item.sign and item.sign not in node.signs):
        raise QuestionError(f"sign '{item.sign}' and answer '{item.answer}'", f"one sign of '{node.id}', or one answer")
    label = YES if item.sign else item.answer
    found = [option for option in node.answers if option.label == label]
    if not found:
        raise QuestionError(f"'{label}'", f"one of {', '.join(repr(option.label) for option in node.answers)}")
    return found[0]


def reached(pathway: Pathway, name: str) -> set[str]:
    """The nodes that can follow a node, and itself."""
    edges = edges_of({node.id: node for node in pathway.nodes})
    return set(parents(name, lambda node: edges.get(node, ())))


def branch(pathway: Pathway, node: Node) -> set[str]:
    """The nodes about such a person as a question is about: those after the answer that says who it is."""
    answers = [option for question in pathway.questions.values() for option in question.answers if option.applies_to]
    after = [found for option in answers if node.id in (found := reached(pathway, option.to))]
    return min(after, key=len, default={other.id for other in pathway.nodes})


def wrong_cards(pathway: Pathway, node: Node, right: Disposition, item: CaseItem) -> list[Disposition]:
    """Cards about such a person to which another answer leads, or of another urgency or level of care.

    For a sign first those on signs, then those to which the same question can lead, each unlike the others where that
    is possible.
    """
    answers = {option.to for option in node.answers}
    here, possible = reached(pathway, node.id), branch(pathway, node)
    others = [card for card in pathway.dispositions.values() if card.id in possible and card is not right]
    others = [card for card in others if card.id in answers or not _alike(card, right)]
    chosen: list[Disposition] = []
    while others and len(chosen) < WRONG:
        others.sort(key=lambda card: _order(card, chosen, pathway, item, answers, here))
        chosen.append(others.pop(0))
    if len(chosen) < WRONG:
        raise QuestionError(f"{len(chosen)} cards of another urgency or level", f"at least {WRONG}")
    return chosen


def _order(
    card: Disposition, chosen: list[Disposition], pathway: Pathway, item: CaseItem, answers: set[str], here: set[str]
) -> tuple[object, ...]:
    again = any(_alike(card, other) for other in chosen)
    if item.sign:
        return again, card.id not in pathway.signs, card.id not in here, scattered(item.id, card.id)
    return card.id not in answers, card.id not in here, again, scattered(item.id, card.id)


def _alike(one: Disposition, other: Disposition) -> bool:
    return (one.urgency, one.level) == (other.urgency, other.level)


def _urgency(card: Disposition) -> tuple[int, Sequence[str]]:
    return -card.urgency.rank, card.title


def _shown(card: Disposition) -> str:
    """A card as an answer: its title, with the time where care is wanted before the next visit."""
    time = card.timeframe.partition(";")[0]
    told = time in card.title.lower() or card.urgency in (Urgency.ROUTINE, Urgency.NONE)
    return card.title if told else f"{card.title}: {time}"
