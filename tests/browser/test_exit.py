"""The way out: always in reach, by pointer, by keyboard and by Shift; gone at once, and nothing left behind Back."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.open import Opened, opened
from tests.browser.support import STANDARD
from tests.site.support import Site

WEATHER = "https://www.bbc.co.uk/weather"
PAGE = "patients/questions/"
AXE = """(tags) => axe.run(document, { runOnly: tags })
  .then((found) => found.violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html)}`))"""


@pytest.fixture
def reader(browser: Browser, host: str) -> Iterator[Opened]:
    with opened(browser, host) as found:
        found.page.clock.install()
        found.go(PAGE)
        yield found
        assert found.wrong == []


def status(page: Page) -> str:
    return page.locator(".exit__status").inner_text()


def shift(page: Page, times: int) -> None:
    for _ in range(times):
        page.keyboard.press("Shift")


def gone(reader: Opened) -> bool:
    reader.page.wait_for_url(WEATHER)
    return reader.page.url == WEATHER


@pytest.mark.parametrize("width", [320, 360, 768, 1280])
def test_the_button_is_always_in_reach_and_covers_nothing(browser: Browser, host: str, width: int) -> None:
    with opened(browser, host, viewport={"width": width, "height": 640}) as reader:
        page = reader.go(PAGE)
        button = page.locator(".exit .exit__link")
        for where in (0, 2000, 10**6):
            page.evaluate("(y) => scrollTo(0, y)", where)
            box, header = button.bounding_box(), page.locator(".md-header").bounding_box()
            assert box
            assert header
            assert box["height"] >= 44
            assert box["width"] >= 44
            assert box["x"] + box["width"] <= width
            assert header["y"] <= box["y"]
            assert box["y"] + box["height"] <= header["y"] + header["height"]  # on the header, never on the text
            expect(button).to_be_in_viewport(ratio=1)
        others = page.locator(".md-header :is(label, button, a, input, .md-header__title)").filter(visible=True).all()
        mine = button.bounding_box()
        assert mine
        for other in others:
            found = other.bounding_box()
            assert found is None or found["x"] + found["width"] <= mine["x"], other
        assert page.evaluate("() => document.documentElement.scrollWidth - innerWidth") <= 0


def test_a_click_leaves_by_replacing_the_page(reader: Opened) -> None:
    entries = reader.page.evaluate("() => history.length")
    reader.page.locator(".exit .exit__link").click()
    assert gone(reader)
    assert reader.page.evaluate("() => history.length") == entries
    reader.page.go_back()
    assert reader.page.url == "about:blank"


def test_the_page_is_hidden_before_the_next_one_comes(browser: Browser, host: str) -> None:
    with opened(browser, host) as reader:
        reader.context.route(WEATHER, lambda route: route.abort("aborted"))  # as if nothing had come yet
        page = reader.go(PAGE)
        page.locator(".exit .exit__link").click()
        expect(page.get_by_role("alert")).to_have_text("Loading")
        assert page.evaluate("() => [document.body.innerText.trim(), document.title]") == ["Loading", "Loading"]


def test_no_host_learns_where_the_reader_came_from(reader: Opened) -> None:
    with reader.page.expect_request(WEATHER) as asked:
        reader.page.locator(".exit .exit__link").click()
    assert "referer" not in asked.value.all_headers()


def test_the_second_skip_link_leads_out(reader: Opened) -> None:
    reader.page.keyboard.press("Tab")
    reader.page.keyboard.press("Tab")
    link = reader.page.locator(":focus")
    expect(link).to_have_text("Exit this page quickly")
    expect(link).to_be_in_viewport(ratio=1)
    reader.page.keyboard.press("Enter")
    assert gone(reader)


def test_three_presses_of_shift_lead_out_and_each_is_said(reader: Opened) -> None:
    button = reader.page.locator(".exit .exit__link")
    expect(button).to_have_accessible_name("Exit this page quickly")
    expect(button).to_have_accessible_description("or press Shift 3 times")
    assert status(reader.page) == ""
    shift(reader.page, 1)
    assert status(reader.page) == "Press Shift 2 more times to exit."
    assert reader.page.locator(".exit__status").get_attribute("role") == "status"
    expect(reader.page.locator(".exit__status")).to_be_in_viewport(ratio=1)
    reader.page.clock.fast_forward(3_000)
    shift(reader.page, 1)
    assert status(reader.page) == "Press Shift 1 more time to exit."
    reader.page.clock.fast_forward(3_000)
    shift(reader.page, 1)
    assert gone(reader)


def test_five_seconds_of_nothing_begin_it_anew_and_that_is_said(reader: Opened) -> None:
    shift(reader.page, 2)
    reader.page.clock.fast_forward(5_100)
    assert status(reader.page) == "Exit has timed out. To exit, press Shift three times."
    reader.page.clock.fast_forward(5_100)
    assert status(reader.page) == ""
    shift(reader.page, 2)
    assert status(reader.page) == "Press Shift 1 more time to exit."


def test_another_key_in_between_begins_it_anew(reader: Opened) -> None:
    shift(reader.page, 2)
    reader.page.keyboard.press("a")
    assert status(reader.page).startswith("Exit has timed out")
    shift(reader.page, 1)
    assert status(reader.page) == "Press Shift 2 more times to exit."


@pytest.mark.parametrize("keys", ["Shift+a", "Shift+Tab", "Control+Shift", "Alt+Shift"])
def test_shift_with_another_key_is_no_press(reader: Opened, keys: str) -> None:
    for _ in range(4):
        reader.page.keyboard.press(keys)
    assert reader.page.url.endswith(PAGE)
    assert status(reader.page) == ""


def test_shift_held_while_clicking_is_no_press(reader: Opened) -> None:
    for _ in range(3):
        reader.page.locator("h1").click(modifiers=["Shift"])
    assert status(reader.page) == ""


def test_a_key_that_is_held_is_one_press(reader: Opened) -> None:
    for _ in range(5):
        reader.page.keyboard.down("Shift")
    reader.page.keyboard.up("Shift")
    assert status(reader.page) == "Press Shift 2 more times to exit."


def test_both_ways_lead_out_of_an_open_dialog(reader: Opened) -> None:
    marker = reader.page.locator(".cite a").filter(visible=True).first
    marker.click()
    dialog = reader.page.get_by_role("dialog", name="What this rests on")
    expect(dialog.locator("[data-exit]")).to_be_in_viewport(ratio=1)
    shift(reader.page, 1)
    expect(dialog.get_by_role("status")).to_have_text("Press Shift 2 more times to exit.")
    reader.page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(reader.page.locator(".exit > .exit__status")).to_contain_text("timed out")
    marker.click()
    dialog.locator("[data-exit]").click()
    assert gone(reader)


def test_without_javascript_it_is_a_link_and_promises_no_keys(browser: Browser, host: str) -> None:
    with opened(browser, host, java_script_enabled=False) as reader:
        page = reader.go(PAGE)
        expect(page.locator(".exit__shift")).to_be_hidden()
        page.locator(".exit .exit__link").click()
        assert gone(reader)


def test_it_works_from_a_folder(browser: Browser, host: str, site: Site) -> None:
    with opened(browser, host) as reader:
        reader.page.goto(f"file://{site.folder}/{PAGE}index.html")
        shift(reader.page, 3)
        assert gone(reader)


def test_it_is_never_printed(reader: Opened) -> None:
    reader.page.emulate_media(media="print")
    expect(reader.page.locator(".exit .exit__link")).to_be_hidden()
    expect(reader.page.locator(".share")).to_be_hidden()


def test_clinicians_pages_have_none(browser: Browser, host: str) -> None:
    with opened(browser, host) as reader:
        page = reader.go("clinicians/techniques/")
        shift(page, 4)
        assert page.url.endswith("clinicians/techniques/")
        assert page.locator("[data-exit]").count() == 0
        assert reader.wrong == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_a_checker_finds_no_barrier(browser: Browser, host: str, width: int, scheme: str) -> None:
    options = {"viewport": {"width": width, "height": 740}, "color_scheme": scheme, "reduced_motion": "reduce"}
    with opened(browser, host, **options) as reader:
        page = reader.go(PAGE)
        shift(page, 1)
        page.evaluate((files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8"))
        assert page.evaluate(AXE, STANDARD) == []
