"""The search as readers use it: by everyday words, by keyboard, on a phone, from a folder, and with nothing kept."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Browser, BrowserContext, Page, Request, Route, expect

from tests.browser.support import STANDARD
from tests.site.support import Site
from tests.support import ROOT

QUERIES: list[dict[str, Any]] = yaml.safe_load((ROOT / "tests/cases/search/queries.yml").read_text(encoding="utf-8"))
AT = "patients/dilators/"  # the page on which the search is opened
SECRET = "dilator stuck"  # noqa: S105 - a query, which nobody else may learn
_AXE = """async (tags) => {
  const within = { include: [[".search"], [".search-open"]] };
  const found = await axe.run(within, { runOnly: tags, resultTypes: ["violations"] });
  return found.violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target).join(" ")}`);
}"""
_KNOWS_ALL = "() => siteSearch.find('konsten').pages.length > 0"  # a name that stands in the last part only
_FOUND = """(queries) => queries.map((query) => {
  const { signs, pages } = siteSearch.find(query);
  return [signs.map(({ url }) => url.split("#")[1]), pages.length];
})"""
_KEPT = """async () => JSON.stringify([
  { ...localStorage }, { ...sessionStorage }, document.cookie, await indexedDB.databases(), await caches.keys(),
  history.length, history.state, location.href, document.title, window.name,
])"""

Opens = Callable[..., Page]


@pytest.fixture
def contexts(browser: Browser) -> Iterator[Callable[..., BrowserContext]]:
    made: list[BrowserContext] = []

    def make(**options: object) -> BrowserContext:
        settings: dict[str, Any] = {"viewport": {"width": 360, "height": 740}, **options}
        made.append(browser.new_context(**settings))
        return made[-1]

    yield make
    for context in made:
        context.close()


@pytest.fixture
def opens(contexts: Callable[..., BrowserContext], host: str) -> Iterator[Opens]:
    """Gives pages on which the search is open; in the end none had an error."""
    wrong: list[str] = []

    def opened(**options: object) -> Page:
        page = contexts(**options).new_page()
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("console", lambda message: wrong.append(message.text) if message.type in ("error", "warning") else None)
        page.goto(host + AT)
        page.get_by_role("button", name="Search").click()
        expect(page.get_by_role("searchbox")).to_be_focused()
        return page

    yield opened
    assert wrong == []


def ask(page: Page, query: str) -> None:
    """Type a query and wait for what is found, once everything is known."""
    expect(page.locator("script[src$='evidence.js']")).to_have_count(1)
    while not page.evaluate(_KNOWS_ALL):
        page.wait_for_timeout(50)
    page.get_by_role("searchbox").fill(query)
    expect(page.locator(".search__results ol, .search__more").first).to_be_visible()
    page.wait_for_timeout(600)  # the count is told once the typing rests


def found(page: Page, base: str) -> list[str]:
    """The addresses of the results, in order."""
    links = page.locator(".search li a").all()
    return [(link.get_attribute("href") or "").removeprefix(base) for link in links]


def focused(page: Page) -> str:
    words: str = page.evaluate("() => document.activeElement.textContent.trim()")
    return words


@pytest.fixture(scope="module")
def answers(browser: Browser, host: str) -> dict[str, tuple[int, list[str]]]:
    """For each query of the list how many signs come first, and the addresses of the results."""
    page = browser.new_page()
    page.goto(host + AT)
    page.get_by_role("button", name="Search").click()
    ask(page, "dilator")
    results = {}
    for case in QUERIES:
        ask(page, case["query"])
        results[case["query"]] = (page.locator(".search__sign").count(), found(page, host))
    page.close()
    return results


@pytest.mark.parametrize("case", QUERIES, ids=lambda case: case["query"])
def test_a_query_finds_what_its_reader_needs(case: dict[str, Any], answers: dict[str, tuple[int, list[str]]]) -> None:
    signs, urls = answers[case["query"]]
    assert case["first"] in urls[:3], urls[:5]
    if case.get("alarm"):
        assert signs
        assert urls[0].startswith("patients/red-flags/#")


def test_every_word_of_the_data_brings_a_sign_of_its_group_or_a_page(opens: Opens, site: Site) -> None:
    page = opens()
    ask(page, "dilator")
    groups = site.knowledge.search_words.values()
    words = [(group, word) for group in groups for word in group.words]
    every = page.evaluate(_FOUND, [word for _, word in words])
    for (group, word), (signs, pages) in zip(words, every, strict=True):
        assert set(signs) & set(group.red_flags) if group.red_flags else signs or pages, (group.id, word, signs)


def test_the_list_of_queries_names_addresses_that_exist(site: Site) -> None:
    assert len(QUERIES) >= 25
    for case in QUERIES:
        url, _, anchor = case["first"].partition("#")
        assert url in site.anchors, case
        assert not anchor or anchor in site.anchors[url], case


def test_a_sign_says_its_urgency_and_what_to_do_and_the_gravest_stand_first(opens: Opens, site: Site) -> None:
    page = opens()
    ask(page, "bleeding")
    signs = [sign.locator("p").all_inner_texts() for sign in page.locator(".search__sign").all()]
    urgencies = [words[0] for words in signs]
    order = ["Emergency", "Urgent", "Soon", "Routine"]
    assert urgencies == sorted(urgencies, key=order.index)
    assert {"Emergency", "Urgent", "Soon"} <= set(urgencies)
    flags = {flag.sign: flag for flag in site.knowledge.red_flags.values()}
    for words in signs:
        flag = flags[words[1].removesuffix(" (adults)").removesuffix(" (children)")]
        assert words[-1] == flag.action
        assert words[0] == flag.urgency.words
    all_signs = page.get_by_role("dialog").get_by_role("link", name="All warning signs, and how fast to get help")
    expect(all_signs).to_be_visible()


def test_while_a_word_is_being_typed_its_signs_already_stand_first(opens: Opens, host: str) -> None:
    page = opens()
    ask(page, "blee")
    assert found(page, host)[0] == "patients/red-flags/#heavy-bleeding"


def test_what_finds_nothing_says_so_and_leads_to_the_list_of_everything(opens: Opens) -> None:
    page = opens()
    ask(page, "xqzxqz")
    expect(page.get_by_role("status").filter(has_text="Nothing was found.")).to_be_visible()
    page.get_by_role("link", name="A list of everything on this site").click()
    expect(page.get_by_role("heading", name="A to Z: everything on this site", level=1)).to_be_visible()


def test_a_reader_who_moves_on_early_is_left_in_place_when_more_is_known(
    contexts: Callable[..., BrowserContext], host: str
) -> None:
    page = contexts().new_page()
    held: list[Route] = []
    page.route(re.compile("evidence.js"), lambda route: held.append(route))
    page.goto(host + AT)
    page.get_by_role("button", name="Search").click()
    page.get_by_role("searchbox").fill("sphincterotomy")
    first = page.locator(".search__page").first.get_by_role("link", name="sphincterotomy", exact=True)
    first.focus()
    before = page.locator(".search__page").count()
    held[0].continue_()
    expect(page.locator(".search__page")).to_have_count(20)
    assert before < 20
    # Not "to be focused": that also asks whether the window has the focus, which other tests' windows may have.
    assert first.evaluate("(link) => link === document.activeElement")


def test_an_empty_box_shows_nothing(opens: Opens) -> None:
    page = opens()
    ask(page, "bleeding")
    page.get_by_role("searchbox").fill(" ")
    expect(page.locator(".search__results > *")).to_have_count(0)
    expect(page.locator(".search__status")).to_have_text("")


def test_a_reader_with_a_keyboard_opens_asks_chooses_and_returns(opens: Opens, host: str) -> None:
    page = opens()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog", name="Search")).to_be_hidden()
    expect(page.get_by_role("button", name="Search")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("searchbox")).to_be_focused()
    page.keyboard.type("bleeding")
    ask(page, "bleeding")
    for way in ("Enter", "ArrowDown"):
        page.get_by_role("searchbox").focus()
        page.keyboard.press(way)
        assert focused(page).startswith("Heavy bleeding")
    page.keyboard.press("ArrowDown")
    assert focused(page).startswith("You bleed from your bottom")
    page.keyboard.press("Tab")
    assert focused(page).startswith("You take a blood thinner")
    for _ in range(3):
        page.keyboard.press("ArrowUp")
    expect(page.get_by_role("searchbox")).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(host + "patients/red-flags/#heavy-bleeding")


def test_the_number_of_results_is_told_to_a_screen_reader(opens: Opens) -> None:
    page = opens()
    ask(page, "bleeding")
    expect(page.locator(".search").get_by_role("status")).to_have_text(
        re.compile(r"^5 warning signs, then the first 20 of \d+ results\.$")
    )
    expect(page.locator(".search").get_by_role("list", name="Warning signs").get_by_role("listitem")).to_have_count(5)
    expect(page.locator(".search").get_by_role("list", name="Pages").get_by_role("listitem")).to_have_count(20)
    ask(page, "konsten")
    expect(page.locator(".search").get_by_role("status")).to_have_text("1 result.")


def test_a_result_on_the_same_page_closes_the_search_and_leads_there(opens: Opens, host: str) -> None:
    page = opens()
    ask(page, "which lube")
    page.get_by_role("link", name="Which lubricant?", exact=True).first.click()
    expect(page.get_by_role("dialog", name="Search")).to_be_hidden()
    assert page.url == f"{host}{AT}#lubricants"


def test_nothing_is_loaded_before_the_search_is_opened(contexts: Callable[..., BrowserContext], host: str) -> None:
    page = contexts().new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(host)))
    page.goto(host + AT)
    page.wait_for_load_state("networkidle")
    assert [url for url in asked if "search/" in url or "vendor/" in url or "search_index" in url] == []
    asked.clear()
    page.get_by_role("button", name="Search").click()
    ask(page, "bleeding")
    assert sorted(asked) == [
        "assets/search/dialog.css", "assets/search/dialog.js", "assets/search/evidence.js", "assets/search/match.js",
        "assets/search/patients.js", "assets/vendor/minisearch.js",
    ]  # fmt: skip


def test_nothing_of_a_query_is_kept_or_sent(opens: Opens, host: str) -> None:
    page = opens()
    before = page.evaluate(_KEPT)
    requests: list[Request] = []
    page.on("request", lambda request: requests.append(request))
    ask(page, SECRET)
    page.keyboard.press("Enter")
    assert page.evaluate(_KEPT) == before
    assert page.context.cookies() == []
    page.get_by_role("link", name="A dilator or other object is stuck").click()
    page.wait_for_url(host + "patients/red-flags/#object-stuck")
    for request in requests:
        told = f"{request.url} {request.headers} {request.post_data}".lower().replace("patients/red-flags", "")
        assert "dilator stuck" not in told
        assert "dilator%20stuck" not in told
        assert "dilator+stuck" not in told
        assert "?" not in request.url


def test_the_words_are_gone_when_the_reader_comes_back(opens: Opens, host: str) -> None:
    page = opens()
    ask(page, SECRET)
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    page.wait_for_url(host + "patients/red-flags/#object-stuck")
    page.go_back()
    expect(page.get_by_role("dialog", name="Search")).to_be_hidden()
    page.get_by_role("button", name="Search").click()
    expect(page.get_by_role("searchbox")).to_have_value("")


def test_the_search_works_in_a_folder_without_a_network(contexts: Callable[..., BrowserContext], site: Site) -> None:
    context = contexts(offline=True)
    page = context.new_page()
    page.goto((site.folder / AT / "index.html").as_uri())
    page.get_by_role("button", name="Search").click()
    ask(page, SECRET)
    page.get_by_role("link", name="A dilator or other object is stuck").click()
    page.wait_for_url("file://**/patients/red-flags/index.html#object-stuck")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Warning signs")


def test_without_javascript_the_control_leads_to_the_list_of_everything(
    contexts: Callable[..., BrowserContext], host: str
) -> None:
    page = contexts(java_script_enabled=False).new_page()
    page.goto(host + AT)
    page.get_by_role("link", name="Search", exact=True).click()
    assert page.url == host + "a-to-z/"
    page.get_by_role("link", name="Heavy bleeding from your bottom").first.click()
    assert page.url == host + "patients/red-flags/#heavy-bleeding"


def test_a_search_that_cannot_be_loaded_says_so(contexts: Callable[..., BrowserContext], host: str) -> None:
    page = contexts().new_page()
    page.route(re.compile("patients.js"), lambda route: route.abort())
    page.goto(host + AT)
    page.get_by_role("button", name="Search").click()
    expect(page.get_by_text("The search could not be loaded.")).to_be_visible()
    expect(page.get_by_role("link", name="A list of everything on this site")).to_be_visible()


def test_a_search_whose_dialog_cannot_be_loaded_becomes_the_link_that_it_was(
    contexts: Callable[..., BrowserContext], host: str
) -> None:
    page = contexts().new_page()
    page.route(re.compile("dialog.js"), lambda route: route.abort())
    page.goto(host + AT)
    page.get_by_role("button", name="Search").click()
    page.wait_for_url(host + "a-to-z/")


def test_the_way_out_stands_in_the_open_search(opens: Opens) -> None:
    page = opens()
    assert page.locator("dialog.search [data-exit]").count() == page.locator(".exit__row [data-exit]").count()


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("query", ["bleeding", "which lube"])
def test_no_barrier_is_found_while_it_is_open(opens: Opens, width: int, scheme: str, query: str) -> None:
    page = opens(viewport={"width": width, "height": 740}, color_scheme=scheme)
    ask(page, query)
    page.evaluate((files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8"))
    assert page.evaluate(_AXE, STANDARD) == []
    assert page.evaluate("() => document.querySelector('dialog.search').scrollWidth <= window.innerWidth")
    small = page.evaluate(
        "() => [...document.querySelectorAll('.search button, .search input')]"
        ".filter((e) => e.getBoundingClientRect().height < 44).map((e) => e.textContent)"
    )
    assert small == []


def test_urgencies_can_be_told_apart_where_colours_are_the_readers_own(opens: Opens) -> None:
    page = opens(forced_colors="active")
    ask(page, "bleeding")
    styles = page.locator(".search__urgency").evaluate_all(
        "(all) => all.map((e) => getComputedStyle(e).borderBottomWidth)"
    )
    assert set(styles) == {"2px"}
    assert page.locator(".search__urgency").first.inner_text() == "Emergency"


def test_the_offline_copy_has_everything_that_the_search_loads(site: Site) -> None:
    folder = Path(site.folder) / "assets"
    names = ["dialog.css", "dialog.js", "match.js", "patients.js", "evidence.js"]
    assert all((folder / "search" / name).is_file() for name in names)
    assert (folder / "vendor" / "minisearch.js").is_file()
