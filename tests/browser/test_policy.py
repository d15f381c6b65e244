"""Everything works under the strict policy, as the pages state it and as a server's headers do."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from scripts.artefacts.headers import headers
from scripts.artefacts.serving import served
from tests.browser.open import Opened, opened
from tests.site.support import Site


@pytest.fixture(scope="module", params=["page", "page and headers"])
def address(site: Site, request: pytest.FixtureRequest) -> Iterator[str]:
    policy = next(m.attrs["content"] for m in site.documents[""].all("meta") if "http-equiv" in m.attrs)
    with served(site.folder, "/", headers(policy) if request.param == "page and headers" else {}) as found:
        yield found


@pytest.fixture
def reader(browser: Browser, address: str) -> Iterator[Opened]:
    with opened(browser, address, viewport={"width": 1280, "height": 800}) as found:
        yield found
        found.page.wait_for_load_state("networkidle")
        assert found.wrong == []
        assert found.away == []


def background(page: Page) -> str:
    found: str = page.evaluate("() => getComputedStyle(document.body).backgroundColor")
    return found


@pytest.mark.parametrize("url", ["", "patients/at-home-child/", "clinicians/techniques/", "evidence/sources/"])
def test_a_page_is_styled_and_its_scripts_run(reader: Opened, url: str) -> None:
    page = reader.go(url)
    assert page.evaluate("() => getComputedStyle(document.querySelector('.md-header')).position") == "sticky"
    assert page.locator(".share__copy").count() == 2
    page.mouse.wheel(0, 4000)
    page.mouse.wheel(0, -500)


def test_citations_open(reader: Opened) -> None:
    page = reader.go("patients/at-home-child/")
    page.locator(".cite a").filter(visible=True).first.click()
    expect(page.get_by_role("dialog", name="What this rests on")).to_be_visible()
    page.keyboard.press("Escape")


def test_the_pathway_can_be_stepped_through(reader: Opened) -> None:
    page = reader.go("decide/patients/")
    page.locator(".node--shown .cite a").first.click()
    expect(page.get_by_role("dialog", name="What this rests on")).to_be_visible()
    page.keyboard.press("Escape")
    page.locator(".node--shown a.node__option").first.click()
    expect(page.locator(".pathway__answers li")).to_have_count(1)


def test_the_colours_can_be_changed_and_stay(reader: Opened) -> None:
    page = reader.go("patients/questions/")
    light = background(page)
    page.get_by_role("button", name="Dark colours").click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    assert background(page) != light
    page.reload()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")


def test_the_search_finds(reader: Opened) -> None:
    page = reader.go("patients/questions/")
    page.keyboard.press("/")
    page.keyboard.type("bleeding", delay=20)
    expect(page.locator("a[href*='red-flags']").filter(visible=True).first).to_be_visible()


def test_a_breach_would_be_seen(browser: Browser, address: str) -> None:
    with opened(browser, address) as found:
        page = found.go("")
        page.evaluate("() => document.body.append(Object.assign(document.createElement('script'), { text: '1' }))")
        page.evaluate("() => { new Image().src = 'https://ads.example/pixel.gif'; }")
        page.wait_for_timeout(200)
        assert any(said.startswith("policy: img-src") for said in found.wrong)
        assert any(said.startswith("policy: script-src-elem") for said in found.wrong)
