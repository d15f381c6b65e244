"""Components inside sentences: links, terms, figures, counts and markers, and the lists of pages."""

from __future__ import annotations

from collections.abc import Iterable

from scripts.artefacts.book.leaf import Leaf, label_of
from scripts.artefacts.book.typst import Markup, call, join, plain, words
from scripts.model.knowledge import Address
from scripts.rendering.figures import figure as site_figure
from scripts.rendering.words import count as site_count


def cite(leaf: Leaf, *claims: str) -> Markup:
    """The numbers of the sources behind claims."""
    return leaf.marker(leaf.knowledge.claims[name] for name in claims)


def figure(leaf: Leaf, *args: str, **options: object) -> Markup:
    """A figure of a claim, in the words of the site."""
    return words(plain(site_figure(leaf, *args, **options)))  # type: ignore[arg-type]


def count(leaf: Leaf, what: str) -> Markup:
    """How many of something there are."""
    return words(site_count(leaf, what))


def link(leaf: Leaf, page: str, section: str = "", *, text: str | None = None) -> Markup:
    """A link to a page or section, with its page number."""
    target = leaf.knowledge.pages[page]
    titles = {item.id: item.title for item in target.sections}
    return leaf.to(Address(page, section), text or titles.get(section) or target.front.title)


def claim_link(leaf: Leaf, name: str, text: str) -> Markup:
    """A link to a claim in the ledger."""
    return leaf.to_home("claim", name, text)


def term(leaf: Leaf, name: str, text: str | None = None) -> Markup:
    """A word that the glossary explains; the glossary is in order, so no page is named."""
    shown = text or leaf.knowledge.terms[name].term
    return call("term", leaf.to_home("term", name, shown, page=False))


def page_link(leaf: Leaf, name: str) -> Markup:
    """A page by its title."""
    return leaf.to_home("page", name, leaf.knowledge.pages[name].front.title)


def see_also(leaf: Leaf) -> Markup:
    """The pages that the front matter names."""
    front = leaf.page.front
    rows = [("In plain language", front.plain_page), ("The evidence behind this page", front.evidence_page)]
    items = [join([words(f"{label}: "), page_link(leaf, name)]) for label, name in rows if name]
    return call("bullets", [*items, *(page_link(leaf, name) for name in front.related)])


def downloads(leaf: Leaf, audience: str) -> Markup:
    """Where the files for an audience are listed: on the site, since this is one of them."""
    page = leaf.edition.url(Address(leaf.page.id))
    return join(
        [words("The list, with pages and sizes, is on the site: "), call("away", page, words(page)), words(".")]
    )


def places(leaf: Leaf, addresses: Iterable[Address]) -> Markup:
    """Where something stands: each page by its title, once, with the numbers of the pages in the document."""
    found: dict[str, list[Address]] = {}
    for address in addresses:
        found.setdefault(address.page, []).append(address)
    return join((_place(leaf, page, here) for page, here in found.items()), "; ")


def _place(leaf: Leaf, name: str, here: list[Address]) -> Markup:
    title = words(leaf.knowledge.pages[name].front.title)
    labels = [label_of(address) for address in here]
    return call("used", title, labels) if leaf.edition.has(here[0]) else leaf.around(here[0], title)
