"""The pictures of the real site say what the data say: in the drawing, in the words and in the table."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest

from scripts.model.page import MacroCall, Page
from scripts.rendering.pictures.scale import LEFT, RIGHT
from scripts.rendering.statistics import wilson
from tests.markup import Element, said
from tests.rendering.pictures import cells
from tests.site.support import Site, raw

MIXED = "mixes forceful and controlled techniques"
TIME = (
    "start", "start_after", "times_per_day", "sessions_per_week", "minutes_per_session", "passes_and_dwell",
    "duration_weeks", "taper", "review_after_weeks",
)  # fmt: skip


@pytest.fixture(scope="module")
def claims() -> dict[str, dict[str, Any]]:
    return {claim["id"]: claim for claim in raw("claims/*.yml")}


def figures(site: Site, macro: str, name: str) -> Iterator[tuple[Page, MacroCall, Element]]:
    """Every picture that a macro makes, with its call; `name` is a class that only its figure has."""
    for page, article in site.pages():
        calls = [call for call in page.calls if call.name == macro]
        yield from zip([page] * len(calls), calls, article.all(f"figure.{name}"), strict=True)


def plots(site: Site) -> Iterator[tuple[Page, MacroCall, Element]]:
    for page, article in site.pages():
        found = [figure for figure in article.all("figure.strips") if "data-plot" in figure.attrs]
        calls = [call for call in page.calls if call.name == "outcome_plot"]
        yield from zip([page] * len(calls), calls, found, strict=True)


def numbers(text: str) -> list[float]:
    return [float(found) for found in re.findall(r"\d+(?:\.\d+)?", text)]


def test_the_pages_hold_the_pictures(site: Site) -> None:
    held = {(page.id, call.name) for page, _ in site.pages() for call in page.calls}
    assert {
        ("outcomes", "outcome_plot"), ("other-treatments", "pictograph"), ("clinic-or-home", "pictograph"),
        ("home-protocols", "protocol_timeline"), ("paediatric-protocols", "protocol_timeline"),
        ("dilators", "dilator_sizes"), ("home-protocols", "dilator_sizes"), ("what-it-is", "anatomy_drawing"),
        ("indications", "anatomy_drawing"),
    } <= held  # fmt: skip
    assert sum(len(article.all("figure.picture")) for _, article in site.pages()) >= 12


def test_every_row_of_a_plot_shows_the_figure_of_its_claim(site: Site, claims: dict[str, Any]) -> None:
    seen = 0
    for page, call, figure in plots(site):
        plot = page.plot(str(call.args[0]))
        assert plot
        wanted = [(group.outcome, row) for group in plot.groups for row in group.rows]
        drawn = zip(wanted, figure.all("li.strips__row"), cells(figure, "plot-table"), strict=True)
        for (outcome, row), strip, table in drawn:
            claim = claims[row.claim]
            marks = {"outcome": outcome, "arm": row.arm, "timepoint": row.timepoint}
            marks = {key: value for key, value in marks.items() if value is not None}
            (measure,) = (m for m in claim["measures"] if all(m.get(key) == value for key, value in marks.items()))
            check_row(measure, claim, strip, table)
            assert said(row.label) in strip.text
            assert (row.note or "") in strip.text
            seen += 1
    assert seen > 50


def check_row(measure: dict[str, Any], claim: dict[str, Any], strip: Element, table: dict[str, str]) -> None:
    words = strip.one("p.strips__facts").text
    bounds = measure.get("ci")
    if bounds is None and "events" in measure and "total" in measure:
        bounds = [round(bound, 1) for bound in wilson(measure["events"], measure["total"])]
        assert "calculated here" in words
        assert "calculated here" in table["95 % interval"]
    figures = numbers(words.replace("95 % CI", ""))
    assert figures[0] == measure["value"] == numbers(table["Figure"])[0]
    assert figures[1:3] == list(bounds) == numbers(table["95 % interval"]) if bounds else not strip.all("line.bounds")
    assert measure.get("timepoint", "time not given") in words
    assert claim["caveat"].replace("\n", " ") in table["Caveat"]
    (mark,) = (e for e in strip.walk() if "data-mark" in e.attrs)
    assert abs(middle(mark) - (LEFT + measure["value"] / 100 * (RIGHT - LEFT))) < 0.2


def middle(mark: Element) -> float:
    """Where the middle of a mark lies, whatever its shape."""
    match mark.attrs["data-mark"]:
        case "square":
            return float(mark.attrs["x"]) + 5
        case "circle":
            return float(mark.attrs["cx"])
        case "triangle":
            return numbers(mark.attrs["d"])[0] + 6.5
        case _:
            return numbers(mark.attrs["d"])[0] + 7


def test_every_row_leads_to_its_claim_and_carries_its_marker(site: Site) -> None:
    for page, _, figure in plots(site):
        for strip in figure.all("li.strips__row"):
            name = strip.attrs["data-claim"]
            assert site.target(page, strip.all("a")[0]) is site.home("claim", name)
            assert strip.one("sup.cite").attrs["data-claims"] == name


def test_rows_of_the_network_meta_analysis_say_what_it_mixes(site: Site) -> None:
    rows = [strip for _, _, figure in plots(site) for strip in figure.all("li.strips__row")]
    network = [strip for strip in rows if strip.attrs["data-claim"].startswith("cmp-nma-")]
    assert len(network) == 10
    assert all(MIXED in strip.text for strip in network)
    tables = [row for _, _, figure in plots(site) for row in cells(figure, "plot-table")]
    assert sum(MIXED in row["Caveat"] for row in tables) == 10


def test_every_pictograph_fills_what_its_claim_gives(site: Site, claims: dict[str, Any]) -> None:
    seen = 0
    for page, call, figure in figures(site, "pictograph", "pictograph"):
        claim = claims[str(call.args[0])]
        arms = [call.options[name] for name in ("arm", "against") if name in call.options]
        for arm, side in zip(arms, figure.all("div.pictograph__side"), strict=True):
            (measure,) = (
                m for m in claim["measures"] if (m["arm"], m["outcome"]) == (arm, call.options["outcome"])
            )  # fmt: skip
            filled = side.all("circle.person--filled")
            assert len(filled) == round(measure["value"]), (page.path, arm)
            assert side.one("p.pictograph__said").text.startswith(f"about {len(filled)} of 100 ")
            seen += 1
        assert claim["caveat"].replace("\n", " ") in figure.text
        assert figure.one("p.picture__warning").text
        assert not claim.get("clinician_check")
    assert seen >= 5


def test_the_words_of_pictures_for_patients_are_in_short_sentences(site: Site) -> None:
    for page, article in site.pages():
        if not page.for_patients:
            continue
        for figure in article.all("figure.picture"):
            shown = [*figure.all("p"), *(item for listed in figure.all("ol") for item in listed.all("li"))]
            texts = [text.text for text in shown if not inside(text, "details")]
            for sentence in (sentence for text in texts for sentence in re.split(r"(?<=[.!?:])\s", text)):
                assert len(sentence.split()) <= 21, (page.path, sentence)  # a marker counts as a word here


def inside(element: Element, tag: str) -> bool:
    parent = element.parent
    while parent and parent.tag != tag:
        parent = parent.parent
    return parent is not None


@pytest.mark.parametrize("kind", ["adult-home", "paediatric"])
def test_a_timeline_holds_every_protocol_and_every_word_that_it_says_on_time(site: Site, kind: str) -> None:
    rows = raw(f"protocols/{kind}.yml")
    (figure,) = (f for _, call, f in timelines(site) if call.args[0] == kind)
    drawn = [item for item in figure.all("li") if "data-protocol" in item.attrs]
    assert {item.attrs["data-protocol"] for item in drawn} == {row["id"] for row in rows}
    for row in rows:
        text = " ".join(item.text for item in drawn if item.attrs["data-protocol"] == row["id"])
        for field in TIME:
            assert said(row.get(field, "")) in text, (row["id"], field)
    assert [row[""] for row in cells(figure, "timeline-table")] == [said(row["who"]) for row in rows]
    assert "A hospital's instruction is not evidence that it works." in figure.text


def timelines(site: Site) -> Iterator[tuple[Page, MacroCall, Element]]:
    for page, article in site.pages():
        found = [figure for figure in article.all("figure.strips") if "data-timeline" in figure.attrs]
        calls = [call for call in page.calls if call.name == "protocol_timeline"]
        yield from zip([page] * len(calls), calls, found, strict=True)


def test_widths_are_those_of_the_claims_and_patients_see_none_that_rests_on_weak_support(
    site: Site, claims: dict[str, Any]
) -> None:
    for page, call, figure in figures(site, "dilator_sizes", "sizes"):
        statements = " ".join(claims[str(name)]["statement"] for name in call.args)
        for circle in figure.all("circle.sizes__circle"):
            assert float(circle.attrs["r"]) * 2 == float(circle.attrs["data-mm"])
            assert re.search(rf"\b{circle.attrs['data-mm']}\b", statements)
        if page.for_patients:
            assert all(claims[str(name)]["support"] != "weak" for name in call.args)


def test_the_numbers_of_the_anatomical_drawings_are_those_of_their_lists(site: Site) -> None:
    for page, _, figure in figures(site, "anatomy_drawing", "anatomy"):
        numbered = {text.attrs["data-spot"]: text.text for text in figure.all("text.anatomy__number")}
        items = figure.one("ol.anatomy__labels").all("li")
        assert numbered == {item.attrs["data-spot"]: str(n) for n, item in enumerate(items, 1)}
        for label, item in zip(page.front.anatomy, items, strict=True):
            assert item.text.startswith(said(label.text))
            assert item.one("sup.cite").attrs["data-claims"].split() == list(label.claims)


def test_no_picture_needs_a_script_or_a_style_attribute_or_names_a_colour(site: Site) -> None:
    for _, article in site.pages():
        for figure in article.all("figure.picture"):
            for element in figure.walk():
                assert element.tag not in ("script", "style")
                assert not {"style", "fill", "stroke", "onclick", "onload"} & set(element.attrs)
