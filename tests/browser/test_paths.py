"""Every path through a pathway ends, for a reader who clicks it, in the card that the model says."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import expect

from scripts.model.pathway import Pathway
from tests.browser.conftest import Opens
from tests.browser.support import PATHWAYS, Path, Reader, longest, paths

# Clicks through paths one after the other. What the next one shares with the last it keeps, by the button Back.
_WALK = """(paths) => {
  const visible = () => [...document.querySelectorAll("[data-node]")].filter((e) => e.checkVisibility());
  const back = [...document.querySelectorAll(".pathway button")].find((e) => e.textContent === "Back");
  let last = [];
  return paths.map((steps) => {
    const shared = steps.findIndex(([node, option], at) => node !== last[at]?.[0] || option !== last[at]?.[1]);
    for (let at = last.length; at > shared; at -= 1) back.click();
    const seen = steps.slice(shared).map(([, option]) => {
      const ids = visible().map((e) => e.id).join(" ");
      visible()[0].querySelectorAll("a.node__option")[option].click();
      return ids;
    });
    const answers = [...document.querySelectorAll(".pathway__answers strong")].map((e) => e.textContent);
    last = steps;
    return { seen, answers, end: visible().map((e) => e.id).join(" ") };
  });
}"""


_FOLLOW = "([node, option]) => document.getElementById(node).querySelectorAll('a.node__option')[option].click()"
_ARRIVED = """() => {
  const node = document.querySelector(":target");
  return [node.id, node.querySelector("h3").getBoundingClientRect().top];
}"""


def shared(path: Path, before: Path | None) -> int:
    """How many first steps two paths have in common."""
    pairs = zip(path.steps, before.steps if before else (), strict=False)
    return next((at for at, (one, other) in enumerate(pairs) if one != other), 0)


def test_there_are_pathways_for_patients_and_for_clinicians() -> None:
    assert {pathway.page for pathway in PATHWAYS} == {"decide-patients", "decide-clinicians"}


def test_every_path_that_is_clicked_ends_in_the_card_of_the_model(reader: Reader, pathway: Pathway) -> None:
    every = list(paths(pathway))
    walked: list[dict[str, Any]] = reader.page.evaluate(_WALK, [path.steps for path in every])
    before = None
    for path, found in zip(every, walked, strict=True):
        labels = [pathway.questions[question].answers[index].label for question, index in path.steps]
        assert found["end"] == path.card, path
        assert found["seen"] == [question for question, _ in path.steps[shared(path, before) :]], path
        assert found["answers"] == labels, path
        before = path
    assert {found["end"] for found in walked} == set(pathway.dispositions)


def test_a_reader_with_a_mouse_walks_the_longest_path(reader: Reader, pathway: Pathway) -> None:
    path = longest(pathway)
    for count, (question, index) in enumerate(path.steps):
        assert reader.visible() == [question]
        assert len(reader.given()) == count
        assert reader.node(question).locator(".node__goto").filter(visible=True).count() == 0
        reader.option(question, index).click()
        expect(reader.node(reader.visible()[0]).locator("h3")).to_be_in_viewport(ratio=1)
    assert reader.visible() == [path.card]
    answered = [(pathway.questions[question], index) for question, index in path.steps]
    told = [f"{question.text} {question.answers[index].label} Change" for question, index in answered]
    assert [row.partition(": ")[2].partition(" the answer to")[0] for row in reader.given()] == told
    heading = f"Your answers so far: {len(path.steps)}"
    expect(reader.page.get_by_role("heading", name=heading, exact=True)).to_be_visible()


def test_without_javascript_every_path_can_be_followed_by_links(opens: Opens, pathway: Pathway) -> None:
    reader = opens(javascript=False)
    reader.page.goto(reader.address)
    assert reader.visible() == [node.id for node in pathway.nodes]
    assert reader.page.get_by_role("button", name="Back", exact=True).count() == 0
    leads: dict[tuple[str, int], str] = {}
    for path in paths(pathway):
        ends = [question for question, _ in path.steps[1:]] + [path.card]
        for step, target in zip(path.steps, ends, strict=True):
            if step not in leads:
                reader.page.evaluate(_FOLLOW, step)
                leads[step], top = reader.page.evaluate(_ARRIVED)
                assert 0 <= top < 370, step  # its heading is in the upper half of the screen
            assert leads[step] == target, step
    assert len(leads) == sum(len(question.answers) for question in pathway.questions.values())


def test_without_javascript_a_reader_with_a_mouse_comes_to_a_card(opens: Opens, pathway: Pathway) -> None:
    reader = opens(javascript=False)
    reader.page.goto(reader.address)
    path = longest(pathway)
    for question, index in path.steps:
        reader.option(question, index).click()
    assert reader.page.url == f"{reader.address}#{path.card}"
    expect(reader.node(path.card).locator("h3")).to_be_in_viewport(ratio=1)


def test_without_javascript_each_answer_says_where_it_leads(opens: Opens, pathway: Pathway) -> None:
    reader = opens(javascript=False)
    reader.page.goto(reader.address)
    for question in pathway.questions.values():
        said = reader.node(question.id).locator(".node__goto").all_inner_texts()
        kinds = ["question" if option.to in pathway.questions else "card" for option in question.answers]
        marks = [pathway.marks[option.to] for option in question.answers]
        assert said == [f"go to {kind} {mark}" for kind, mark in zip(kinds, marks, strict=True)]
