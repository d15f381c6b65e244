"""Sending a page: its links can be copied, and a private link leads on without showing the topic."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, expect

from scripts.model.private import private_url
from tests.browser.open import opened

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


def test_a_question_has_none(browser: Browser, host: str) -> None:
    with opened(browser, host) as reader:
        page = reader.go("decide/patients/")
        expect(page.locator(".pathway").get_by_role("button", name="Copy private link", exact=True)).to_be_hidden()
