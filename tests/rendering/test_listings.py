"""What lists everything of a kind: the ledger, the sources, what is held, and the trace."""

from __future__ import annotations

from dataclasses import replace

import pytest

from scripts.model.knowledge import Knowledge
from tests.markup import Element
from tests.rendering.support import changed, shown, view_of, with_things


def trace_item(small: Knowledge, name: str) -> Element:
    return shown(view_of(small, "trace"), "trace").by_id()[name]


def test_the_ledger_shows_every_claim_of_a_topic_under_its_own_anchor(small: Knowledge) -> None:
    tree = shown(view_of(small, "ledger"), "ledger", "safety")
    assert list(tree.by_id()) == ["bleeding", "home-size", "limit"]
    assert tree.by_id()["bleeding"].one(".claim__id").one("a").attrs["href"] == "#bleeding"


def test_a_claim_in_the_ledger_names_its_sources_and_the_sections_that_use_it(small: Knowledge) -> None:
    claim = shown(view_of(small, "ledger"), "ledger", "safety").by_id()["bleeding"]
    assert claim.one(".claim__sources").text == "Sources: A children's hospital, 2021"
    assert claim.one(".claim__sources").one("a").attrs["href"] == "../sources/#leaflet-2021"
    assert claim.one(".claim__uses").text == (
        "Used on: Where sources disagree; Which care, and how soon?: The questions; "
        "Glossary: Terms; Warning signs; Warning signs: Bleeding"
    )  # fmt: skip
    assert claim.one(".claim__uses").all("a")[-1].attrs["href"] == "../../patients/red-flags/#bleeding"


def test_a_claim_that_no_page_uses_says_so(small: Knowledge) -> None:
    claim = shown(view_of(replace(small, uses={}), "ledger"), "ledger", "safety").by_id()["limit"]
    assert claim.one(".claim__uses").text == "Used on: no page yet, only here"
    assert "claim--held" in claim.classes


def test_the_ledger_shows_the_figures_as_data(small: Knowledge) -> None:
    claim = changed(small.claims["healing"], inference="Ours.")
    more = claim.measures[0].model_copy(update={"value": -1.5, "unit": None, "derived": True, "arm": "c"})
    claim = claim.model_copy(update={"measures": (*claim.measures, more)})
    tree = shown(view_of(with_things(small, claims=[claim]), "ledger"), "ledger", "outcomes").by_id()["healing"]
    assert tree.one("summary").text == "Figures as data (3)"
    assert [
        [cell.text for cell in row.children if isinstance(cell, Element)] for row in tree.one("tbody").all("tr")
    ] == [
        ["healing", "dilation", "90 %", "45 of 50", "", "", "6 weeks"],
        ["healing", "sphincterotomy", "94 %", "", "83.8 to 97.9", "0.46", "6 weeks"],
        ["healing", "c", "−1.5, derived", "45 of 50", "", "", "6 weeks"],
    ]


def test_a_listing_cites_nothing(small: Knowledge) -> None:
    for macro, arguments in {"ledger": ["safety"], "source_list": [], "held_claims": [], "trace": []}.items():
        view = view_of(small, "ledger")
        shown(view, macro, *arguments)
        assert view.citations.marks == []


def test_the_index_of_the_ledger_counts_the_claims_of_each_topic_and_what_is_held(small: Knowledge) -> None:
    (outcomes, safety) = shown(view_of(small, "ledger"), "ledger_index").one("tbody").all("tr")
    assert [cell.text for cell in outcomes.all("td")] == ["2", "none"]
    assert [cell.text for cell in safety.all("td")] == ["3", "1"]


def test_what_is_held_is_listed_and_nothing_else(small: Knowledge) -> None:
    (item,) = shown(view_of(small), "held_claims").all("li")
    assert item.text == "limit: The dilation was limited to 35 mm."


def test_every_source_shows_its_reference_how_much_was_read_and_its_claims(small: Knowledge) -> None:
    entries = shown(view_of(small, "sources"), "source_list").by_id()
    assert list(entries) == ["leaflet-2021", "trial-2020"]
    assert entries["trial-2020"].one(".source__facts").text == "Randomised trial; adults; the abstract was read."
    assert entries["trial-2020"].one(".source__claims").text == "Claims: healing, recurrence, limit (held)"


def test_a_source_without_an_address_for_readers_says_so(small: Knowledge) -> None:
    reading = {"kind": "guideline", "population": "both", "seen": "search-excerpt", "linkable": False}
    source = changed(small.sources["trial-2020"], custom={**reading, "jurisdiction": "Japan"})
    entry = shown(view_of(with_things(small, sources=[source]), "sources"), "source_list").by_id()["trial-2020"]
    assert entry.one(".source__facts").text == (
        "Guideline; adults and children; Japan; only a short excerpt was read. No address for readers is known."
    )


def test_the_trace_shows_verdict_reason_claims_references_and_the_carrying_section(small: Knowledge) -> None:
    item = trace_item(small, "S1.1")
    assert item.one(".trace__says").text == "S1.1 Controlled dilation heals fissures."
    assert item.one(".trace__verdict").text == "Supported in part. One trial says so, with few patients."
    assert item.one(".trace__claims").text == "Claims: healing"
    assert item.one(".trace__cites").text == "The document cites: [1] Doe, 2020, match: high; [2] no match found"
    assert item.one(".trace__carriers").text == "Carried by: Techniques: Controlled dilation"
    assert item.one(".trace__carriers").one("a").attrs["href"] == "../../clinicians/techniques/#controlled"


def test_a_question_of_the_document_has_an_answer_and_no_references(small: Knowledge) -> None:
    item = trace_item(small, "A1")
    assert item.one(".trace__verdict").text == "Not answered. No study followed patients for long."
    assert not item.all(".trace__cites")


def test_a_statement_without_references_says_so_and_one_without_claims_names_none(small: Knowledge) -> None:
    assert small.document
    bare = small.document.statements[0].model_copy(update={"cites": (), "claims": ()})
    item = trace_item(replace(small, document=small.document.model_copy(update={"statements": (bare,)})), "S1.1")
    assert item.one(".trace__cites").text == "The document cites nothing here."
    assert not item.all(".trace__claims")


def test_the_whole_trace_sums_up_its_verdicts_and_ends_with_the_numbers_of_the_document(small: Knowledge) -> None:
    tree = shown(view_of(small, "trace"), "trace")
    assert tree.one(".trace__sum").text == "Supported in part: 1; Not answered: 1."
    assert [
        [cell.text for cell in row.children if isinstance(cell, Element)] for row in tree.one("tbody").all("tr")
    ] == [
        ["[1]", "Doe, 2020", "high", "The size matches."],
        ["[2]", "none", "no match found", "Nothing to match on."],
    ]


def test_chosen_statements_on_another_page_have_no_anchor_and_lead_to_the_trace(small: Knowledge) -> None:
    tree = shown(view_of(small), "trace", "A1")
    assert tree.by_id() == {}
    assert tree.one("article").one(".trace__says").one("a").attrs["href"] == "../../evidence/trace/#A1"
    assert not tree.all("table")


def test_a_trace_of_no_document_is_refused(small: Knowledge) -> None:
    with pytest.raises(KeyError, match="there is no source document"):
        shown(view_of(replace(small, document=None)), "trace")
