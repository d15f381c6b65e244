"""What holds for pages that patients read: nothing that is held for review, nothing weak, no link in an emergency."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.model.page import Page
from tests.markup import Element, said
from tests.site.support import Site, links, raw


def for_patients(site: Site) -> Iterator[tuple[Page, Element]]:
    """The pages for patients, and the home page, which sends them on."""
    found = [(page, site.documents[page.url]) for page, _ in site.pages() if page.for_patients or page.id == "home"]
    assert len(found) > 3
    yield from found


def everything(document: Element) -> str:
    """All words of a document, and those in its attributes."""
    return said(" ".join([document.text, *(value for e in document.walk() for value in e.attrs.values())]))


def test_no_page_for_patients_says_what_is_held_for_review(site: Site) -> None:
    held = [claim for claim in raw("claims/*.yml") if claim.get("clinician_check")]
    assert len(held) > 20
    for page, document in for_patients(site):
        text = everything(document)
        for claim in held:
            assert said(claim["statement"]) not in text, (page.path, claim["id"])
            assert said(claim.get("inference", claim["statement"])) not in text, (page.path, claim["id"])


def test_no_page_for_patients_cites_or_leads_to_what_is_held_for_review(site: Site) -> None:
    held = {claim["id"] for claim in raw("claims/*.yml") if claim.get("clinician_check")}
    for page, document in for_patients(site):
        cited = {name for mark in document.all("sup.cite") for name in mark.attrs["data-claims"].split()}
        assert not cited & held, page.path
        assert not {address.partition("#")[2] for address in links(document)} & held, page.path


def test_no_page_for_patients_shows_a_weak_protocol(site: Site) -> None:
    weak = [said(row["who"]) for row in raw("protocols/*.yml") if row.get("strength") == "weak"]
    assert weak
    for page, document in for_patients(site):
        heads = [head.text for table in document.all("table.protocols") for head in table.all("th")]
        assert not [who for who in weak if any(head.startswith(who) for head in heads)], page.path


def test_no_card_for_an_emergency_holds_a_link_on_any_page(site: Site) -> None:
    cards = [card for _, article in site.pages() for card in article.all("section.care-card--emergency")]
    assert len(cards) > 2
    assert all(not card.all("a") for card in cards if "node--card" not in card.classes)  # a step's: its own test


def test_pages_with_instructions_show_the_emergency_signs_before_any_section(site: Site) -> None:
    for page, document in for_patients(site):
        if page.id == "glossary":
            continue
        first = next(element for element in document.one("article.md-typeset").walk() if element.tag == "h2")
        assert "care-card__heading" in first.classes, page.path


def test_the_cards_of_the_signs_come_in_the_order_of_urgency(site: Site) -> None:
    (page,) = (page for page in site.knowledge.pages.values() if page.id == "red-flags")
    cards = site.articles[page.url].all("section.care-card")
    kinds = [name.removeprefix("care-card--") for card in cards for name in card.classes if "--" in name]
    assert kinds == ["emergency", "urgent", "soon", "routine"]
