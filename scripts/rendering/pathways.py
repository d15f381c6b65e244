"""Decision pathways as numbered questions and cards that link to each other, and a page's place in them."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from scripts.compiling.shows import cited
from scripts.model.care import RedFlag
from scripts.model.claim import Claim
from scripts.model.knowledge import Address
from scripts.model.pathway import Disposition, Node, Pathway
from scripts.model.private import private_url
from scripts.rendering.private import private_link
from scripts.rendering.view import View


@dataclass(frozen=True)
class Shown:
    """A node as its page shows it: its mark, its red flags, and the claims that stand beside it."""

    node: Node
    mark: str
    flags: tuple[RedFlag, ...]
    claims: tuple[Claim, ...]


@dataclass(frozen=True)
class Read:
    """A page that a card names, with its title or that of its section."""

    url: str
    title: str


def pathway(view: View, name: str) -> Markup:
    """A whole pathway: every question with its answers as links, then every card in which a path ends."""
    found = view.knowledge.pathways[name]
    questions = [_shown(view, found, node) for node in found.questions.values()]
    cards = [_shown(view, found, node) for node in found.dispositions.values()]
    shown = {"questions": questions, "cards": cards, "read": _read}
    return view.template("pathway.html", pathway=found, private_link=private_link, private_url=private_url, **shown)


def decision_place(view: View) -> Markup:
    """Where this page stands in the pathways: the nodes that it owns, and the cards that name it."""
    places = [(found, here(view, found)) for found in view.knowledge.pathways.values()]
    return view.template("decision_place.html", places=[(found, nodes) for found, nodes in places if nodes])


def here(view: View, found: Pathway) -> list[Node]:
    """The nodes that the page owns, and the cards that name it."""
    return [node for node in found.nodes if found.owners[node.id] == view.page.id or _names(node, view.page.id)]


def _names(node: Node, page: str) -> bool:
    return isinstance(node, Disposition) and any(name.partition("#")[0] == page for name in node.pages)


def _shown(view: View, found: Pathway, node: Node) -> Shown:
    flags = tuple(view.knowledge.red_flags[name] for name in found.signs.get(node.id, ()))
    claims = view.shown(node.claims) if cited(node) else []
    return Shown(node, found.marks[node.id], flags, tuple(claims))


def _read(view: View, node: Disposition) -> list[Read]:
    """The pages that a card names, in order."""
    found = []
    for name in node.pages:
        page_id, _, section = name.partition("#")
        page = view.knowledge.pages[page_id]
        titles = {item.id: item.title for item in page.sections}
        found.append(Read(view.url(Address(page_id, section)), titles.get(section) or page.front.title))
    return found
