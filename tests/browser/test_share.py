"""Sending a page: its links can be copied, and a private link leads on without showing the topic."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, expect

from scripts.model.private import private_url
from tests.browser.open import opened
from tests.site.support import Site

PAGE = "patients/questions/"
COPY, PRIVATE = "Copy link", "Copy private link: it does not show the topic"


@pytest.mark.parametrize(("name", "url"), [(COPY, PAGE), (PRIVATE, private_url("questions"))])
def test_a_link_is_copied_whole(browser: Browser, host: str, name: str, url: str) -> None:
    with opened(browser, host, permissions=["clipboard-read", "clipboard-write"]) as reader:
        page = reader.go(f"{PAGE}#home")
        button = page.locator(".share").get_by_role("button", name=name, exact=True)
        box = button.bounding_box()
        assert box
        assert box["height"] >= 44
        button.click()
        expect(page.locator(".share__status")).to_contain_text("copied")
        assert page.evaluate("() => navigator.clipboard.readText()") == host + url
        assert reader.wrong == []


def test_where_nothing_can_be_copied_the_link_is_shown(browser: Browser, host: str) -> None:
    with opened(browser, host) as reader:
        reader.page.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined });")
        page = reader.go(PAGE)
        page.locator(".share").get_by_role("button", name=PRIVATE, exact=True).click()
        expect(page.get_by_label("Copy this link by hand:")).to_have_value(host + private_url("questions"))
        assert page.evaluate("() => getSelection().toString()") == host + private_url("questions")


@pytest.mark.parametrize("javascript", [True, False])
def test_a_private_link_leads_on_and_is_not_left_behind_back(browser: Browser, host: str, javascript: bool) -> None:
    with opened(browser, host, java_script_enabled=javascript) as reader:
        reader.page.goto(host + private_url("which-care", "adult-home"), wait_until="commit")
        reader.page.wait_for_url(f"{host}decide/patients/#adult-home")
        reader.page.go_back()
        assert reader.page.url == "about:blank"
        assert reader.wrong == []
        assert reader.away == []


def test_a_card_s_private_link_is_copied_from_the_stepper(browser: Browser, host: str) -> None:
    with opened(browser, host, permissions=["clipboard-read", "clipboard-write"]) as reader:
        page = reader.go("decide/patients/#adult-home")
        page.locator(".pathway").get_by_role("button", name="Copy private link", exact=True).click()
        expect(page.locator(".pathway__status")).to_have_text("Link copied")
        copied = page.evaluate("() => navigator.clipboard.readText()")
        assert copied == host + private_url("which-care", "adult-home")


def test_a_card_has_its_code_beside_it_and_a_question_has_none(browser: Browser, host: str) -> None:
    with opened(browser, host) as reader:
        page = reader.go("decide/patients/#adult-home")
        code = page.locator(".pathway").get_by_role("link", name="QR code")
        answer = page.request.get(str(code.evaluate("(link) => link.href")))
        assert answer.ok
        assert "#adult-home" in answer.text()
        page.get_by_role("button", name="Start again").click()
        expect(code).to_be_hidden()


def test_a_question_has_none(browser: Browser, host: str) -> None:
    with opened(browser, host) as reader:
        page = reader.go("decide/patients/")
        expect(page.locator(".pathway").get_by_role("button", name="Copy private link", exact=True)).to_be_hidden()


@pytest.mark.parametrize(
    ("url", "button", "cited"),
    [
        ("evidence/ledger/outcomes/#out-cad-healing", "Link to Claim out-cad-healing", "Claim out-cad-healing. In: "),
        ("clinicians/techniques/#key-points", "Link to Key points", "Key points. Techniques compared. In: "),
    ],
)
def test_a_place_has_its_link_its_citation_and_its_code(
    browser: Browser, host: str, site: Site, url: str, button: str, cited: str
) -> None:
    with opened(browser, host, permissions=["clipboard-read", "clipboard-write"]) as reader:
        page = reader.go(url)
        control = page.get_by_role("button", name=button).filter(visible=True).first
        box = control.bounding_box()
        assert box
        assert min(box["width"], box["height"]) >= 24
        control.press("Enter")
        expect(control).to_have_attribute("aria-expanded", "true")
        panel = page.locator(".place")
        panel.get_by_role("button", name="Copy link").press("Enter")
        expect(panel.get_by_role("status")).to_have_text("Link copied")
        assert page.evaluate("() => navigator.clipboard.readText()") == host + url
        panel.get_by_role("button", name="Copy citation").press("Enter")
        expect(panel.get_by_role("status")).to_have_text("Citation copied")
        text = page.evaluate("() => navigator.clipboard.readText()")
        assert text.startswith("The contributors. ")
        assert cited in text
        assert re.search(rf"Version \d+\.\d+\.\d+, .*/{re.escape(url)}\. Accessed \d+ \w+ \d{{4}}\.$", text)
        target = panel.get_by_role("link", name="QR code").get_attribute("href")
        assert target
        assert url in (site.folder / target.removeprefix(host)).read_text(encoding="utf-8")
        panel.get_by_role("button", name="Copy link").press("Escape")
        expect(control).to_be_focused()
        expect(panel).to_have_count(0)
        assert reader.wrong == []


def test_the_button_in_a_heading_is_no_part_of_its_name(browser: Browser, host: str) -> None:
    with opened(browser, host) as reader:
        page = reader.go("clinicians/techniques/")
        expect(page.get_by_role("heading", name="Key points", exact=True)).to_be_visible()


def test_where_nothing_can_be_copied_the_citation_is_shown(browser: Browser, host: str) -> None:
    with opened(browser, host) as reader:
        reader.page.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined });")
        page = reader.go(PAGE)
        page.get_by_role("button", name="Citation and QR code of this page").click()
        page.get_by_role("button", name="Copy citation").click()
        field = page.get_by_label("Copy this citation by hand:")
        assert field.input_value().startswith("The contributors. ")


def test_without_a_script_a_claim_is_still_linked(browser: Browser, host: str) -> None:
    with opened(browser, host, java_script_enabled=False) as reader:
        page = reader.go("evidence/ledger/outcomes/")
        assert page.locator(".place__open").count() == 0
        assert page.locator('.claim__id a[href="#out-cad-healing"]').count() == 1
        assert page.locator(".page-cite").inner_text().startswith("To cite this page: The contributors. Ledger")
