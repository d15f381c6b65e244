"""The knowledge as the items of each published collection."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from scripts.artefacts.api.publishing import Publishing, published
from scripts.compiling.learning import read_with
from scripts.compiling.shows import node_claims
from scripts.model.base import Value
from scripts.model.claim import Claim
from scripts.model.document import Statement
from scripts.model.knowledge import Address
from scripts.model.page import Page
from scripts.model.pathway import Pathway
from scripts.model.published import (
    PublishedClaim,
    PublishedDisagreement,
    PublishedDisposition,
    PublishedMeasure,
    PublishedOpenQuestion,
    PublishedPage,
    PublishedPathway,
    PublishedProtocol,
    PublishedQuestion,
    PublishedRedFlag,
    PublishedReference,
    PublishedSection,
    PublishedSource,
    PublishedStatement,
    PublishedTerm,
)


def _claims(to: Publishing) -> Iterator[Value]:
    topics = {name: topic for topic, names in to.knowledge.topics.items() for name in names}
    for claim in to.knowledge.claims.values():
        yield published(
            PublishedClaim,
            claim,
            permalink=to.home("claim", claim.id),
            topic=topics[claim.id],
            held_for_review=claim.held,
            read_with=tuple(read_with([claim.id], to.knowledge)),
            used_on=tuple(map(to.at, to.knowledge.uses.get(claim.id, ()))),
            history=to.knowledge.histories.get(claim.id),
        )


def _measures(to: Publishing) -> Iterator[Value]:
    for claim in to.knowledge.claims.values():
        for place, measure in enumerate(claim.measures, 1):
            yield published(PublishedMeasure, measure, place=place, **_facts(to, claim))


def _facts(to: Publishing, claim: Claim) -> dict[str, object]:
    return {
        "permalink": to.home("claim", claim.id),
        "claim": claim.id,
        "people": claim.population,
        "design": claim.design,
        "sources": claim.sources,
        "caveat": claim.caveat,
        "held_for_review": claim.held,
    }


def _sources(to: Publishing) -> Iterator[Value]:
    for source in to.knowledge.sources.values():
        yield published(
            PublishedSource,
            source,
            permalink=to.home("source", source.id),
            reference=to.knowledge.references[source.id],
            claims=tuple(claim.id for claim in to.knowledge.resting_on[source.id]),
        )


def _red_flags(to: Publishing) -> Iterator[Value]:
    for flag in to.knowledge.red_flags.values():
        home, evidence = to.home("red flag", flag.id), to.home("red flag evidence", flag.id)
        yield published(PublishedRedFlag, flag, permalink=home, evidence=evidence, held_claims=to.held(flag.basis))


def _protocols(to: Publishing) -> Iterator[Value]:
    for kind, rows in to.knowledge.protocols.items():
        for row in rows:
            yield published(
                PublishedProtocol,
                row,
                permalink=to.home("protocol", row.id),
                kind=kind,
                shown_to_patients=row.open_to_patients(to.knowledge.claims),
                held_claims=to.held(row.claims),
            )


def _pathways(to: Publishing) -> Iterator[Value]:
    for pathway in to.knowledge.pathways.values():
        yield published(
            PublishedPathway,
            pathway.head,
            permalink=to.at(Address(pathway.page)),
            id=pathway.id,
            page=pathway.page,
            questions=tuple(
                published(PublishedQuestion, node, number=pathway.marks[name], **_node(to, pathway, name))
                for name, node in pathway.questions.items()
            ),
            dispositions=tuple(
                published(PublishedDisposition, node, letter=pathway.marks[name], **_node(to, pathway, name))
                for name, node in pathway.dispositions.items()
            ),
        )


def _node(to: Publishing, pathway: Pathway, name: str) -> dict[str, object]:
    node = pathway.questions.get(name) or pathway.dispositions[name]
    held = to.held(node_claims(node, pathway, to.knowledge))
    return {"permalink": to.home("node", name), "owner": pathway.owners[name], "held_claims": held}


def _terms(to: Publishing) -> Iterator[Value]:
    for term in to.knowledge.terms.values():
        yield published(PublishedTerm, term, permalink=to.home("term", term.id), held_claims=to.held(term.claims))


def _disagreements(to: Publishing) -> Iterator[Value]:
    for card in to.knowledge.disagreements.values():
        held = to.held(name for side in card.positions for name in side.claims)
        yield published(PublishedDisagreement, card, permalink=to.home("disagreement", card.id), held_claims=held)


def _statements(to: Publishing) -> Iterator[Value]:
    for item in to.knowledge.statements:
        statement = isinstance(item, Statement)
        pages = ((page.id, page.front.covers) for page in to.knowledge.pages.values())
        carried = (Address(page, name) for page, covers in pages for name, ids in covers.items() if item.id in ids)
        yield published(
            PublishedStatement if statement else PublishedOpenQuestion,
            item,
            kind="statement" if statement else "question",
            permalink=to.home("statement", item.id),
            carried_by=tuple(map(to.at, carried)),
            held_claims=to.held(item.claims),
        )


def _references(to: Publishing) -> Iterator[Value]:
    document = to.knowledge.document
    if document:
        page = to.knowledge.homes["statement", document.items[0].id].page
        for item in document.references:
            yield published(PublishedReference, item, permalink=to.at(Address(page, "document-references")))


def _pages(to: Publishing) -> Iterator[Value]:
    for page in to.knowledge.pages.values():
        yield published(
            PublishedPage,
            page.front,
            decision={},  # the collection of pathways holds it whole
            permalink=to.at(Address(page.id)),
            path=page.path,
            sections=tuple(_sections(to, page)),
            sources=to.cited[page.id],
            text=to.texts[page.id],
        )


def _sections(to: Publishing, page: Page) -> Iterator[PublishedSection]:
    for item in page.sections:
        place = to.at(Address(page.id, item.id))
        yield PublishedSection(permalink=place, id=item.id, title=item.title, level=item.level)


ITEMS: dict[str, Callable[[Publishing], Iterator[Value]]] = {
    "claims": _claims,
    "measures": _measures,
    "sources": _sources,
    "red-flags": _red_flags,
    "protocols": _protocols,
    "pathways": _pathways,
    "terms": _terms,
    "disagreements": _disagreements,
    "statements": _statements,
    "document-references": _references,
    "pages": _pages,
}
