"""A protocol is drawn in time only where its own words give plain numbers; every word stands there all the same."""

from __future__ import annotations

from dataclasses import replace

import pytest

from scripts.model.care import Protocol
from scripts.model.knowledge import Knowledge
from scripts.rendering.pictures.scale import LEFT, RIGHT
from scripts.rendering.pictures.spans import Span, after_operation, course, reviews
from tests.markup import Element
from tests.rendering.pictures import cells
from tests.rendering.support import PATIENTS, shown, view_of


def row(**fields: object) -> Protocol:
    return Protocol.model_validate({"id": "row", "who": "Somebody", "claims": ["home-size"], **fields}, strict=False)


@pytest.mark.parametrize(
    ("words", "weeks"),
    [
        ("2 weeks after surgery (clinic visit)", (2, 2)), ("2-4 weeks after surgery (page: 2 weeks)", (2, 4)),
        ("7-14 days after anoplasty", (1, 2)), ("2 weeks after PSARP", (2, 2)), ("a few weeks after surgery", None),
        ("calibration at 3 weeks", None), ("only some families, 2 weeks after surgery", None), ("2 weeks later", None),
        ("on a doctor's recommendation", None), ("weekly calibration by the surgeon", None),
    ],
)  # fmt: skip
def test_a_start_is_placed_where_its_words_begin_with_a_time_after_the_operation(
    words: str, weeks: tuple[float, float] | None
) -> None:
    found = [(round(span.low, 6), round(span.high, 6)) for span in after_operation(row(start=words))]
    assert found == ([weeks] if weeks else [])


@pytest.mark.parametrize(
    ("fields", "spans"),
    [
        ({"duration_weeks": "6"}, [Span("duration_weeks", 0, 6)]),
        ({"duration_weeks": "6-8"}, []),
        ({"taper": "decreasing; about 6 months in all"}, [Span("taper", 0, 26)]),
        ({"taper": "at least 3 months"}, [Span("taper", 0, 13, more=True)]),
        (
            {"taper": "weekly for 3 months, then monthly for 3 months"},
            [Span("taper", 0, 13), Span("taper", 13, 26, part=1)],
        ),
        ({"taper": "some months"}, []),
        ({"taper": "usually not required after 3 months"}, []),
        ({"taper": "stopped gradually"}, []),
        ({}, []),
    ],
)
def test_a_course_is_placed_where_its_words_give_its_length(fields: dict[str, str], spans: list[Span]) -> None:
    assert list(course(row(**fields))) == spans


@pytest.mark.parametrize(
    ("words", "weeks"),
    [("7; 52", [(7, 7), (52, 52)]), ("4-6", [(4, 6)]), ("6.5; 13; 39", [(6.5, 6.5), (13, 13), (39, 39)]),
     ("4; when asked", []), ("soon", []), (None, [])],
)  # fmt: skip
def test_a_review_is_placed_where_every_part_is_a_number_of_weeks(
    words: str | None, weeks: list[tuple[float, float]]
) -> None:
    assert [(span.low, span.high) for span in reviews(row(review_after_weeks=words))] == weeks


def timeline(small: Knowledge, *rows: Protocol, page: str = "techniques") -> Element:
    homes = {**small.homes, **{("protocol", item.id): small.homes["protocol", "leaflet-2021"] for item in rows}}
    base = replace(small, protocols={"adult-home": rows}, homes=homes)
    return shown(view_of(base, page), "protocol_timeline", "adult-home")


def test_a_bar_and_a_point_lie_where_the_scale_says_and_the_words_stand_beside(small: Knowledge) -> None:
    tree = timeline(small, row(duration_weeks="6", review_after_weeks="13", times_per_day="2", start="later"))
    (line,) = tree.all("li.strips__row")
    bar = line.one("rect.span").attrs
    wide = RIGHT - LEFT
    assert float(bar["x"]) == LEFT
    assert float(bar["width"]) == pytest.approx(wide * 6 / 14, abs=0.11)
    assert line.one("path.mark").attrs["d"].startswith(f"M{round(LEFT + wide * 13 / 14, 1) - 7} ")
    assert line.one("p.strips__facts").text == "Weeks in all: 6; Seen again (weeks): 13; Times a day: 2"
    assert tree.one("ul.strips__words").text == "Somebody [1] Start: later"


def test_no_row_is_lost_and_every_word_on_time_stands_somewhere(small: Knowledge) -> None:
    rows = [
        row(id="drawn", duration_weeks="6"), row(id="rate", minutes_per_session="5"), row(id="words", taper="in time"),
        row(id="silent", route="anal"),
    ]  # fmt: skip
    tree = timeline(small, *rows)
    assert {item.attrs["data-protocol"] for item in tree.all("li") if "data-protocol" in item.attrs} == {
        "drawn", "rate", "words", "silent",
    }  # fmt: skip
    picture = tree.text.partition("All that each says")[0]
    assert "Minutes a session: 5" in picture
    assert "Tapering off: in time" in picture
    assert "Nothing about time in what was read Somebody" in picture
    assert [cell["How long a session"] for cell in cells(tree, "timeline-table")] == ["", "5", "", ""]
    assert [cell["How long in all"] for cell in cells(tree, "timeline-table")] == ["6", "", "", ""]


def test_it_says_that_an_instruction_is_no_evidence_and_that_nothing_is_guessed(small: Knowledge) -> None:
    text = timeline(small, row(duration_weeks="6")).one("p.picture__warning").text
    assert text.startswith("A hospital's instruction is not evidence that it works. ")
    assert "nothing was guessed" in text


def test_weak_and_copied_rows_say_so_to_clinicians_and_patients_see_no_weak_one(small: Knowledge) -> None:
    weak = row(duration_weeks="6", strength="weak", derivation="the same words")
    assert "Weak: not for use as a protocol Not independent" in timeline(small, weak).one("p.strips__label").text
    assert not timeline(small, weak, page=PATIENTS).all("li.strips__row")


def test_a_time_without_an_end_and_a_later_part_have_a_shape_of_their_own(small: Knowledge) -> None:
    open_end, parts = row(taper="at least 3 months"), row(taper="weekly for 3 months, then monthly for 3 months")
    assert len(timeline(small, open_end).one("ul.strips__rows").all("path.span__more")) == 1
    bars = timeline(small, parts).one("ul.strips__rows").all("rect.span")
    assert ["span--later" in bar.classes for bar in bars] == [False, True]


def test_a_row_leads_to_its_protocol_and_cites_its_claims(small: Knowledge) -> None:
    view = view_of(small)
    tree = shown(view, "protocol_timeline", "adult-home")
    links = [link.attrs["href"] for link in tree.all("a")]
    assert {view.home("protocol", name) for name in ("leaflet-2021", "trial-2020")} <= set(links)
    assert {claim for mark in view.citations.marks for claim in mark} == {"home-size", "limit"}
