"""Everything can be done with the keyboard alone, and the focus is always where the reader is."""

from __future__ import annotations

from playwright.sync_api import expect

from scripts.model.pathway import Pathway
from tests.browser.support import Reader, longest


def tab_to(reader: Reader, words: str) -> None:
    """Press Tab until the focus is on what has these words."""
    for _ in range(80):
        reader.page.keyboard.press("Tab")
        if reader.focused() == words:
            return
    raise AssertionError(f"Tab does not reach {words!r}")


def test_a_card_is_reached_with_tab_and_enter(reader: Reader, pathway: Pathway) -> None:
    path = longest(pathway)
    targets = [question for question, _ in path.steps[1:]] + [path.card]
    for (question, index), target in zip(path.steps, targets, strict=True):
        label = pathway.questions[question].answers[index].label
        if question == pathway.head.start:
            tab_to(reader, label)
        else:  # from its heading the answers are the next things, in their order
            for _ in range(index + 1):
                reader.page.keyboard.press("Tab")
        assert reader.focused() == label
        assert outlined(reader), question
        reader.page.keyboard.press("Enter")
        assert reader.visible() == [target]
        assert reader.focused() == reader.heading(target)
        expect(reader.node(target).locator("h3")).to_be_in_viewport(ratio=1)
        assert outlined(reader), target


def outlined(reader: Reader) -> bool:
    """Whether the thing with the focus can be told from others."""
    found: bool = reader.page.evaluate("() => getComputedStyle(document.activeElement).outlineStyle !== 'none'")
    return found


def test_every_control_is_reached_and_works(reader: Reader, pathway: Pathway) -> None:
    reader.walk(longest(pathway))
    order = ["Back", "Start again", "Print", "Copy link", "Show all questions"]
    for name in order:
        tab_to(reader, name)
        assert outlined(reader), name
    reader.page.keyboard.press("Enter")
    assert reader.focused() == "One question at a time"
    reader.page.keyboard.press("Enter")
    assert reader.visible() == [longest(pathway).card]
    tab_to(reader, "Back")
    reader.page.keyboard.press("Space")
    assert reader.visible() == [longest(pathway).steps[-1][0]]
    tab_to(reader, f"Change the answer to {reader.heading(pathway.head.start)}")
    reader.page.keyboard.press("Enter")
    assert reader.visible() == [pathway.head.start]
    assert reader.focused() == reader.heading(pathway.head.start)
