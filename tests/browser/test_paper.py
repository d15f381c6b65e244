"""Any page on paper: the words and nothing else, readable in grey with no background, with its date and address."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.looking import SAMPLE
from tests.site.support import Site

# A4 in CSS pixels without the margins of print.css, so that a place in the window is a place on the sheet.
_LEFT, _TOP, _WIDTH = 14 / 25.4, 15 / 25.4, round((210 - 28) / 25.4 * 96)
_DOTS = 144  # an inch
_CARD = """(urgency) => {
  const card = document.querySelector(`.care-card--${urgency}:not(.care-card--brief)`);
  document.querySelector("article").replaceChildren(card);
  const range = document.createRange();
  range.selectNodeContents(card.querySelector(".care-card__heading"));
  const box = range.getBoundingClientRect();
  return [box.left, box.top + scrollY, box.right, box.bottom + scrollY];
}"""
_BARE = "(rules) => { const s = new CSSStyleSheet(); s.replaceSync(rules); document.adoptedStyleSheets = [s]; }"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": _WIDTH, "height": 900})
    yield context.new_page()
    context.close()


@pytest.fixture
def plain(browser: Browser) -> Iterator[Page]:
    """A page without JavaScript, as it is printed."""
    context = browser.new_context(viewport={"width": _WIDTH, "height": 900}, java_script_enabled=False)
    page = context.new_page()
    page.emulate_media(media="print")
    yield page
    context.close()


def contrast(page: Page, box: list[float], folder: Path) -> float:
    """The contrast of the darkest dot to the lightest in a place of the first sheet, printed grey, no backgrounds."""
    page.pdf(path=folder / "card.pdf", format="A4", print_background=False, prefer_css_page_size=True)
    files = [str(folder / "card.pdf"), str(folder / "card")]
    command = ["pdftoppm", "-gray", "-r", str(_DOTS), "-f", "1", "-singlefile", *files]
    subprocess.run(command, check=True)
    data = (folder / "card.pgm").read_bytes()
    kind, size, _, dots = data.split(b"\n", 3)
    width = int(size.split()[0])
    assert kind == b"P5"
    left, right = (round((_LEFT + x / 96) * _DOTS) for x in (box[0], box[2]))
    top, bottom = (round((_TOP + y / 96) * _DOTS) for y in (box[1] + 2, box[3] - 2))
    rows = [dots[row * width + left : row * width + right] for row in range(top, bottom)]
    found = sorted(b"".join(rows))
    dark, light = found[len(found) // 100], found[len(found) // 2]  # not one stray dot; the ground is most of it
    return (_light(max(dark, light)) + 0.05) / (_light(min(dark, light)) + 0.05)


def _light(grey: int) -> float:
    """Relative luminance of a grey of sRGB (WCAG)."""
    share = grey / 255
    return share / 12.92 if share <= 0.04045 else float(((share + 0.055) / 1.055) ** 2.4)


@pytest.mark.parametrize("urgency", ["emergency", "urgent", "soon", "routine", "none"])
def test_the_heading_of_a_card_is_read_in_grey_without_backgrounds(
    page: Page, host: str, tmp_path: Path, urgency: str
) -> None:
    page.goto(f"{host}{'decide/patients/' if urgency == 'none' else 'patients/red-flags/'}")
    page.emulate_media(media="print")
    assert contrast(page, page.evaluate(_CARD, urgency), tmp_path) >= 7


def test_a_heading_that_cannot_be_read_would_be_seen(page: Page, host: str, tmp_path: Path) -> None:
    page.goto(f"{host}patients/red-flags/")
    page.emulate_media(media="print")
    page.evaluate(_BARE, ".care-card__heading { color: #999 !important }")
    assert contrast(page, page.evaluate(_CARD, "urgent"), tmp_path) < 7


@pytest.mark.parametrize("url", SAMPLE)
def test_only_the_words_are_printed_with_their_date_and_address(plain: Page, host: str, site: Site, url: str) -> None:
    plain.goto(host + url)
    controls = plain.locator("header, nav, button, input, .md-sidebar, .md-footer, .exit, .share, noscript, dialog")
    assert controls.filter(visible=True).count() == 0
    front = next(page.front for page in site.knowledge.pages.values() if page.url == url)
    foot = plain.locator(".page-facts")
    expect(foot).to_contain_text(f"as read through on {front.reviewed}")
    expect(foot).to_contain_text(f"https://example.org/anal-dilation/{url}")
    expect(plain.locator(".page-paper")).to_be_visible()


@pytest.mark.parametrize("url", SAMPLE)
def test_what_is_folded_is_printed_open_without_javascript(plain: Page, host: str, url: str) -> None:
    plain.goto(host + url)
    closed = """() => [...document.querySelectorAll("details")].flatMap((part) => [...part.children])
      .filter((e) => getComputedStyle(e).display !== "none" && !e.checkVisibility({ contentVisibilityAuto: true }))
      .map((e) => e.outerHTML.slice(0, 80))"""
    assert plain.evaluate(closed) == []


def test_the_most_urgent_card_is_printed_first_on_a_page_for_patients(plain: Page, host: str, site: Site) -> None:
    pages = [page.url for page in site.knowledge.pages.values() if page.for_patients]
    for url in pages:
        plain.goto(host + url)
        headings = plain.locator("article :is(h2, h3)").filter(visible=True)
        if plain.locator(".care-card--emergency").count() and not plain.locator(".glossary").count():
            assert "care-card__heading" in (headings.first.get_attribute("class") or ""), url


def test_addresses_of_other_sites_are_spelled_out_and_those_of_this_one_are_not(plain: Page, host: str) -> None:
    after = """(found) => found.map((e) => [e.getAttribute("href"), getComputedStyle(e, "::after").content])"""
    plain.goto(f"{host}about/cite/")
    links = plain.locator("article a").filter(visible=True).evaluate_all(after)
    outside = [shown for address, shown in links if address.startswith("http")]
    assert outside
    assert all("creativecommons.org" in shown for shown in outside)
    assert {shown for address, shown in links if not address.startswith("http")} <= {"none", "normal"}
    plain.goto(f"{host}patients/dilators/")
    assert {shown for _, shown in plain.locator(".reference__text a").evaluate_all(after)} == {"none"}


def test_heads_of_tables_are_repeated_and_cards_are_whole(plain: Page, host: str) -> None:
    plain.goto(f"{host}evidence/ledger/outcomes/")
    heads = plain.locator("article thead").evaluate_all("(found) => found.map((e) => getComputedStyle(e).display)")
    assert set(heads) == {"table-header-group"}
    plain.goto(f"{host}patients/at-home-adults/")
    whole = plain.locator(".care-card").evaluate_all("(found) => found.map((e) => getComputedStyle(e).breakInside)")
    assert set(whole) == {"avoid"}


def test_dark_pages_are_printed_black_on_white(page: Page, host: str) -> None:
    page.emulate_media(media="print", color_scheme="dark")
    page.goto(f"{host}patients/at-home-adults/")
    colours = (
        page.locator("article :is(h1, h2, p, li, summary, a)")
        .filter(visible=True)
        .evaluate_all("(found) => [...new Set(found.map((e) => getComputedStyle(e).color))]")
    )
    assert colours == ["rgb(0, 0, 0)"]
