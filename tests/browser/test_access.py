"""In every state, light or dark, narrow or wide: nothing that axe minds, or a finger, or a small screen."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from scripts.model.pathway import Pathway
from tests.browser.conftest import Opens
from tests.browser.support import Reader, first_cards, longest, path_to


def test_the_whole_page_has_no_fault(opens: Opens, pathway: Pathway) -> None:
    reader = opens()
    reader.open()
    assert reader.faults("html") == []


def test_no_state_has_a_fault_on_a_phone_in_light_or_dark(opens: Opens, pathway: Pathway) -> None:
    reader = opens()
    wrong = {}
    for state in states(reader, pathway):
        wrong[state] = reader.faults()
        reader.wear("slate")
        wrong[f"{state}, dark"] = reader.faults(colours=True)
        reader.wear("default")
    assert {state: found for state, found in wrong.items() if found} == {}
    assert len(wrong) == 2 * (4 + len({card.urgency for card in pathway.dispositions.values()}))


def test_no_state_has_a_fault_on_a_desk(opens: Opens, pathway: Pathway) -> None:
    reader = opens(1280)
    wrong = {state: reader.faults() for state in states(reader, pathway)}
    assert {state: found for state, found in wrong.items() if found} == {}


def states(reader: Reader, pathway: Pathway) -> Iterator[str]:
    """Bring the reader into one state after the other."""
    reader.page.emulate_media(reduced_motion="reduce")  # or the colours of a link under the mouse are seen on their way
    reader.open(list(pathway.questions)[-1])
    reader.forget_the_rest()
    yield "shared"
    reader.button("Start again").click()
    yield "start"
    for card in first_cards(pathway):
        reader.walk(path_to(pathway, card))
        yield card
        reader.button("Start again").click()
    for question, index in longest(pathway).steps[:-1]:
        reader.option(question, index).click()
    yield "middle"
    reader.button("Show all questions").click()
    yield "all"


def test_dark_is_dark(opens: Opens, pathway: Pathway) -> None:
    reader = opens()
    reader.page.emulate_media(color_scheme="dark")
    reader.open()
    assert reader.page.locator("body").get_attribute("data-md-color-scheme") == "slate"
    colours = "() => getComputedStyle(document.body).backgroundColor.match(/\\d+/g).map(Number)"
    assert max(reader.page.evaluate(colours)) < 80


@pytest.mark.parametrize("javascript", [True, False], ids=["stepper", "links"])
def test_nothing_is_wider_than_the_narrowest_screen(opens: Opens, pathway: Pathway, javascript: bool) -> None:
    reader = opens(320, javascript)
    reader.page.goto(reader.address)
    if not javascript:
        assert reader.too_wide() == []
        return
    reader.button("Show all questions").wait_for()
    for path in [longest(pathway), *(path_to(pathway, card) for card in first_cards(pathway))]:
        for question, index in path.steps:
            assert reader.too_wide() == [], question
            reader.option(question, index).click()
        assert reader.too_wide() == [], path.card
        reader.button("Start again").click()
    reader.button("Show all questions").click()
    assert reader.too_wide() == []


def test_with_forced_colours_every_answer_and_control_has_an_edge(reader: Reader, pathway: Pathway) -> None:
    reader.page.emulate_media(forced_colors="active")
    reader.option(pathway.head.start, 1).click()
    edges = reader.page.evaluate(
        """() => [...document.querySelectorAll(".pathway button, .pathway .node__option")]
          .filter((e) => e.checkVisibility()).map((e) => getComputedStyle(e).borderTopStyle)"""
    )
    assert len(edges) > 5
    assert set(edges) == {"solid"}
