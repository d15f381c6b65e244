"""A copy of the site on a device: only when a reader asks for it, whole without a network, and gone when deleted."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

KEEP, DELETE = "Keep a copy on this device", "Delete the copy"
_LEFT = """async () => [
  ...(await caches.keys()), ...(await navigator.serviceWorker.getRegistrations()).map((worker) => worker.scope),
]"""


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport={"width": 360, "height": 740})
    yield context
    context.close()


def asked(context: BrowserContext, host: str) -> Page:
    """The page of copies, after a reader has asked for a copy."""
    page = context.new_page()
    page.goto(f"{host}downloads/")
    page.get_by_role("button", name=KEEP).click()
    return page


def test_nothing_is_kept_before_somebody_asks(context: BrowserContext, host: str) -> None:
    page = context.new_page()
    for url in ("", "downloads/", "patients/red-flags/"):
        page.goto(host + url)
    assert page.evaluate(_LEFT) == []


def test_a_kept_copy_is_read_without_a_network(context: BrowserContext, host: str) -> None:
    page = asked(context, host)
    expect(page.get_by_role("button", name=DELETE)).to_be_focused(timeout=60_000)
    expect(page.locator("[data-keep] [role=status]")).to_contain_text("is on this device")
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    context.set_offline(True)
    page.goto(f"{host}clinicians/techniques/")  # a page that was never opened before
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert page.evaluate("getComputedStyle(document.querySelector('.md-header')).backgroundColor") != "rgba(0, 0, 0, 0)"
    page.locator(".cite a").first.click()
    expect(page.get_by_role("dialog", name="What this rests on")).to_be_visible()
    page.keyboard.press("Escape")
    page.keyboard.press("/")
    page.keyboard.type("bleeding", delay=20)
    expect(page.locator("a[href*='red-flags']").filter(visible=True).first).to_be_visible()


def test_a_deleted_copy_leaves_nothing(context: BrowserContext, host: str) -> None:
    page = asked(context, host)
    page.get_by_role("button", name=DELETE).click(timeout=60_000)
    expect(page.get_by_role("button", name=KEEP)).to_be_focused()
    assert page.evaluate(_LEFT) == []


def test_a_copy_that_is_not_whole_is_not_kept(context: BrowserContext, host: str) -> None:
    context.route("**/clinicians/techniques/", lambda route: route.abort())
    page = asked(context, host)
    expect(page.locator("[data-keep] [role=status]")).to_contain_text("could not be finished", timeout=60_000)
    assert page.evaluate(_LEFT) == []


def test_a_newer_page_is_shown_at_the_second_visit(context: BrowserContext, host: str) -> None:
    page = asked(context, host)
    expect(page.get_by_role("button", name=DELETE)).to_be_visible(timeout=60_000)
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    page.evaluate("""async () => {
      const cache = await caches.open((await caches.keys())[0]);
      const address = new URL("../patients/questions/", location.href).href;
      const text = await (await cache.match(address)).text();
      const headers = { "Content-Type": "text/html; charset=utf-8" };
      await cache.put(address, new Response(text.replace(/<h1[^>]*>/, "$&Older: "), { headers }));
    }""")
    page.goto(f"{host}patients/questions/")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Older: ")
    heading = page.get_by_role("heading", level=1)
    page.wait_for_function("""async () => {
      const cache = await caches.open((await caches.keys())[0]);
      return !(await (await cache.match(location.href)).text()).includes("Older: ");
    }""")
    page.reload()
    expect(heading).not_to_contain_text("Older: ")


def test_without_javascript_the_page_says_what_to_take(browser: Browser, host: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{host}downloads/")
    expect(page.locator("[data-keep]")).to_contain_text("The ZIP archive")
    assert page.locator("[data-keep] button").count() == 0
    context.close()
