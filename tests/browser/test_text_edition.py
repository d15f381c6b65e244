"""The text edition on the narrowest screen, in light and dark, without JavaScript: open to everyone, as far as seen."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.looking import NARROWEST, axe
from tests.browser.open import Opened, opened
from tests.site.support import Site

NAME = "downloads/anal-dilation-text.html"
_WIDE = "() => document.documentElement.scrollWidth - window.innerWidth"


@pytest.fixture(params=["light", "dark"])
def reader(browser: Browser, host: str, request: pytest.FixtureRequest) -> Iterator[Opened]:
    size = {"width": NARROWEST[0], "height": NARROWEST[1]}
    with opened(browser, host, viewport=size, color_scheme=request.param) as found:
        yield found
        assert found.wrong == []
        assert found.away == []


def test_axe_finds_nothing_and_nothing_is_wider_than_the_screen(reader: Opened) -> None:
    page = reader.go(NAME)
    page.evaluate("() => document.querySelectorAll('details').forEach((part) => { part.open = true; })")
    assert page.evaluate(_WIDE) <= 0
    assert axe([page]) == [[]]


def paper(page: Page) -> str:
    found: str = page.evaluate("() => getComputedStyle(document.documentElement).backgroundColor")
    return found


def test_it_is_dark_where_the_reader_wants_the_dark(browser: Browser, host: str) -> None:
    seen = {}
    for scheme in ("light", "dark"):
        with opened(browser, host, color_scheme=scheme, java_script_enabled=True) as found:
            seen[scheme] = paper(found.go(NAME))
    assert seen == {"light": "rgb(255, 255, 255)", "dark": "rgb(20, 32, 32)"}


def test_without_javascript_its_links_lead_within_it(browser: Browser, host: str, site: Site) -> None:
    with opened(browser, host, java_script_enabled=False) as found:
        page = found.go(NAME)
        page.get_by_role("navigation").get_by_role("link", name="Which care fits, and how soon?").click()
        assert page.url == f"{found.address}{NAME}#decide-patients"
        pathway = site.knowledge.pathways["which-care"]
        first = pathway.questions[pathway.head.start].answers[0]
        page.locator(f"[id='{pathway.page}--{pathway.head.start}']").get_by_role("link", name=first.label).click()
        assert page.url.endswith(f"#{pathway.page}--{first.to}")
