"""What a component of a PDF sees: the view of one page, and the edition that the page is set in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from scripts.artefacts.book.typst import Label, Markup, call, join, words
from scripts.model.claim import Claim
from scripts.model.knowledge import Address, Knowledge
from scripts.rendering.view import Citations, View


@dataclass
class Edition:
    """One PDF: the address of the site that it is made from, and the pages that stand in it.

    `numbers`: of the sources, in the order of first use in the document. `entries`: of the claims, in the order of the
    ledger. `noted`: whether markers and their lists are set; a sheet has no room for them. `boxed`: whether
    pages begin with the box of red flags; a sheet sets it at its head itself. `top`: the level of a page's title.
    """

    knowledge: Knowledge
    site: str
    pages: frozenset[str]
    noted: bool = True
    boxed: bool = True
    top: int = 2
    numbers: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        ledger = [name for names in self.knowledge.topics.values() for name in names]
        self.entries: Mapping[str, int] = {name: number for number, name in enumerate(ledger, 1)}

    def has(self, address: Address) -> bool:
        """Whether the place stands in this document."""
        return address.page in self.pages

    def url(self, address: Address) -> str:
        """The place on the site."""
        anchor = f"#{address.anchor}" if address.anchor else ""
        return f"{self.site}{self.knowledge.pages[address.page].url}{anchor}"


def label_of(address: Address) -> Label:
    """The label of a page, of a section, or of a thing that a page lists in full."""
    return Label(f"{address.page}--{address.anchor}" if address.anchor else address.page)


@dataclass
class Leaf(View):
    """One page in an edition; its citations continue the numbers of the pages before it."""

    edition: Edition = field(kw_only=True)

    def to(self, address: Address, text: str, *, page: bool = True) -> Markup:
        """A link to a place, with its page number (unless `page` is False), or to the site where it is not here."""
        return self.around(address, words(text), page=page)

    def around(self, address: Address, body: Markup, *, page: bool = True) -> Markup:
        """The same around words that are markup already."""
        if not self.edition.has(address):
            return call("away", self.edition.url(address), body)
        return call("to" if page else "jump", label_of(address), body)

    def to_home(self, kind: str, name: str, text: str, *, page: bool = True) -> Markup:
        """A link to where a thing is shown in full."""
        return self.to(self.knowledge.homes[kind, name], text, page=page)

    def anchor(self, kind: str, name: str) -> Label | None:
        """The label that a thing gets here: only at its home, and there once."""
        home = self.knowledge.homes.get((kind, name))
        if home is None or home.page != self.page.id or (kind, name) in self._given:
            return None
        self._given.add((kind, name))
        return label_of(home)

    def __post_init__(self) -> None:
        self._given: set[tuple[str, str]] = set()

    def marker(self, claims: Iterable[Claim]) -> Markup:
        """The numbers of the sources behind claims; nothing where none may be shown."""
        claims = tuple(claims)
        if not claims or not self.edition.noted:
            return Markup("")
        _, numbers = self.citations.mark(claims)
        names = {number: name for name, number in self.citations.numbers.items()}
        links = [(number, label_of(self.knowledge.homes["source", names[number]])) for number in sorted(set(numbers))]
        return call("cite-mark", links, any(claim.held for claim in claims))

    def entry(self, claim: Claim) -> Markup:
        """A claim by its number in the ledger, as a link to it."""
        text = f"E{self.edition.entries[claim.id]}"
        held = words(" (held)") if claim.held else ""
        return join([self.to_home("claim", claim.id, text), held])

    def entries(self, claims: Iterable[Claim]) -> Markup:
        """Claims by their numbers in the ledger."""
        return join(map(self.entry, claims), ", ")


def leaf_of(edition: Edition, page_id: str) -> Leaf:
    """A page of an edition, ready to be set."""
    page = edition.knowledge.pages[page_id]
    return Leaf(edition.knowledge, page, None, Citations(numbers=edition.numbers), edition=edition)
