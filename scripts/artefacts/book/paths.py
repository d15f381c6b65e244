"""Decision pathways on paper: numbered questions whose answers name the question or card to go to, and its page."""

from __future__ import annotations

from scripts.artefacts.book.care import sign
from scripts.artefacts.book.leaf import Leaf, label_of
from scripts.artefacts.book.typst import Level, Markup, call, join, words
from scripts.compiling.shows import cited
from scripts.model.knowledge import Address
from scripts.model.pathway import Disposition, Node, Pathway, Question
from scripts.model.vocabulary import BasisKind, Urgency
from scripts.rendering.drawing import answers, leads
from scripts.rendering.pathways import here


def pathway(leaf: Leaf, name: str) -> Markup:
    """A whole pathway: every question with where its answers lead, then every card."""
    found = leaf.knowledge.pathways[name]
    questions = [_question(leaf, found, node) for node in found.questions.values()]
    cards = [_card(leaf, found, node) for node in found.dispositions.values()]
    return join([*questions, *cards], "\n\n")


def _question(leaf: Leaf, found: Pathway, node: Question) -> Markup:
    signs = [words(leaf.knowledge.red_flags[name].sign) for name in found.signs.get(node.id, ())]
    options = [
        (words(option.label), label_of(_home(leaf, option.to)), _mark(found, option.to)) for option in node.answers
    ]
    title = words(f"Question {found.marks[node.id]}. {node.text}")
    help_text = words(node.help) if node.help else None
    basis = _basis(leaf, found, node, "question")
    return call("question", Level(), leaf.anchor("node", node.id), title, help_text, signs, options, basis)


def _home(leaf: Leaf, node: str) -> Address:
    return leaf.knowledge.homes["node", node]


def _mark(found: Pathway, node: str) -> Markup:
    kind = "go to question" if node in found.questions else "card"
    return words(f"{kind} {found.marks[node]}")


def _basis(leaf: Leaf, found: Pathway, node: Node, kind: str) -> Markup | None:
    flags = found.signs.get(node.id, ())
    claims = leaf.shown(node.claims) if cited(node) else []
    if not flags and not claims:
        return None
    evidence = leaf.to_home("red flag evidence", flags[0], "the evidence for these signs") if flags else words("")
    return join([words(f"What this {kind} rests on: "), evidence, leaf.marker(claims)])


def _card(leaf: Leaf, found: Pathway, node: Disposition) -> Markup:
    flags = [leaf.knowledge.red_flags[name] for name in found.signs.get(node.id, ())]
    ours = node.timing is BasisKind.PRECAUTION and not flags
    soon = call("strong", words(_capital(node.timeframe)))
    note = words(". The timing is our own precaution: no source gives it." if ours else "")
    facts = [
        ("How soon", join([soon, note])),
        ("Whom to ask", words(_capital(node.whom))),
        ("Where", words(node.level.words)),
    ]
    emergency = node.urgency is Urgency.EMERGENCY
    title = words(f"Card {found.marks[node.id]}. {node.title}")
    return call(
        "disposition", Level(), leaf.anchor("node", node.id), node.urgency.value, node.urgency.words, title,
        [(words(label), text) for label, text in facts], [sign(flag, flag.action) for flag in flags],
        [words(text) for text in node.say], words(node.note) if node.note else None,
        words("All emergencies" if emergency else "Read"), [_read(leaf, name) for name in node.pages],
        None if emergency else _basis(leaf, found, node, "card"),
    )  # fmt: skip


def _capital(text: str) -> str:
    return text[0].upper() + text[1:]


def _read(leaf: Leaf, name: str) -> Markup:
    page_id, _, section = name.partition("#")
    page = leaf.knowledge.pages[page_id]
    titles = {item.id: item.title for item in page.sections}
    return leaf.to(Address(page_id, section), titles.get(section) or page.front.title)


def pathway_drawing(leaf: Leaf, name: str) -> Markup:
    """The drawing in words: every question with where its answers lead, in one list."""
    found = leaf.knowledge.pathways[name]
    rows = [_lead(leaf, found, node) for node in found.questions.values()]
    return call("steps", 1, rows)


def _lead(leaf: Leaf, found: Pathway, node: Question) -> Markup:
    ways = [_way(found, target, labels) for target, labels in leads(node).items()]
    ways = [leaf.to_home("node", target, text) for target, text in zip(leads(node), ways, strict=True)]
    return join([words(node.text), call("bullets", ways)], " ")


def _way(found: Pathway, target: str, labels: list[str]) -> str:
    if target in found.questions:
        return f"{answers(labels)} go to question {found.marks[target]}"
    card = found.dispositions[target]
    return (
        f"{answers(labels)} card {found.marks[target]}, {card.title} ({card.urgency.words.lower()}: {card.timeframe})"
    )


def decision_place(leaf: Leaf) -> Markup:
    """Where the page stands in the pathways."""
    places = [(found, here(leaf, found)) for found in leaf.knowledge.pathways.values()]
    return join((_place(leaf, found, nodes) for found, nodes in places if nodes), "\n\n")


def _place(leaf: Leaf, found: Pathway, nodes: list[Node]) -> Markup:
    title = leaf.to_home("page", found.page, found.head.title)
    items = [leaf.to_home("node", node.id, _title(found, node)) for node in nodes]
    return join([words("Where this page stands in "), title, words(":"), call("ways", items)])


def _title(found: Pathway, node: Node) -> str:
    text = node.text if isinstance(node, Question) else node.title
    return f"{'Question' if isinstance(node, Question) else 'Card'} {found.marks[node.id]}: {text}"
