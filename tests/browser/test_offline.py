"""The site from a folder, as somebody without a network opens it: everything works, and nothing is asked of anybody."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.open import Opened, opened
from tests.browser.support import Path as Way
from tests.browser.support import longest, paths
from tests.site.support import Site


@pytest.fixture(scope="module")
def folder(site: Site, tmp_path_factory: pytest.TempPathFactory) -> Path:
    unpacked = tmp_path_factory.mktemp("a folder & more")  # as people name them
    with zipfile.ZipFile(site.folder / "downloads/anal-dilation-offline.zip") as package:
        package.extractall(unpacked)
    return unpacked / "anal-dilation-offline"


@pytest.fixture
def reader(browser: Browser, folder: Path) -> Iterator[Opened]:
    """A reader with a phone and no network; in the end nothing went wrong and nothing but files was asked for."""
    with opened(browser, f"{folder.as_uri()}/", offline=True, service_workers="block") as found:
        yield found
        assert found.wrong == []
        assert found.away == []


def colour(page: Page) -> str:
    found: str = page.evaluate("() => getComputedStyle(document.body).backgroundColor")
    return found


def test_from_the_start_every_level_of_the_menu_opens_its_pages(reader: Opened) -> None:
    page = reader.go("index.html")
    page.get_by_role("link", name="Warning signs: when to get help, and how fast").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Warning signs")
    page.get_by_role("button", name="Menu", exact=True).click()
    menu = page.locator(".md-sidebar--primary")
    menu.get_by_role("link", name="Dilators: sizes, materials and care").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Dilators: sizes, materials and care")
    assert page.url == f"{reader.address}site/patients/dilators/index.html"
    page.locator("article a.term").first.click()
    expect(page.locator(":target")).to_contain_text("dilator")
    page.go_back()
    page.locator(".main-pages").get_by_role("link", name="About").first.click()
    page.wait_for_url("**/site/about/index.html")


@pytest.mark.parametrize("url", ["index.html", "clinicians/techniques/index.html", "a-to-z/index.html"])
def test_a_page_looks_as_on_the_site(reader: Opened, url: str) -> None:
    page = reader.go(f"site/{url}")
    assert page.evaluate("() => getComputedStyle(document.querySelector('.md-header')).position") == "sticky"
    assert page.evaluate("() => document.documentElement.scrollWidth") <= 360


def test_the_search_finds_and_leads(reader: Opened) -> None:
    page = reader.go("site/patients/questions/index.html")
    page.get_by_role("button", name="Search").click()
    page.get_by_role("searchbox").fill("dilator stuck")
    page.get_by_role("link", name="A dilator or other object is stuck").click()
    page.wait_for_url(f"{reader.address}site/patients/red-flags/index.html#object-stuck")
    page.get_by_role("button", name="Search").click()
    page.get_by_role("searchbox").fill("sphincterotomy")
    page.locator(".search__page").get_by_role("link", name="sphincterotomy", exact=True).first.wait_for()
    page.get_by_role("link", name="A list of everything on this site").click()
    page.wait_for_url(f"{reader.address}site/a-to-z/index.html")


def test_a_citation_opens_and_leads_to_its_claim(reader: Opened) -> None:
    page = reader.go("site/patients/dilators/index.html")
    page.locator(".cite a").filter(visible=True).first.click()
    dialog = page.get_by_role("dialog", name="What this rests on")
    expect(dialog).to_be_visible()
    dialog.get_by_role("link", name="This claim in the ledger").first.click()
    page.wait_for_url("**/site/evidence/ledger/techniques/index.html#hegar-number-mm")
    expect(page.locator(":target")).to_contain_text("A Hegar number is the diameter")


def ways(site: Site) -> Iterator[tuple[str, Way]]:
    """The shortest and the longest way through each pathway."""
    for pathway in site.knowledge.pathways.values():
        yield pathway.page, min(paths(pathway), key=lambda path: len(path.steps))
        yield pathway.page, longest(pathway)


def test_a_pathway_is_stepped_through_to_its_end(reader: Opened, site: Site) -> None:
    for name, way in ways(site):
        page = reader.go(f"site/{site.knowledge.pages[name].url}index.html")
        for question, index in way.steps:
            page.locator(f"[id='{question}'] a.node__option").nth(index).click()
        shown = page.locator("[data-node]").filter(visible=True)
        assert [node.get_attribute("id") for node in shown.all()] == [way.card]


def test_the_colours_can_be_changed_and_stay(reader: Opened) -> None:
    page = reader.go("site/patients/questions/index.html")
    light = colour(page)
    page.get_by_role("button", name="Dark colours").click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    assert colour(page) != light
    page.goto(f"{reader.address}site/patients/dilators/index.html")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")


def test_the_self_test_marks_an_answer(reader: Opened) -> None:
    page = reader.go("site/trainees/self-test/anatomy/index.html")
    page.locator(".quiz__question input").first.check()
    page.locator(".quiz__check").first.click()
    expect(page.locator(".quiz__verdict").first).not_to_be_empty()


def test_a_page_that_asked_a_network_would_be_seen(browser: Browser, folder: Path) -> None:
    with opened(browser, f"{folder.as_uri()}/", offline=True) as found:
        page = found.go("site/index.html")
        page.evaluate("() => { fetch('https://example.org/').catch(() => {}); }")
        page.wait_for_timeout(300)
        assert found.wrong or found.away
