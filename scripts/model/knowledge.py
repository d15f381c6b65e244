"""Everything that the site knows, compiled: what rendering, checks and artefacts read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from scripts.model.care import Protocol, RedFlag
from scripts.model.claim import Claim
from scripts.model.document import Question, SourceDocument, Statement
from scripts.model.lasting import History, Lasting
from scripts.model.learning import Item, Release
from scripts.model.page import Page
from scripts.model.pathway import Pathway
from scripts.model.search import WordGroup
from scripts.model.source import Source
from scripts.model.term import Disagreement, Term


@dataclass(frozen=True)
class Address:
    """A place on the site: a page's id and an anchor on it ("" for the page itself)."""

    page: str
    anchor: str = ""


@dataclass(frozen=True)
class Knowledge:
    """The compiled knowledge; mappings keep the order of the data files.

    `topics`: topic to claim ids. `protocols`: kind of protocol to its rows. `uses`: claim to the places outside the
    ledger that use it. `homes`: (kind, id) to the address at which a reader finds that thing. `references`: source to
    its formatted reference, as HTML. `self_test`: the questions for trainees. `released`: claims at the last release.
    `lasting`: what was published so far; `histories`: of each released claim, since when it stands and what changed.
    """

    sources: Mapping[str, Source]
    claims: Mapping[str, Claim]
    topics: Mapping[str, tuple[str, ...]]
    red_flags: Mapping[str, RedFlag]
    protocols: Mapping[str, tuple[Protocol, ...]]
    together: tuple[tuple[str, ...], ...]
    document: SourceDocument | None
    terms: Mapping[str, Term]
    disagreements: Mapping[str, Disagreement]
    pages: Mapping[str, Page]
    search_words: Mapping[str, WordGroup] = field(default_factory=dict)
    self_test: Mapping[str, Item] = field(default_factory=dict)
    released: Release | None = None
    lasting: Lasting = field(default_factory=Lasting)
    histories: Mapping[str, History] = field(default_factory=dict)
    pathways: Mapping[str, Pathway] = field(default_factory=dict)
    uses: Mapping[str, tuple[Address, ...]] = field(default_factory=dict)
    homes: Mapping[tuple[str, str], Address] = field(default_factory=dict)
    references: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def topic_of(self) -> Mapping[str, str]:
        """The topic of each claim."""
        return {claim: topic for topic, names in self.topics.items() for claim in names}

    @cached_property
    def resting_on(self) -> Mapping[str, tuple[Claim, ...]]:
        """For each source the claims that rest on it."""
        found: dict[str, list[Claim]] = {name: [] for name in self.sources}
        for item in self.claims.values():
            for name in item.sources:
                found.setdefault(name, []).append(item)
        return {name: tuple(claims) for name, claims in found.items()}

    def pages_listing(self, kind: str) -> set[str]:
        """The ids of the pages on which things of a kind are at home."""
        return {address.page for (other, _), address in self.homes.items() if other == kind}

    @property
    def statements(self) -> tuple[Statement | Question, ...]:
        """The statements and questions of the source document, where there is one."""
        return self.document.items if self.document else ()

    @property
    def protocol_rows(self) -> tuple[Protocol, ...]:
        """The home protocols of every kind."""
        return tuple(row for rows in self.protocols.values() for row in rows)

    def permitted(self, names: Iterable[str], page: Page) -> list[Claim]:
        """The named claims that a page may show: a page for patients shows none that is held for clinical review."""
        claims = [self.claims[name] for name in names if name in self.claims]
        return [claim for claim in claims if not (page.for_patients and claim.held)]
