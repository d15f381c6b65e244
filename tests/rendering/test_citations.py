"""Markers and the list of references: numbers in order of first use, links that lead there and back."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from scripts.model.knowledge import Knowledge
from scripts.rendering.citations import marker
from scripts.rendering.view import View
from tests.markup import Element, parse
from tests.rendering.support import PATIENTS, changed, shown, view_of, with_things, written


def with_claims(small: Knowledge, sources: Sequence[Sequence[int]]) -> Knowledge:
    """The small base with claims c0, c1, ... that rest on the given ones of the sources s0 to s4."""
    claim, source = small.claims["healing"], small.sources["trial-2020"]
    return with_things(
        small,
        claims=[
            changed(claim, id=f"c{n}", statement=f"Claim {n}.", sources=[f"s{number}" for number in numbers])
            for n, numbers in enumerate(sources)
        ],
        sources=[changed(source, id=f"s{n}") for n in range(5)],
    )


def page_of(view: View, *groups: Sequence[str]) -> Element:
    """A page that cites the groups of claims one after another and ends with its references."""
    markers = [written(view, "cite", *group) for group in groups]
    return parse("".join(markers) + written(view, "references"))


def marked(page: Element) -> list[str]:
    return [mark.text for mark in page.all("sup.cite")]


def test_sources_are_numbered_in_the_order_of_their_first_use(small: Knowledge) -> None:
    view = view_of(with_claims(small, [[4], [0], [2]]))
    page = page_of(view, ["c2"], ["c0"], ["c1"], ["c0"])
    assert marked(page) == ["[1]", "[2]", "[3]", "[2]"]
    assert list(view.citations.numbers) == ["s2", "s4", "s0"]


def test_a_source_of_several_claims_has_one_number_and_one_entry(small: Knowledge) -> None:
    page = page_of(view_of(with_claims(small, [[1], [1], [1]])), ["c0"], ["c1"], ["c2"])
    assert marked(page) == ["[1]", "[1]", "[1]"]
    notes = page.one("li.reference").all(".claim--note")
    assert [note.attrs["id"] for note in notes] == ["note-c0", "note-c1", "note-c2"]


def test_a_group_shows_each_number_once_and_in_ascending_order(small: Knowledge) -> None:
    view = view_of(with_claims(small, [[3], [0, 3], [1, 0]]))
    assert marked(page_of(view, ["c0"], ["c2", "c1"])) == ["[1]", "[1, 2, 3]"]


def test_a_marker_says_to_screen_readers_whom_it_cites(small: Knowledge) -> None:
    (link,) = shown(view_of(small), "cite", "healing").all("a")
    assert (link.attrs["aria-label"], link.attrs["role"]) == ("Source 1: Doe, 2020", "doc-noteref")


def test_a_claim_of_two_sources_stands_under_the_first_and_is_named_under_the_second(small: Knowledge) -> None:
    first, second = page_of(view_of(with_claims(small, [[2, 4]])), ["c0"]).all("li.reference")
    assert first.one(".claim__sources").text == "Sources on this page: 1 2. This claim in the ledger"
    assert not second.all(".claim--note")
    assert second.one(".reference__also").text == "Also behind: Claim 0."
    assert second.one(".reference__also").one("a").attrs["href"] == "#note-c0"


def test_an_entry_shows_what_the_claim_rests_on(small: Knowledge) -> None:
    note = page_of(view_of(small), ["bleeding"]).one(".claim--note")
    assert note.one(".claim__statement").text == "Call 999 for bleeding that does not stop."
    assert note.one(".claim__facts").text == (
        "Hospital leaflet (an instruction, not evidence that it works); adults and children. Support: strong."
    )
    assert note.one(".claim__caveat").text == "Caveat: An instruction to families."
    assert note.one("a").attrs["href"] == "../../evidence/ledger/#bleeding"


def test_an_entry_shows_its_source_how_much_of_it_was_read_and_where_it_is_used(small: Knowledge) -> None:
    (entry,) = page_of(view_of(small), ["bleeding"], ["healing"], ["bleeding", "home-size"]).all("li.reference")[:1]
    assert entry.one(".reference__text").text == (
        "A children’s hospital. Dilation at home [Internet]. 2021. Available from: https://example.org/leaflet"
    )
    uses = entry.one(".reference__uses")
    assert uses.text == "About this source: hospital leaflet; part of the text was read. Back to: ↑1 ↑3"
    assert [link.attrs["href"] for link in uses.all("a")] == [
        "../../evidence/sources/#leaflet-2021", "#cite-1", "#cite-3",
    ]  # fmt: skip


def test_our_own_inference_is_told_apart_from_the_source(small: Knowledge) -> None:
    claim = changed(small.claims["bleeding"], inference="Dilators may cause it.")
    note = page_of(view_of(with_things(small, claims=[claim])), ["bleeding"]).one(".claim--note")
    assert note.one(".claim__inference").text == "Our inference: Dilators may cause it."


def test_only_a_held_claim_is_labelled_as_held(small: Knowledge) -> None:
    notes = page_of(view_of(small), ["limit", "bleeding"]).by_id()
    assert notes["note-limit"].one(".claim__held").text == (
        "Held for clinical review. Not shown on pages for patients until a clinician has looked at it."
    )
    assert not notes["note-bleeding"].all(".claim__held")


def test_a_marker_says_that_a_claim_of_its_group_is_held_and_no_other_marker_does(small: Knowledge) -> None:
    page = page_of(view_of(small), ["bleeding"], ["bleeding", "limit"], ["limit"])
    assert marked(page) == ["[1]", "[1, 2] held for review", "[2] held for review"]


def test_a_marker_of_nothing_is_nothing_and_takes_no_number(small: Knowledge) -> None:
    view = view_of(small, PATIENTS)
    assert str(marker(view, view.shown(["limit"]))) == ""
    assert view.citations.marks == []


def test_a_claim_as_a_block_is_cited_like_any_other(small: Knowledge) -> None:
    view = view_of(small)
    block = shown(view, "claim", "limit")
    assert block.one(".claim__statement").text == "The dilation was limited to 35 mm."
    assert block.one(".claim__sources").text == "Sources: [1] held for review This claim in the ledger"
    assert view.citations.marks == [("limit",)]


def test_a_page_that_cites_nothing_has_an_empty_list(small: Knowledge) -> None:
    assert not shown(view_of(small), "references").all("li")


RESTS_ON = st.lists(st.lists(st.integers(0, 4), min_size=1, max_size=3, unique=True), min_size=5, max_size=5)
GROUPS = st.lists(st.lists(st.sampled_from(["c0", "c1", "c2", "c3", "c4"]), min_size=1, max_size=3), max_size=8)


@given(RESTS_ON, GROUPS)
@settings(max_examples=60)
def test_every_marker_leads_to_its_sources_and_claims_and_back(
    small: Knowledge, rests_on: list[list[int]], groups: list[list[str]]
) -> None:
    view = view_of(with_claims(small, rests_on))
    page = page_of(view, *groups)
    anchors, numbers = page.by_id(), view.citations.numbers
    assert list(numbers.values()) == list(range(1, len(numbers) + 1))
    assert len(anchors) == len([e for e in page.walk() if "id" in e.attrs])
    for group, mark in zip(groups, page.all("sup.cite"), strict=True):
        sources = {name for claim in group for name in view.knowledge.claims[claim].sources}
        entries = [f"#ref-{number}" for number in sorted(numbers[name] for name in sources)]
        assert [link.attrs["href"] for link in mark.all("a")] == entries
        assert mark.attrs["data-claims"].split() == group
        assert all(f"note-{claim}" in anchors for claim in group)
        for link in mark.all("a"):
            back = anchors[link.attrs["href"][1:]].one(".reference__uses").all("a")[1:]
            assert f"#{mark.attrs['id']}" in [there.attrs["href"] for there in back]
