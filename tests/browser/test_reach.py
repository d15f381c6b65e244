"""Everything is reached with a keyboard, seen where it is reached, and there without JavaScript too."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.looking import DESK, PHONE
from tests.site.support import Site

# At each stop of the keyboard: what it is, whether an outline tells it from others (that of its label, where a control
# is only its label to the eye), and whether some of it lies in view with nothing of the page's head upon it.
_STOP = """() => {
  const e = document.activeElement;
  if (e === document.body) return null;
  const outlined = (part) => {
    const style = getComputedStyle(part);
    return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 1;
  };
  const labels = ":scope > .md-nav__link, :scope > nav > .md-nav__title, label";
  const stead = e.labels ? [...e.parentElement.querySelectorAll(labels)] : [];
  const seen = { visibilityProperty: true, opacityProperty: true };
  const shown = [e, ...stead].filter((part) => part.checkVisibility(seen));
  const within = (low, high, most) => (Math.max(low, 0) + Math.min(high, most)) / 2;
  const clear = (part) => [...part.getClientRects()].some((box) => {
    const x = within(box.left, box.right, innerWidth), y = within(box.top, box.bottom, innerHeight);
    const at = document.elementFromPoint(x, y);
    return at && (part.contains(at) || at.contains(part) && at !== document.body && !at.closest(".md-header"));
  });
  return [e.outerHTML.slice(0, 100), shown.some(outlined), shown.some(clear)];
}"""
_HELD = "() => document.activeElement === document.body || !!document.activeElement.closest('.md-sidebar--primary')"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(reduced_motion="reduce")
    yield context.new_page()
    context.close()


@pytest.fixture
def plain(browser: Browser) -> Iterator[Page]:
    """A phone without JavaScript."""
    context = browser.new_context(java_script_enabled=False, viewport={"width": PHONE, "height": 740})
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("width", [PHONE, DESK])
@pytest.mark.parametrize("url", ["", "patients/at-home-adults/", "evidence/ledger/anatomy/"])
def test_the_focus_is_seen_wherever_tab_leads(page: Page, host: str, url: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 640})
    page.goto(host + url)
    faults, stops = [], 0
    for _ in range(90):
        page.keyboard.press("Tab")
        if (stop := page.evaluate(_STOP)) is None:
            break
        stops += 1
        if not (stop[1] and stop[2]):
            faults.append(stop)
    assert faults == []
    assert stops > 20


def test_the_menu_of_a_phone_opens_holds_and_returns_the_focus(page: Page, host: str) -> None:
    page.set_viewport_size({"width": PHONE, "height": 740})
    page.goto(f"{host}evidence/ledger/anatomy/")
    opener = page.get_by_role("button", name="Menu", exact=True)
    opener.focus()
    page.keyboard.press("Enter")
    expect(opener).to_have_attribute("aria-expanded", "true")
    for _ in range(25):
        assert page.evaluate(_HELD)
        page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    expect(opener).to_be_focused()
    expect(opener).to_have_attribute("aria-expanded", "false")


def test_a_fold_of_the_menu_opens_with_the_space_bar(page: Page, host: str) -> None:
    page.set_viewport_size({"width": DESK, "height": 740})
    page.goto(f"{host}evidence/ledger/anatomy/")
    fold = page.get_by_role("checkbox", name="Pages below The ledger")
    inside = page.locator(".md-sidebar--primary").get_by_role("link", name="Ledger: safety")
    expect(inside).to_be_visible()
    expect(page.locator(".menu-open")).to_be_hidden()
    fold.focus()
    page.keyboard.press("Space")
    expect(inside).to_be_hidden()


def test_what_is_closed_cannot_be_reached(page: Page, host: str) -> None:
    page.set_viewport_size({"width": PHONE, "height": 740})
    page.goto(f"{host}evidence/ledger/anatomy/")
    expect(page.locator(".md-sidebar--primary")).to_be_hidden()


def test_without_javascript_the_main_pages_are_links_at_the_foot(plain: Page, host: str, site: Site) -> None:
    plain.goto(f"{host}patients/red-flags/")
    links = plain.get_by_role("navigation", name="Main pages").get_by_role("link")
    addresses = links.evaluate_all("(found) => found.map((link) => link.href)")
    known = {host + found.url for found in site.knowledge.pages.values()}
    assert len(addresses) > 6
    assert set(addresses) <= known
    links.last.focus()
    plain.keyboard.press("Enter")
    expect(plain).to_have_url(addresses[-1])


def test_without_javascript_the_menu_opens_by_touch_and_search_leads_to_the_list(plain: Page, host: str) -> None:
    plain.goto(f"{host}patients/glossary/")
    plain.locator(".md-header__button[for=__drawer]").click()
    link = plain.locator(".md-sidebar--primary").get_by_role("link", name="Questions to ask")
    expect(link).to_be_in_viewport()
    plain.goto(f"{host}patients/glossary/")
    plain.get_by_role("link", name="Search", exact=True).click()
    expect(plain).to_have_url(f"{host}a-to-z/")


def test_without_javascript_a_citation_is_a_link_to_its_reference(plain: Page, host: str) -> None:
    plain.goto(f"{host}clinicians/outcomes/")
    marker = plain.locator(".cite a").first
    name = (marker.get_attribute("href") or "").removeprefix("#")
    marker.click()
    expect(plain.locator(f"[id='{name}']")).to_be_in_viewport()
    plain.locator(f"[id='{name}']").get_by_role("link", name="Back to marker 1", exact=True).click()
    expect(plain.locator("#cite-1")).to_be_in_viewport()


def test_without_javascript_signs_folds_and_tables_are_there(plain: Page, host: str) -> None:
    plain.goto(f"{host}patients/red-flags/")
    signs = plain.locator(".care-card__sign")
    assert signs.count() == signs.filter(visible=True).count() > 30
    fold = plain.locator("details.care-evidence").first
    fold.locator("summary").click()
    expect(fold.locator("li").first).to_be_visible()
    plain.goto(f"{host}clinicians/techniques/")
    cells = plain.locator("table.comparison td")
    assert cells.count() == cells.filter(visible=True).count() > 40
