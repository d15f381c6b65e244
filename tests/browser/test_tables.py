"""Long tables: narrowed down by words, put in the order of a column, and whole without a script."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

PAGE = "clinicians/home-protocols/"


@pytest.fixture(params=[360, 1280])
def page(request: pytest.FixtureRequest, browser: Browser, host: str) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": request.param, "height": 740})
    page.goto(host + PAGE)
    yield page
    page.close()


def first(page: Page) -> tuple[Locator, Locator]:
    """The first long table with what belongs to it, and its rows."""
    tools = page.locator(".table-tools").first
    return tools, tools.locator("xpath=following-sibling::div[1]").locator("tbody tr")


def test_only_rows_with_all_words_are_shown_and_counted(page: Page) -> None:
    tools, rows = first(page)
    count = rows.count()
    word = rows.nth(1).locator("th").inner_text().split()[0]
    tools.get_by_label("Only rows with").fill(word.upper())
    shown = rows.filter(visible=True)
    assert 0 < shown.count() < count
    assert all(word.lower() in text.lower() for text in shown.all_inner_texts())
    expect(tools.get_by_role("status")).to_have_text(f"{shown.count()} of {count} rows")
    tools.get_by_label("Only rows with").fill(f"{word} no-such-word")
    expect(tools.get_by_role("status")).to_have_text(f"0 of {count} rows")
    tools.get_by_label("Only rows with").fill("")
    assert rows.filter(visible=True).count() == count


def test_rows_come_in_the_order_of_a_column_and_back(page: Page) -> None:
    tools, rows = first(page)
    heads = rows.locator("th")
    before = heads.all_inner_texts()
    tools.get_by_label("Order").select_option(index=1)
    after = heads.all_inner_texts()
    assert after == sorted(before, key=str.casefold)
    assert after != before
    expect(tools.get_by_role("status")).to_contain_text("In the order of")
    tools.get_by_label("Order").select_option(index=0)
    assert heads.all_inner_texts() == before


def test_cells_that_say_nothing_come_last(page: Page) -> None:
    tools, rows = first(page)
    for column in range(1, tools.locator("option").count()):
        tools.get_by_label("Order").select_option(index=column)
        cells = [row.locator("th, td").nth(column - 1).text_content() for row in rows.all()]
        empty = [not (text or "").strip() for text in cells]
        assert empty == sorted(empty)


def test_without_a_script_every_row_is_there(browser: Browser, host: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.goto(host + PAGE)
    assert page.locator(".table-tools").count() == 0
    rows = page.locator(".table-scroll").first.locator("tbody tr")
    assert rows.count() == rows.filter(visible=True).count() > 0
    context.close()
