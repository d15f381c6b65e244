"""Care cards: the most urgent first, one anchor a sign, and nothing that leads away from an emergency."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scripts.model.care import RedFlag
from scripts.model.knowledge import Knowledge
from scripts.model.vocabulary import FLAGGED, AppliesTo, BasisKind, Context, Urgency
from scripts.rendering.care import ACTIONS
from tests.markup import Element
from tests.rendering.support import CLINICIANS, PATIENTS, changed, shown, view_of, with_things


def flags(small: Knowledge, *urgencies: Urgency, **fields: object) -> list[RedFlag]:
    flag = small.red_flags["heavy-bleeding"]
    return [
        changed(flag, **{"id": f"f{n}", "sign": f"Sign {n}", "short": f"short {n}", "urgency": urgency, **fields})
        for n, urgency in enumerate(urgencies)
    ]


def only(small: Knowledge, red_flags: list[RedFlag]) -> Knowledge:
    """The small base with these flags and no others."""
    full = with_things(small, red_flags=red_flags)
    for name in small.red_flags:
        del full.red_flags[name]  # type: ignore[attr-defined]
    return full


def urgencies(tree: Element) -> list[str]:
    return [heading.text.partition(":")[0] for heading in tree.all(".care-card__heading")]


@given(st.lists(st.sampled_from(FLAGGED), min_size=1, max_size=8))
@settings(max_examples=40)
def test_cards_come_in_the_order_of_urgency_and_hold_every_flag_once(small: Knowledge, given: list[Urgency]) -> None:
    tree = shown(view_of(only(small, flags(small, *given)), PATIENTS), "red_flags")
    assert urgencies(tree) == [urgency.words for urgency in FLAGGED if urgency in given]
    for card in tree.all("section.care-card"):
        urgency = next(u for u in Urgency if f"care-card--{u.value}" in card.classes)
        signs = [sign.text for sign in card.all(".care-card__sign")]
        assert signs == [f"Sign {n}" for n, each in enumerate(given) if each is urgency]


@given(st.lists(st.sampled_from(FLAGGED), min_size=1, max_size=8), st.booleans())
@settings(max_examples=40)
def test_an_emergency_card_holds_no_link(small: Knowledge, given: list[Urgency], brief: bool) -> None:
    base = only(small, flags(small, Urgency.EMERGENCY, *given))
    for page in (PATIENTS, CLINICIANS):
        cards = shown(view_of(base, page), "red_flags", brief=brief).all("section.care-card--emergency")
        assert len(cards) == 1
        assert not cards[0].all("a")


def test_a_card_says_what_to_do_in_its_heading(small: Knowledge) -> None:
    tree = shown(view_of(only(small, flags(small, *FLAGGED)), PATIENTS), "red_flags")
    headings = [heading.text for heading in tree.all("h2")]
    assert headings == [
        "Emergency: Get emergency help now if:",
        "Urgent: Get help today if:",
        "Soon: Ask to be seen soon if:",
        "Routine: Bring it up at your next appointment if:",
    ]
    assert list(ACTIONS) == list(FLAGGED)


def test_a_sign_tells_its_own_action_whom_it_is_for_and_that_the_timing_is_ours(small: Knowledge) -> None:
    tree = shown(view_of(small, PATIENTS), "red_flags")
    assert [item.text for sign in tree.all(".care-card__signs") for item in sign.all("li")] == [
        "Bleeding that does not stop Call 999 now.",
        "Small bleeds that come back (adults) Ask your clinic. The timing is our own precaution.",
    ]


def test_an_action_that_several_signs_share_is_said_once_above_them(small: Knowledge) -> None:
    shared = flags(small, *[Urgency.EMERGENCY] * 3, action="Call 999. Do not drive.")
    same = changed(shared[0], id="same", sign="The same sign", action="Call 999.")
    other = changed(shared[0], id="other", sign="Another sign", action="Go to A&E.")
    base = only(small, [*shared, same, other])
    card = shown(view_of(base, PATIENTS), "red_flags").one("section.care-card--emergency")
    assert card.one(".care-card__lead").text == (
        "Call 999. Do this if any one of these is true, unless the sign says otherwise:"
    )
    actions = [action.text for action in card.all(".care-card__action")]
    assert actions == ["Do not drive.", "Do not drive.", "Do not drive.", "Go to A&E."]


def test_an_action_of_two_signs_is_said_at_each(small: Knowledge) -> None:
    card = shown(view_of(only(small, flags(small, *[Urgency.URGENT] * 2)), PATIENTS), "red_flags")
    assert not card.all(".care-card__lead")
    assert [action.text for action in card.all(".care-card__action")] == ["Call 999 now.", "Call 999 now."]


def test_each_flag_has_its_anchor_once_on_its_home_page_and_nowhere_else(small: Knowledge) -> None:
    view = view_of(small, PATIENTS)
    once = [shown(view, "red_flags"), shown(view, "red_flags"), shown(view, "care_card", "heavy-bleeding")]
    assert [[name for name in tree.by_id() if "cite" not in name] for tree in once] == [
        ["heavy-bleeding", "small-bleeds"], [], [],
    ]  # fmt: skip
    elsewhere = shown(view_of(small, CLINICIANS), "red_flags")
    assert [name for name in elsewhere.by_id() if "cite" not in name] == []


def test_a_flag_filtered_out_of_one_card_gets_its_anchor_in_the_next(small: Knowledge) -> None:
    view = view_of(small, PATIENTS)
    assert "small-bleeds" not in shown(view, "red_flags", urgency="emergency").by_id()
    assert "small-bleeds" in shown(view, "red_flags").by_id()


@pytest.mark.parametrize(
    ("filters", "signs"),
    [
        ({}, ["both any", "adult home-treatment", "child after-procedure"]),
        ({"applies_to": "adult"}, ["both any", "adult home-treatment"]),
        ({"applies_to": "child"}, ["both any", "child after-procedure"]),
        ({"context": "home-treatment"}, ["adult home-treatment"]),
        ({"urgency": "urgent"}, ["child after-procedure"]),
        ({"urgency": "soon"}, []),
    ],
)
def test_filters_keep_the_flags_for_whom_when_and_how_urgent(
    small: Knowledge, filters: dict[str, str], signs: list[str]
) -> None:
    marks = [(AppliesTo.BOTH, Context.ANY), (AppliesTo.ADULT, Context.HOME_TREATMENT)]
    marks.append((AppliesTo.CHILD, Context.AFTER_PROCEDURE))
    base = [
        changed(flag, sign=f"{who} {when}", applies_to=who, context=when)
        for flag, (who, when) in zip(flags(small, *[Urgency.EMERGENCY] * 2, Urgency.URGENT), marks, strict=True)
    ]
    tree = shown(view_of(only(small, base), PATIENTS), "red_flags", **filters)
    assert [sign.text for sign in tree.all(".care-card__sign")] == signs


def test_the_brief_box_holds_the_short_signs_and_one_link_below_it(small: Knowledge) -> None:
    silent = flags(small, Urgency.EMERGENCY, short=None)
    tree = shown(view_of(with_things(small, red_flags=silent), CLINICIANS), "red_flags", brief=True)
    box = tree.one("section.care-card--brief")
    assert [item.text for item in box.all("li")] == ["heavy bleeding"]
    assert not box.all("a")
    (link,) = tree.all("a")
    assert (link.text, link.attrs["href"]) == (
        "All warning signs, and how fast to get help", "../../patients/red-flags/",
    )  # fmt: skip


def test_the_brief_box_calls_nothing_an_emergency_that_is_none(small: Knowledge) -> None:
    base = with_things(small, red_flags=flags(small, Urgency.URGENT, Urgency.ROUTINE))
    box = shown(view_of(base, PATIENTS), "red_flags", brief=True).one("section.care-card--brief")
    assert [item.text for item in box.all("li")] == ["heavy bleeding"]


def test_the_brief_box_cites_nothing_and_gives_no_anchor(small: Knowledge) -> None:
    view = view_of(small, PATIENTS)
    assert shown(view, "red_flags", brief=True).by_id() == {}
    assert view.citations.marks == []


def test_a_patient_never_sees_a_held_claim_behind_a_sign_nor_what_it_adds(small: Knowledge) -> None:
    flag = flags(small, Urgency.SOON, basis=["bleeding", "limit"], disagreement="The limit differs.")
    base = only(small, flag)
    (evidence,) = shown(view_of(base, PATIENTS), "red_flags").all("details.care-evidence")
    assert [mark.attrs["data-claims"] for mark in evidence.all("sup.cite")] == ["bleeding"]
    assert "The limit differs." not in evidence.text
    (evidence,) = shown(view_of(base, CLINICIANS), "red_flags").all("details.care-evidence")
    assert [mark.attrs["data-claims"] for mark in evidence.all("sup.cite")] == ["bleeding limit"]
    assert "Other sources: The limit differs." in evidence.text


def test_a_sign_leads_to_all_its_evidence(small: Knowledge) -> None:
    evidence = shown(view_of(small, PATIENTS), "red_flags").all("details.care-evidence")[0]
    assert evidence.one("ul").text == "Bleeding that does not stop [1] All the evidence for this sign"
    assert evidence.all("a")[-1].attrs["href"] == "../../evidence/red-flag-evidence/#heavy-bleeding"


def test_a_chosen_card_stands_one_level_below_a_section(small: Knowledge) -> None:
    tree = shown(view_of(small, PATIENTS), "care_card", "small-bleeds")
    assert tree.one("h3").text == "Soon: Ask to be seen soon if:"
    assert tree.one(".care-card__sign").text == "Small bleeds that come back"


def test_the_evidence_page_lists_every_flag_with_its_basis_and_marks_what_is_held(small: Knowledge) -> None:
    flag = changed(small.red_flags["small-bleeds"], basis=["limit"], basis_kind=BasisKind.PRECAUTION)
    tree = shown(view_of(with_things(small, red_flags=[flag]), "red-flag-evidence"), "red_flag_evidence")
    first, second = tree.all("article.flag")
    assert (first.attrs["id"], second.attrs["id"]) == ("heavy-bleeding", "small-bleeds")
    assert second.one(".flag__facts").text == (
        "Adults; during treatment at home. Soon, this week. Basis: our own precaution: no source gives this timing."
    )
    assert second.one(".flag__claims").text == (
        "The dilation was limited to 35 mm. (randomised trial) Held for clinical review. limit"
    )
    assert "Held" not in first.text
