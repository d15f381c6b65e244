"""Links, terms, counts and cards inside prose."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from urllib.parse import urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scripts.compiling.pages import url_of
from scripts.model.knowledge import Address, Knowledge
from scripts.rendering.view import View
from scripts.rendering.words import COUNTED
from tests.rendering.support import CLINICIANS, PATIENTS, changed, shown, view_of, with_things

SITE = "https://example.org/sub/folder/"


@pytest.mark.parametrize(
    ("page", "arguments", "text", "address"),
    [
        ("home", ("red-flags",), "Warning signs", "patients/red-flags/"),
        ("red-flags", ("home",), "Home", "../../"),
        ("red-flags", ("glossary",), "Glossary", "../glossary/"),
        ("red-flags", ("techniques", "controlled"), "Controlled dilation", "../../clinicians/techniques/#controlled"),
        ("red-flags", ("red-flags", "bleeding"), "Bleeding", "#bleeding"),
        ("home", ("home",), "Home", "./"),
        ("red-flags", ("red-flags",), "Warning signs", "./"),
    ],
)
def test_a_link_has_the_words_of_its_target_and_an_address_from_its_page(
    small: Knowledge, page: str, arguments: tuple[str, ...], text: str, address: str
) -> None:
    link = shown(view_of(small, page), "link", *arguments).one("a")
    assert (link.text, link.attrs["href"]) == (text, address)


def test_a_link_can_have_words_of_its_own(small: Knowledge) -> None:
    assert shown(view_of(small), "link", "ledger", text="every claim").text == "every claim"


FOLDERS = st.lists(st.sampled_from(["a", "b", "patients", "ledger"]), max_size=3)
PATHS = st.builds(
    lambda folders, name: Path(*folders, name), FOLDERS, st.sampled_from(["index.md", "a.md", "b.md", "patients.md"])
)


@given(PATHS, PATHS, st.sampled_from(["", "here"]))
def test_a_relative_address_leads_from_any_page_to_any_page(small: Knowledge, here: Path, there: Path, to: str) -> None:
    pages = {
        "here": replace(small.pages["home"], url=url_of(here)),
        "there": replace(small.pages["home"], url=url_of(there)),
    }
    view = View(replace(small, pages=pages), pages["here"])
    found = urljoin(SITE + url_of(here), view.url(Address("there", to)))
    assert found == SITE + url_of(there) + (f"#{to}" if to else "")


def test_a_page_leads_to_its_counterpart_and_to_related_pages(small: Knowledge) -> None:
    rows = shown(view_of(small, CLINICIANS), "see_also").all("li")
    assert [row.text for row in rows] == ["In plain language: Warning signs", "Related: Ledger"]
    assert [row.one("a").attrs["href"] for row in rows] == ["../../patients/red-flags/", "../../evidence/ledger/"]
    (row,) = shown(view_of(small, PATIENTS), "see_also").all("li")
    assert row.text == "The evidence behind this page: The evidence behind the warning signs"


def test_a_term_leads_to_its_entry_in_the_glossary(small: Knowledge) -> None:
    link = shown(view_of(small), "term", "fissure").one("a.term")
    assert (link.text, link.attrs["href"]) == ("anal fissure", "../../patients/glossary/#fissure")
    assert shown(view_of(small), "term", "fissure", "tears").text == "tears"


def test_a_claim_can_be_linked_without_being_cited(small: Knowledge) -> None:
    view = view_of(small)
    link = shown(view, "claim_link", "limit", "the limit").one("a")
    assert (link.text, link.attrs["href"]) == ("the limit", "../../evidence/ledger/#limit")
    assert view.citations.marks == []


def test_the_glossary_is_in_alphabetical_order_whatever_the_capitals(small: Knowledge) -> None:
    more = [changed(small.terms["fissure"], id=word.lower(), term=word) for word in ("Botox", "abscess", "zinc")]
    tree = shown(view_of(with_things(small, terms=more), "glossary"), "glossary")
    assert [word.text for word in tree.all("dfn")] == ["abscess", "anal fissure", "Botox", "haemorrhage", "zinc"]


def test_a_term_has_its_synonyms_its_meaning_and_a_marker_where_it_states_a_fact(small: Knowledge) -> None:
    entries = shown(view_of(small, "glossary"), "glossary").by_id()
    assert entries["fissure"].one("dt").text == "anal fissure (also: tear)"
    assert entries["fissure"].one("dd").text == "A small tear in the skin of the bottom."
    assert entries["haemorrhage"].one("dd").text == "Heavy bleeding. [1]"


def test_a_disagreement_says_who_says_what_on_what_evidence_and_how_the_site_reads_it(small: Knowledge) -> None:
    card = shown(view_of(small, "disagreements"), "disagreement", "bleeding-urgency").one("section.disagreement")
    assert card.one("h3").text == "How fast does bleeding need help?"
    assert [position.text for position in card.all("dt")] == ["A children's hospital", "A trial"]
    assert [position.text for position in card.all("dd")] == [
        "Asks families to call at once. [1] "
        "Evidence: hospital leaflet (an instruction, not evidence that it works).",
        "Says nothing on it, but limits the size. [2] held for review "
        "Evidence: randomised trial, 100 people, held for clinical review.",
    ]  # fmt: skip
    assert card.one(".disagreement__reading").text == (
        "How this site reads it: This base uses the faster of the two."
    )  # fmt: skip


def test_a_disagreement_has_its_anchor_only_on_its_home_page(small: Knowledge) -> None:
    anchors = {
        page: shown(view_of(small, page), "disagreement", "bleeding-urgency").one("section").attrs.get("id")
        for page in ("disagreements", PATIENTS)
    }
    assert anchors == {"disagreements": "bleeding-urgency", PATIENTS: None}


@pytest.mark.parametrize(
    ("what", "number"),
    [
        ("claims", "5"), ("sources", "2"), ("measures", "2"), ("held", "1"), ("red-flags", "2"), ("protocols", "2"),
        ("statements", "1"), ("questions", "1"), ("terms", "2"), ("disagreements", "1"), ("pages", "11"),
        ("self-test", "0"),
    ],
)  # fmt: skip
def test_a_count_is_that_of_the_data(small: Knowledge, what: str, number: str) -> None:
    assert shown(view_of(small), "count", what).text == number


def test_every_count_is_tested_above() -> None:
    marks = test_a_count_is_that_of_the_data.pytestmark  # type: ignore[attr-defined]
    assert {what for what, _ in marks[0].args[1]} == set(COUNTED)


def test_a_large_count_has_its_thousands_apart(small: Knowledge) -> None:
    claim = small.claims["healing"]
    many = with_things(small, claims=[claim.model_copy(update={"id": f"c{n}"}) for n in range(1995)])
    assert shown(view_of(many), "count", "claims").text == "2,000"
