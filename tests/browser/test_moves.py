"""Going back, changing an answer, starting again, links to one step, and the list of all questions."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from scripts.model.pathway import Pathway
from tests.browser.conftest import Opens
from tests.browser.support import Path, Reader, longest, path_to

NOTE = "You came in by a link to one step"


def halfway(pathway: Pathway) -> Path:
    """The longest path, cut so that its last question is still open."""
    path = longest(pathway)
    return Path(path.steps[:-1], path.steps[-1][0])


def test_at_first_there_is_one_question_and_nothing_has_moved(opens: Opens, pathway: Pathway) -> None:
    reader = opens()
    reader.open()
    assert reader.visible() == [pathway.head.start]
    assert reader.page.evaluate("() => [scrollY, document.activeElement === document.body]") == [0, True]
    for name in ("Back", "Start again", "One question at a time", "Start from the first question"):
        assert reader.button(name).count() == 0, name
    assert reader.given() == []


def test_back_takes_one_answer_back(reader: Reader, pathway: Pathway) -> None:
    path = halfway(pathway)
    reader.walk(path)
    given = reader.given()
    for count in range(len(path.steps) - 1, -1, -1):
        reader.button("Back").click()
        assert reader.visible() == [path.steps[count][0]]
        assert reader.focused() == reader.heading(path.steps[count][0])
        assert reader.given() == given[:count]
    assert reader.button("Back").count() == 0


def test_change_goes_back_to_that_question_and_forgets_what_came_after(reader: Reader, pathway: Pathway) -> None:
    path = halfway(pathway)
    reader.walk(path)
    given = reader.given()
    assert len(given) > 3
    question = path.steps[2][0]
    reader.page.get_by_role("button", name=f"Change the answer to {reader.heading(question)}", exact=True).click()
    assert reader.visible() == [question]
    assert reader.focused() == reader.heading(question)
    assert reader.given() == given[:2]
    other = next(i for i in range(len(pathway.questions[question].answers)) if i != path.steps[2][1])
    reader.option(question, other).click()
    assert reader.visible() == [pathway.questions[question].answers[other].to]
    assert pathway.questions[question].answers[other].label in reader.given()[2]


def test_start_again_forgets_everything(reader: Reader, pathway: Pathway) -> None:
    reader.walk(longest(pathway))
    reader.button("Start again").click()
    assert reader.visible() == [pathway.head.start]
    assert reader.focused() == reader.heading(pathway.head.start)
    assert reader.given() == []
    assert reader.button("Back").count() == 0


def test_reloading_starts_again(reader: Reader, pathway: Pathway) -> None:
    reader.walk(halfway(pathway))
    reader.page.reload()
    reader.button("Show all questions").wait_for()
    assert reader.visible() == [pathway.head.start]
    assert reader.given() == []


def test_the_second_half_of_a_double_click_answers_nothing(reader: Reader, pathway: Pathway) -> None:
    question = pathway.questions[pathway.head.start]
    second = pathway.questions[question.answers[1].to]
    # Whatever answer comes to lie under the pointer after the first click.
    reader.page.evaluate(
        """([first, second]) => {
          const click = (link, detail) => link.dispatchEvent(
            new MouseEvent("click", { bubbles: true, cancelable: true, detail }));
          click(document.querySelectorAll(`[id='${first}'] a.node__option`)[1], 1);
          click(document.querySelector(`[id='${second}'] a.node__option`), 2);
        }""",
        [question.id, second.id],
    )
    assert reader.visible() == [second.id]
    assert len(reader.given()) == 1


def a_question(pathway: Pathway) -> str:
    """A question in the middle, not on the way of the other tests' first answers only."""
    return list(pathway.questions)[len(pathway.questions) // 2]


def test_a_shared_question_opens_with_a_note_and_goes_on(reader: Reader, pathway: Pathway) -> None:
    name = a_question(pathway)
    reader.open(name)
    expect(reader.node(name).locator("h3")).to_be_in_viewport(ratio=1)
    expect(reader.page.get_by_text(NOTE)).to_be_in_viewport(ratio=1)
    assert reader.visible() == [name]
    expect(reader.node(name).locator("h3")).to_be_focused()
    assert reader.page.url == f"{reader.address}#{name}"
    reader.page.reload()
    reader.button("Show all questions").wait_for()
    assert reader.visible() == [name]
    reader.option(name, 0).click()
    assert reader.visible() == [pathway.questions[name].answers[0].to]
    assert reader.page.url == reader.address  # the shared step is left, and its address with it
    expect(reader.page.get_by_text(NOTE)).to_be_visible()  # its questions were still not asked
    assert len(reader.given()) == 1
    reader.button("Start from the first question").click()
    assert reader.visible() == [pathway.head.start]
    expect(reader.page.get_by_text(NOTE)).to_be_hidden()
    assert reader.given() == []


def test_a_shared_card_opens_with_a_note(reader: Reader, pathway: Pathway) -> None:
    name = list(pathway.dispositions)[-1]
    reader.open(name)
    assert reader.visible() == [name]
    expect(reader.page.get_by_text(NOTE)).to_be_in_viewport(ratio=1)
    assert reader.button("Back").count() == 0
    reader.button("Start again").click()
    assert reader.visible() == [pathway.head.start]
    assert reader.page.url == reader.address


def test_the_first_question_needs_no_note(reader: Reader, pathway: Pathway) -> None:
    reader.open(pathway.head.start)
    assert reader.visible() == [pathway.head.start]
    expect(reader.node(pathway.head.start).locator("h3")).to_be_in_viewport(ratio=1)
    expect(reader.page.get_by_text(NOTE)).to_be_hidden()


@pytest.mark.parametrize("anchor", ["ref-3", "no-such-thing"])
def test_other_addresses_are_ordinary_anchors(reader: Reader, pathway: Pathway, anchor: str) -> None:
    reader.open(anchor)
    assert reader.visible() == [pathway.head.start]
    expect(reader.page.get_by_text(NOTE)).to_be_hidden()
    if anchor != "no-such-thing":
        expect(reader.node(anchor)).to_be_in_viewport()
    reader.option(pathway.head.start, 0).click()
    assert reader.page.url == f"{reader.address}#{anchor}"


def test_links_to_other_places_of_the_page_are_ordinary_links(opens: Opens, pathway: Pathway) -> None:
    reader = opens(1280)  # wide enough for the table of contents
    reader.open()
    reader.option(pathway.head.start, 0).click()
    shown = reader.visible()
    for anchor in ("references", "steps"):
        reader.page.locator(f".md-sidebar--secondary a[href='#{anchor}']").click()
        expect(reader.node(anchor)).to_be_in_viewport()
        assert reader.page.url == f"{reader.address}#{anchor}"
    assert reader.visible() == shown
    assert len(reader.given()) == 1


def a_marker(reader: Reader) -> tuple[str, str]:
    """The last question with a marker of what it rests on, and that marker."""
    marker = reader.page.locator(".node--question .cite").last
    found: list[str] = marker.evaluate("(e) => [e.closest('[data-node]').id, e.id]")
    return found[0], found[1]


def test_the_address_of_a_marker_shows_the_step_that_holds_it(reader: Reader) -> None:
    name, marker = a_marker(reader)
    reader.page.evaluate("(marker) => { location.hash = marker; }", marker)
    expect(reader.node(marker)).to_be_in_viewport()
    assert reader.visible() == [name]
    reader.open(marker)
    expect(reader.node(marker)).to_be_in_viewport()
    assert reader.visible() == [name]


def test_a_link_of_the_drawing_shows_the_step_and_back_returns(reader: Reader, pathway: Pathway) -> None:
    path, name = halfway(pathway), list(pathway.dispositions)[-1]
    reader.walk(path)
    given, entries = reader.given(), reader.page.evaluate("() => history.length")
    reader.page.locator(f"figure.drawing a[href='#{name}']").filter(visible=True).first.click()
    assert reader.visible() == [name]
    expect(reader.node(name).locator("h3")).to_be_in_viewport(ratio=1)
    expect(reader.page.get_by_text(NOTE)).to_be_visible()
    assert reader.focused() == reader.heading(name)
    assert reader.given() == []
    assert reader.page.url == reader.address
    assert reader.page.evaluate("() => history.length") == entries
    reader.button("Back").click()
    assert reader.visible() == [path.card]
    assert reader.given() == given
    expect(reader.page.get_by_text(NOTE)).to_be_hidden()


def test_a_link_of_the_drawing_to_an_answered_question_returns_to_it(reader: Reader, pathway: Pathway) -> None:
    path = halfway(pathway)
    reader.walk(path)
    given, name = reader.given(), path.steps[1][0]
    reader.page.locator(f"figure.drawing a[href='#{name}']").filter(visible=True).first.click()
    assert reader.visible() == [name]
    assert reader.given() == given[:1]
    expect(reader.page.get_by_text(NOTE)).to_be_hidden()


def test_an_address_that_is_typed_shows_its_step(reader: Reader, pathway: Pathway) -> None:
    name = a_question(pathway)
    reader.page.evaluate("(name) => { location.hash = name; }", name)
    expect(reader.page.get_by_text(NOTE)).to_be_visible()
    assert reader.visible() == [name]


def test_all_questions_can_be_shown_and_the_place_is_kept(reader: Reader, pathway: Pathway) -> None:
    path = halfway(pathway)
    reader.walk(path)
    given = reader.given()
    reader.button("Show all questions").click()
    assert reader.visible() == [node.id for node in pathway.nodes]
    assert reader.focused() == "One question at a time"
    expect(reader.button("One question at a time")).to_be_in_viewport(ratio=1)
    expect(reader.node(pathway.head.start).locator(".node__goto").first).to_be_visible()
    # An answer leads on in the list, and is not noted.
    entries = reader.page.evaluate("() => history.length")
    target = pathway.questions[pathway.head.start].answers[-1].to
    reader.option(pathway.head.start, -1).click()
    expect(reader.node(target).locator("h3")).to_be_in_viewport(ratio=1)
    assert reader.focused() == reader.heading(target)
    assert reader.page.url == reader.address
    assert reader.page.evaluate("() => history.length") == entries
    reader.button("One question at a time").click()
    assert reader.visible() == [path.card]
    assert reader.focused() == reader.heading(path.card)
    assert reader.given() == given


def test_the_link_of_a_step_is_copied_without_the_answers(opens: Opens, pathway: Pathway) -> None:
    reader = opens()
    reader.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    reader.open()
    path = longest(pathway)
    reader.page.evaluate("() => history.replaceState(null, '', '?from=elsewhere')")
    reader.walk(path)
    assert reader.page.locator(".pathway__status").inner_text() == ""
    reader.button("Copy link").click()
    expect(reader.page.locator(".pathway__status")).to_have_text("Link copied")
    assert reader.page.evaluate("() => navigator.clipboard.readText()") == f"{reader.address}#{path.card}"
    reader.button("Back").click()
    expect(reader.page.locator(".pathway__status")).to_have_text("")


@pytest.mark.parametrize("clipboard", ["undefined", "{ writeText: () => Promise.reject(new Error('refused')) }"])
def test_where_nothing_can_be_copied_the_link_is_shown(reader: Reader, pathway: Pathway, clipboard: str) -> None:
    define = "Object.defineProperty(navigator, 'clipboard', { value: %s, configurable: true })"
    reader.page.evaluate(define % clipboard)
    path = path_to(pathway, next(iter(pathway.dispositions)))
    reader.walk(path)
    reader.button("Copy link").click()
    field = reader.page.get_by_label("This is the link")
    expect(field).to_be_visible()
    expect(field).to_have_value(f"{reader.address}#{path.card}")
    expect(field).to_have_attribute("readonly", "")
    assert reader.page.evaluate("() => getSelection().toString()") == f"{reader.address}#{path.card}"
    assert reader.page.evaluate("() => document.activeElement.labels?.length") == 1
    reader.button("Back").click()
    expect(field).to_be_hidden()


def test_a_marker_in_a_step_opens_what_it_rests_on(reader: Reader) -> None:
    name, _ = a_marker(reader)
    reader.open(name)
    given = reader.given()
    reader.node(name).locator(".cite a").first.click()
    expect(reader.page.get_by_role("dialog", name="What this rests on")).to_be_visible()
    reader.page.keyboard.press("Escape")
    expect(reader.page.get_by_role("dialog", name="What this rests on")).to_be_hidden()
    assert reader.visible() == [name]
    assert reader.given() == given


def test_a_card_holds_no_control(reader: Reader, pathway: Pathway) -> None:
    for card in pathway.dispositions:
        assert reader.node(card).locator("button, input").count() == 0, card
