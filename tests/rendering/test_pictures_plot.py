"""A plot shows each row's figure where the scale says, says it in words, marks its design, and pools nothing."""

from __future__ import annotations

import pytest

from scripts.model.knowledge import Knowledge
from scripts.rendering.pictures.scale import LEFT, RIGHT, Scale, scale_up_to
from tests.markup import Element
from tests.rendering.hostile import HOSTILE
from tests.rendering.pictures import cells, share, with_front, with_measures
from tests.rendering.support import CLINICIANS, shown, view_of

ROWS = [
    {"claim": "healing", "label": "Dilation", "arm": "dilation", "note": "Forceful and controlled."},
    {"claim": "healing", "label": "Cut", "arm": "sphincterotomy", "timepoint": "6 weeks"},
]
PLOT = {
    "id": "drawn", "caption": "Healing, drawn", "groups": [{"outcome": "healing", "label": "Healed", "rows": ROWS}],
}  # fmt: skip


def drawn(small: Knowledge, **plot: object) -> Element:
    return shown(view_of(with_front(small, plots=[{**PLOT, **plot}])), "outcome_plot", "drawn")


def strips(tree: Element) -> list[Element]:
    return tree.all("li.strips__row")


def at(percent: float) -> float:
    return round(LEFT + percent / 100 * (RIGHT - LEFT), 1)


def test_every_row_says_its_figure_interval_counts_time_and_design(small: Knowledge) -> None:
    first, second = strips(drawn(small))
    assert first.text == (
        "Dilation [1] 90 % (95 % CI 78.6 to 95.7, calculated here); 45 of 50; 6 weeks; randomised trial. "
        "Forceful and controlled."
    )
    assert second.text == (
        "Cut [1] 94 % (95 % CI 83.8 to 97.9); 100 people in the whole study; 6 weeks; randomised trial."
    )


def test_a_mark_and_its_interval_lie_where_the_scale_says(small: Knowledge) -> None:
    first, second = strips(drawn(small))
    lines = [row.one("line.bounds").attrs for row in (first, second)]
    assert [(float(line["x1"]), float(line["x2"])) for line in lines] == [(at(78.6), at(95.7)), (at(83.8), at(97.9))]
    squares = [row.one("rect.mark").attrs for row in (first, second)]
    assert [float(square["x"]) + 5 for square in squares] == pytest.approx([at(90), at(94)])


def test_an_interval_that_was_calculated_here_is_dashed_and_named(small: Knowledge) -> None:
    first, second = strips(drawn(small))
    assert "bounds--ours" in first.one("line.bounds").classes
    assert "calculated here" in first.text
    assert "bounds--ours" not in second.one("line.bounds").classes
    assert "calculated here" not in second.text


def test_a_share_without_interval_or_counts_has_no_line_and_says_so(small: Knowledge) -> None:
    base = with_measures(small, "healing", share(71), n=None)
    tree = shown(view_of(with_front(base, plots=[_one("Alone")])), "outcome_plot", "drawn")
    (row,) = strips(tree)
    assert not row.all("line.bounds")
    facts = row.one("p.strips__facts").text
    assert facts.startswith("71 % (no interval or counts seen); number of people not seen; time not given; ")


def _one(label: str) -> dict[str, object]:
    rows = [{"claim": "healing", "label": label}]
    return {**PLOT, "groups": [{"outcome": "healing", "label": "Healed", "rows": rows}]}


@pytest.mark.parametrize(
    ("design", "mark"),
    [("rct", "square"), ("systematic-review", "diamond"), ("cohort", "circle"), ("case-series", "triangle"),
     ("expert-opinion", "cross")],
)  # fmt: skip
def test_each_design_has_its_shape_and_its_words_in_the_key_and_the_row(
    small: Knowledge, design: str, mark: str
) -> None:
    base = with_measures(small, "healing", share(71), design=design)
    tree = shown(view_of(with_front(base, plots=[_one("Alone")])), "outcome_plot", "drawn")
    words = base.claims["healing"].design.words
    (row,) = strips(tree)
    assert [e.attrs["data-mark"] for e in row.walk() if "data-mark" in e.attrs] == [mark]
    key = tree.one("ul.picture__key").all("li")[0]
    assert [e.attrs["data-mark"] for e in key.walk() if "data-mark" in e.attrs] == [mark]
    assert key.text == words
    assert words in row.text


def test_no_row_is_lost_and_the_order_stays(small: Knowledge) -> None:
    groups = [
        {"outcome": "healing", "label": "First", "rows": [ROWS[1]]},
        {"outcome": "healing", "label": "Second", "rows": [ROWS[0], ROWS[1]]},
    ]
    tree = drawn(small, groups=groups)
    assert [title.text for title in tree.all("p.strips__title")] == ["First", "Second"]
    assert [row.all("a")[0].text for row in strips(tree)] == ["Cut", "Dilation", "Cut"]
    assert [row[""] for row in cells(tree, "plot-table")] == ["Cut", "Dilation", "Cut"]


def test_the_table_says_the_same_with_each_caveat(small: Knowledge) -> None:
    first, second = cells(drawn(small), "plot-table")
    assert first == {
        "": "Dilation", "Outcome": "healing: dilation", "Figure": "90 %", "Counted": "45 of 50",
        "95 % interval": "78.6 to 95.7, calculated here", "When": "6 weeks", "Design": "randomised trial",
        "People in the study": "100; adults", "Caveat": "Forceful and controlled. One centre.",
    }  # fmt: skip
    assert (second["Counted"], second["95 % interval"]) == ("not seen", "83.8 to 97.9")


def test_a_row_leads_to_its_claim_and_carries_its_marker(small: Knowledge) -> None:
    view = view_of(with_front(small, plots=[PLOT]))
    tree = shown(view, "outcome_plot", "drawn")
    assert [row.all("a")[0].attrs["href"] for row in strips(tree)] == [view.home("claim", "healing")] * 2
    assert view.citations.marks == [("healing",), ("healing",)]


def test_a_plot_says_that_its_rows_do_not_compare_and_pools_nothing(small: Knowledge) -> None:
    tree = drawn(small)
    assert tree.one("p.picture__warning").text == (
        "Not comparable across rows: different people, follow-up and definitions. Nothing is pooled here."
    )
    assert tree.by_id()[tree.one("figure").attrs["aria-labelledby"]].text == "Healing, drawn"


def test_what_is_drawn_is_hidden_from_those_who_hear_the_words(small: Knowledge) -> None:
    pictures = drawn(small).all("svg")
    hidden = [svg for svg in pictures if svg.attrs.get("aria-hidden") == "true"]
    axis = [svg for svg in pictures if svg.parent and svg.parent.attrs.get("aria-hidden") == "true"]
    assert len(hidden) + len(axis) == len(pictures)


def test_a_plot_that_the_page_does_not_hold_is_an_error(small: Knowledge) -> None:
    with pytest.raises(KeyError, match="the page 'techniques' has no plot 'drawn'"):
        shown(view_of(small, CLINICIANS), "outcome_plot", "drawn")


@pytest.mark.parametrize("text", HOSTILE)
def test_words_of_a_plot_are_text_whatever_they_hold(small: Knowledge, text: str) -> None:
    def tags(words: str) -> list[str]:
        rows = [{**ROWS[0], "label": words, "note": words}]
        tree = drawn(small, caption=words, groups=[{"outcome": "healing", "label": words, "rows": rows}])
        return [element.tag for element in tree.walk()]

    assert tags(text) == tags("plain")


@pytest.mark.parametrize("largest", [1, 2, 4, 6.5, 26, 26.1, 52, 104, 400])
def test_a_scale_reaches_what_it_has_to_show_in_a_few_steps(largest: float) -> None:
    scale = scale_up_to(largest)
    assert scale.high >= largest
    assert scale.ticks[-1] == scale.high
    assert 2 <= len(scale.ticks) <= 8
    assert (scale.x(0), scale.x(scale.high)) == (LEFT, RIGHT)


def test_a_scale_has_a_mark_at_every_step() -> None:
    assert Scale(0, 100, 25).ticks == [0, 25, 50, 75, 100]
