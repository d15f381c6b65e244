"""Home protocols side by side, and the comparison of techniques."""

from __future__ import annotations

from dataclasses import replace

import pytest

from scripts.model.care import Protocol
from scripts.model.knowledge import Knowledge
from scripts.model.vocabulary import Support
from scripts.rendering.tables import COLUMNS
from tests.markup import Element
from tests.rendering.support import CLINICIANS, PATIENTS, changed, shown, view_of, with_things

BLANK = (
    "Adult home: what each source says. A blank cell means that the source does not say, or that the part was not seen."
)


def cells(row: Element) -> dict[str, str]:
    """The cells of a row by their labels; the row's own head is ""."""
    return {cell.attrs.get("data-label", ""): cell.text for cell in row.children if isinstance(cell, Element)}


def rows(tree: Element) -> list[dict[str, str]]:
    return [cells(row) for row in tree.one("tbody").all("tr")]


def test_a_comparison_has_a_row_a_technique_and_a_column_a_criterion(small: Knowledge) -> None:
    tree = shown(view_of(small), "compare", "techniques")
    assert [head.text for head in tree.one("thead").all("th")] == ["Technique", "Healing", "Setting"]
    assert rows(tree) == [
        {
            "": "Controlled dilation",
            "Healing": "45 of 50 (90 %). one trial [1]",
            "Setting": "in theatre [1] held for review",
        },
        {"": "Dilation at home", "Healing": "No evidence found. No study was found", "Setting": "size: 12 mm [2]"},
    ]


def test_only_the_cell_without_evidence_says_so_and_is_marked(small: Knowledge) -> None:
    (cell,) = shown(view_of(small), "compare", "techniques").all("td.none-found")
    assert cell.one(".none-found__label").text == "No evidence found."


def test_a_technique_leads_to_its_section_and_the_table_has_a_name(small: Knowledge) -> None:
    tree = shown(view_of(small), "compare", "techniques")
    assert [head.one("a").attrs["href"] for head in tree.one("tbody").all("th")] == ["#controlled", "#home"]
    name = tree.by_id()[tree.one("table").attrs["aria-labelledby"]]
    assert name.text == "Two techniques side by side"


def test_a_page_compares_only_what_stands_in_its_own_front_matter(small: Knowledge) -> None:
    with pytest.raises(KeyError, match="the page 'red-flags' has no comparison 'techniques'"):
        shown(view_of(small, PATIENTS), "compare", "techniques")


def test_a_protocol_table_says_what_a_blank_cell_means(small: Knowledge) -> None:
    tree = shown(view_of(small), "protocols", "adult-home")
    assert tree.by_id()[tree.one("table").attrs["aria-labelledby"]].text == BLANK


def test_a_protocol_table_has_only_the_columns_that_some_row_fills(small: Knowledge) -> None:
    tree = shown(view_of(small), "protocols", "adult-home")
    assert [head.text for head in tree.one("thead").all("th")] == [
        "Who", "Route", "Sizes (mm)", "Times a day", "Weeks in all", "Notes",
    ]  # fmt: skip
    assert rows(tree)[0] == {
        "": "A children's hospital [1]", "Route": "anal", "Sizes (mm)": "12", "Times a day": "2", "Weeks in all": "",
        "Notes": "",
    }  # fmt: skip


def test_a_clinician_sees_that_a_row_is_weak_and_whom_it_copies(small: Knowledge) -> None:
    tree = shown(view_of(small, CLINICIANS), "protocols", "adult-home")
    assert rows(tree)[1][""] == (
        "Doe and Roe [2] held for review Weak: not for use as a protocol "
        "Not independent: follows A children's hospital (the same words)"
    )
    assert "Weak" not in rows(tree)[0][""]
    assert "Not independent" not in rows(tree)[0][""]


def test_a_patient_sees_no_weak_row_and_none_of_its_claims(small: Knowledge) -> None:
    row = changed(small.protocols["adult-home"][1], claims=["healing"])
    view = view_of(with_things(small, protocols=[row]), PATIENTS)
    tree = shown(view, "protocols", "adult-home")
    assert [row[""] for row in rows(tree)] == ["A children's hospital [1]"]
    assert view.citations.marks == [("home-size",)]


def test_a_patient_sees_no_row_that_rests_on_a_held_claim(small: Knowledge) -> None:
    row = changed(small.protocols["adult-home"][1], strength="ordinary", notes="The limit is told here.")
    base = with_things(small, protocols=[row])
    assert "The limit is told here." in shown(view_of(base, CLINICIANS), "protocols", "adult-home").text
    assert [row[""] for row in rows(shown(view_of(base, PATIENTS), "protocols", "adult-home"))] == [
        "A children's hospital [1]"
    ]


def test_a_row_is_weak_only_for_the_support_of_that_name() -> None:
    fields = {"id": "row", "who": "Somebody", "claims": ("home-size",)}
    weak = {support: Protocol.model_validate({**fields, "strength": support}).weak for support in Support}
    assert weak == {Support.STRONG: False, Support.ORDINARY: False, Support.WEAK: True}


def test_a_copy_of_something_outside_the_table_names_its_source(small: Knowledge) -> None:
    row = changed(small.protocols["adult-home"][0], derived_from=["trial-2020"])
    tree = shown(view_of(with_things(small, protocols=[row])), "protocols", "adult-home", "leaflet-2021")
    assert tree.one(".protocols__copy").text == "Not independent: follows Doe, 2020"


def test_named_rows_alone_are_shown_and_the_home_page_holds_their_anchors(small: Knowledge) -> None:
    (row,) = shown(view_of(small), "protocols", "adult-home", "trial-2020").one("tbody").all("tr")
    assert row.attrs["id"] == "trial-2020"
    elsewhere = shown(view_of(small, "home"), "protocols", "adult-home")
    assert not any("id" in row.attrs for row in elsewhere.one("tbody").all("tr"))


def test_every_field_of_a_protocol_that_tells_what_to_do_has_a_column() -> None:
    said_elsewhere = {"id", "who", "country", "derived_from", "derivation", "strength", "claims", "notes"}
    assert set(COLUMNS) == set(Protocol.model_fields) - said_elsewhere


def test_a_table_cites_the_claims_behind_its_rows_and_cells_in_order(small: Knowledge) -> None:
    view = view_of(replace(small))
    shown(view, "compare", "techniques")
    shown(view, "protocols", "adult-home")
    assert view.citations.marks == [("healing",), ("limit",), ("home-size",), ("home-size",), ("limit",)]
