"""On paper: the whole form before an answer, the step with the answers after it, and never a control."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from scripts.model.pathway import Pathway
from tests.browser.conftest import Opens
from tests.browser.support import Reader, longest


def controls(reader: Reader) -> list[str]:
    """The words of the buttons and fields that would be printed."""
    found = reader.page.locator(".pathway :is(button, input, [role=status])").filter(visible=True)
    return found.all_inner_texts()


def gotos(reader: Reader) -> int:
    return reader.page.locator(".node__goto").filter(visible=True).count()


def test_before_an_answer_the_whole_form_is_printed(reader: Reader, pathway: Pathway) -> None:
    reader.page.emulate_media(media="print")
    assert reader.visible() == [node.id for node in pathway.nodes]
    assert controls(reader) == []
    assert gotos(reader) == sum(len(question.answers) for question in pathway.questions.values())
    expect(reader.node("references")).to_be_visible()


@pytest.mark.parametrize("end", ["question", "card"])
def test_after_an_answer_the_step_and_the_answers_are_printed(reader: Reader, pathway: Pathway, end: str) -> None:
    steps = longest(pathway).steps if end == "card" else longest(pathway).steps[:-1]
    for question, index in steps:
        reader.option(question, index).click()
    shown = reader.visible()
    reader.page.emulate_media(media="print")
    assert reader.visible() == shown
    assert controls(reader) == []
    labels = [pathway.questions[question].answers[index].label for question, index in steps]
    rows = reader.given()
    assert len(rows) == len(labels)
    assert all(row.endswith(label) for row, label in zip(rows, labels, strict=True))
    assert gotos(reader) == 0
    for other in ("references", "drawing", "how-made", "limits"):
        assert reader.node(other).filter(visible=True).count() == 0
    expect(reader.page.get_by_role("heading", level=1)).to_be_visible()
    expect(reader.page.locator(".page-facts")).to_contain_text("No clinician has signed it off")
    expect(reader.page.locator(".page-facts")).to_be_visible()


def test_a_shared_question_is_printed_with_all_others_and_a_shared_card_alone(reader: Reader, pathway: Pathway) -> None:
    card = next(iter(pathway.dispositions))
    reader.open(list(pathway.questions)[-1])
    reader.page.emulate_media(media="print")
    assert reader.visible() == [node.id for node in pathway.nodes]
    assert controls(reader) == []
    reader.page.emulate_media(media="screen")
    reader.page.locator(f"figure.drawing a[href='#{card}']").filter(visible=True).first.click()
    reader.page.emulate_media(media="print")
    assert reader.visible() == [card]
    expect(reader.page.get_by_text("You came in by a link to one step")).to_be_visible()
    assert controls(reader) == []


def test_the_button_prints_the_form_without_the_rest_of_the_page(reader: Reader, pathway: Pathway) -> None:
    reader.page.evaluate("() => { window.printed = 0; window.print = () => { window.printed += 1; }; }")
    reader.button("Print").click()
    assert reader.page.evaluate("() => window.printed") == 1
    reader.page.emulate_media(media="print")
    assert reader.visible() == [node.id for node in pathway.nodes]
    expect(reader.node("references")).to_be_hidden()
    expect(reader.page.locator(".page-facts")).to_be_visible()
    reader.page.evaluate("() => dispatchEvent(new Event('afterprint'))")
    expect(reader.node("references")).to_be_visible()


def test_all_shown_all_printed(reader: Reader, pathway: Pathway) -> None:
    reader.walk(longest(pathway))
    reader.button("Show all questions").click()
    reader.page.emulate_media(media="print")
    assert reader.visible() == [node.id for node in pathway.nodes]
    assert controls(reader) == []


def test_without_javascript_everything_is_printed(opens: Opens, pathway: Pathway) -> None:
    reader = opens(javascript=False)
    reader.page.goto(reader.address)
    reader.page.emulate_media(media="print")
    assert reader.visible() == [node.id for node in pathway.nodes]
    assert gotos(reader) == sum(len(question.answers) for question in pathway.questions.values())


def test_a_card_without_colour_keeps_its_edge_and_its_words(reader: Reader, pathway: Pathway) -> None:
    reader.walk(longest(pathway))
    reader.page.emulate_media(media="print")
    card = reader.node(longest(pathway).card)
    style = "(e) => { const s = getComputedStyle(e); return [s.color, s.borderTopStyle, s.backgroundColor]; }"
    assert card.evaluate(style)[1] == "solid"
    assert card.locator("h3").evaluate(style)[0] == "rgb(0, 0, 0)"
    assert card.locator("h3").evaluate(style)[2] == "rgba(0, 0, 0, 0)"
