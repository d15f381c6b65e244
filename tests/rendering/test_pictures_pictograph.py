"""A pictograph fills as many of a hundred circles as its sentence says, and that is what the claim gives."""

from __future__ import annotations

import pytest

from scripts.model.knowledge import Knowledge
from scripts.rendering.figures import FigureError
from tests.markup import Element
from tests.rendering.pictures import cells, share, with_measures
from tests.rendering.support import shown, view_of


def picture(knowledge: Knowledge, **options: object) -> Element:
    words = {"text": "healed", "label": "After dilation", **options}
    return shown(view_of(knowledge), "pictograph", "healing", **words)


def filled(side: Element) -> list[bool]:
    people = side.all("circle.person")
    assert len({(person.attrs["cx"], person.attrs["cy"]) for person in people}) == 100
    return ["person--filled" in person.classes for person in people]


@pytest.mark.parametrize(
    ("value", "said", "people"),
    [(14, "about 14 of 100", 14), (0.83, "about 1 of 100", 1), (48.9, "about 49 of 100", 49), (0, "none of 100", 0),
     (100, "100 of 100", 100), (99.4, "about 99 of 100", 99)],
)  # fmt: skip
def test_as_many_are_filled_as_are_said(small: Knowledge, value: float, said: str, people: int) -> None:
    tree = picture(with_measures(small, "healing", share(value)))
    assert tree.one("p.pictograph__said").text == f"{said} healed."
    assert filled(tree) == [True] * people + [False] * (100 - people)
    assert cells(tree, "pictograph-table")[0]["Of 100"] == said


@pytest.mark.parametrize("value", [0.4, 99.6])
def test_a_share_that_would_round_to_nobody_or_everybody_is_not_drawn(small: Knowledge, value: float) -> None:
    with pytest.raises(FigureError, match="as whole people of 100"):
        picture(with_measures(small, "healing", share(value)))


@pytest.mark.parametrize("measure", [share(3, unit="mm"), share(3, statistic="mean"), share(140)])
def test_what_is_no_share_of_people_is_not_drawn(small: Knowledge, measure: dict[str, object]) -> None:
    with pytest.raises(FigureError, match="expected a proportion in per cent"):
        picture(with_measures(small, "healing", measure))


def test_a_comparison_stands_beside_it_on_the_same_base(small: Knowledge) -> None:
    tree = picture(small, arm="dilation", against="sphincterotomy", against_label="After a cut")
    first, second = tree.all("div.pictograph__side")
    assert (first.one("p.pictograph__label").text, sum(filled(first))) == ("After dilation", 90)
    assert (second.one("p.pictograph__label").text, sum(filled(second))) == ("After a cut", 94)


def test_the_table_gives_share_counts_interval_and_time(small: Knowledge) -> None:
    tree = picture(small, arm="dilation", against="sphincterotomy", against_label="After a cut")
    assert cells(tree, "pictograph-table") == [
        {
            "": "After dilation", "Of 100": "about 90 of 100", "Exact share": "90 %", "Counted": "45 of 50",
            "95 % interval": "78.6 to 95.7 %, calculated here", "When": "6 weeks",
        },
        {
            "": "After a cut", "Of 100": "about 94 of 100", "Exact share": "94 %", "Counted": "not seen",
            "95 % interval": "83.8 to 97.9 %", "When": "6 weeks",
        },
    ]  # fmt: skip


def test_the_caveat_is_shown_in_plain_words_or_else_as_the_claim_has_it(small: Knowledge) -> None:
    plain = picture(small, arm="dilation", note="Only one hospital.")
    assert plain.one("p.picture__warning").text == "Only one hospital."
    assert "Caveat: One centre." in plain.one("details").text
    assert picture(small, arm="dilation").one("p.picture__warning").text == "One centre."


def test_a_full_circle_and_a_ring_are_told_apart_in_words_and_by_shape(small: Knowledge) -> None:
    tree = picture(small, arm="dilation")
    assert tree.one("span.pictograph__key").text == "A full circle: healed. A ring: not."
    assert [svg.attrs["aria-hidden"] for svg in tree.all("svg")] == ["true"]


def test_it_carries_its_claim(small: Knowledge) -> None:
    view = view_of(small)
    tree = shown(view, "pictograph", "healing", arm="dilation", text="healed", label="After dilation")
    assert view.citations.marks == [("healing",)]
    assert view.home("claim", "healing") in [link.attrs["href"] for link in tree.all("a")]
