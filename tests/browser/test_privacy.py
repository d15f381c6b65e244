"""What a reader answers stays in the memory of the page: nothing is sent, kept, or left in the history."""

from __future__ import annotations

from scripts.model.pathway import Pathway
from tests.browser.conftest import Opens
from tests.browser.support import longest, path_to


def test_a_whole_walk_leaves_no_trace(opens: Opens, pathway: Pathway) -> None:
    reader = opens()
    reader.open()
    reader.page.wait_for_load_state("networkidle")
    asked: list[str] = []
    reader.page.context.on("request", lambda request: asked.append(request.url))
    before = reader.kept()
    reader.walk(longest(pathway))
    reader.button("Back").click()
    reader.page.locator(".pathway__answers button").first.click()
    reader.walk(path_to(pathway, next(iter(pathway.dispositions))))
    reader.button("Show all questions").click()
    reader.button("One question at a time").click()
    reader.page.evaluate("() => { window.print = () => {}; }")
    reader.button("Print").click()
    assert reader.kept() == before
    reader.button("Start again").click()
    assert reader.kept() == before
    assert asked == []


def test_a_shared_step_adds_nothing_to_the_history(opens: Opens, pathway: Pathway) -> None:
    reader = opens()
    reader.open(list(pathway.questions)[-1])
    before = reader.kept()
    reader.option(list(pathway.questions)[-1], 0).click()
    after = reader.kept()
    assert after == {**before, "address": reader.address}


def test_the_back_of_the_browser_leaves_the_page(opens: Opens, pathway: Pathway) -> None:
    reader = opens()
    reader.open()
    reader.walk(longest(pathway))
    reader.page.go_back()
    assert reader.page.url == "about:blank"
