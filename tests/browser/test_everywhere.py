"""Every page, on a phone and on a desk, in light and in dark: open to everyone, as far as a program can tell."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

import pytest
from playwright.sync_api import Browser, Page, Route

from tests.browser.looking import DESK, SAMPLE, Seen, axe, look, paint, two_pages
from tests.site.support import Site


@pytest.fixture(scope="module")
def addresses(site: Site) -> list[str]:
    """Every page of the site that can be opened, and the page for unknown addresses."""
    return [*sorted(page.url for page in site.knowledge.pages.values()), "404.html"]


@pytest.fixture(scope="module")
def seen(browser: Browser, host: str, site: Site, addresses: list[str]) -> dict[str, Seen]:
    found: dict[str, Seen] = {}
    with two_pages(browser) as pages:
        for page in pages:  # the page for unknown addresses asks for its files below the published address
            page.route("**/anal-dilation/**", lambda route: _from_root(route, site))
        for start in range(0, len(addresses), len(pages)):
            part = addresses[start : start + len(pages)]
            found |= dict(zip(part, look(pages[: len(part)], [host + url for url in part]), strict=True))
    return found


def _from_root(route: Route, site: Site) -> None:
    route.fulfill(path=site.folder / route.request.url.partition("/anal-dilation/")[2].partition("?")[0])


def test_axe_finds_nothing(seen: dict[str, Seen]) -> None:
    assert {url: one.axe for url, one in seen.items() if one.axe} == {}


def test_nothing_is_wider_than_the_narrowest_screen(seen: dict[str, Seen]) -> None:
    assert {url: one.wide for url, one in seen.items() if one.wide} == {}


def test_no_words_are_cut_off_when_they_are_spaced(seen: dict[str, Seen]) -> None:
    assert {url: one.cut for url, one in seen.items() if one.cut} == {}


def test_everything_can_be_hit(seen: dict[str, Seen]) -> None:
    assert {url: one.small for url, one in seen.items() if one.small} == {}


def test_every_page_has_a_title_of_its_own_and_its_language(seen: dict[str, Seen]) -> None:
    assert [title for title, times in Counter(one.title for one in seen.values()).items() if times > 1] == []
    assert {one.language for one in seen.values()} == {"en"}


def test_headings_begin_with_the_title_and_skip_no_level(seen: dict[str, Seen]) -> None:
    for url, one in seen.items():
        assert one.levels[0] == 1, url
        assert one.levels.count(1) == 1, url
        assert not [pair for pair in pairwise(one.levels) if pair[1] > pair[0] + 1], url


def open_menu(page: Page) -> None:
    page.get_by_role("button", name="Menu", exact=True).click()
    page.locator(".md-sidebar--primary").get_by_role("link").filter(visible=True).first.wait_for()


def open_citation(page: Page) -> None:
    page.locator(".cite a").filter(visible=True).first.click()
    page.locator(".cite-dialog[open]").wait_for()


def open_details(page: Page) -> None:
    page.evaluate("() => document.querySelectorAll('details').forEach((part) => { part.open = true; })")


@pytest.mark.parametrize("change", [open_menu, open_citation, open_details], ids=lambda change: change.__name__)
@pytest.mark.parametrize("url", SAMPLE)
def test_axe_finds_nothing_in_what_can_be_opened(browser: Browser, host: str, url: str, change: object) -> None:
    with two_pages(browser) as (page, _):
        page.goto(host + url)
        if change is open_citation and not page.locator(".cite a").filter(visible=True).count():
            pytest.skip("nothing is cited in the open part of this page")
        assert callable(change)
        change(page)
        for scheme in ("default", "slate"):
            paint([page], scheme)
            assert axe([page]) == [[]], scheme


def test_with_reduced_motion_nothing_moves(browser: Browser, host: str) -> None:
    moving = """() => [...document.querySelectorAll("*")].filter((e) => {
      const style = getComputedStyle(e);
      const moves = parseFloat(style.transitionDuration) || parseFloat(style.animationDuration);
      return moves || style.scrollBehavior === "smooth";
    }).map((e) => `${e.tagName}.${e.className}`)"""
    with two_pages(browser, DESK) as (page, _):
        for url in SAMPLE:
            page.goto(host + url)
            assert page.evaluate(moving) == [], url


def test_axe_would_find_something(browser: Browser, host: str) -> None:
    with two_pages(browser) as (page, _):
        page.goto(host)
        page.evaluate("() => document.querySelector('article').append(document.createElement('button'))")
        assert any(one.startswith("button-name") for one in axe([page])[0])
