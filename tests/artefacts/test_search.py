"""What the search knows: everything that a reader can be led to, once, at an address that exists, in few bytes."""

from __future__ import annotations

import gzip
import json
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from scripts.artefacts.search import EXCERPT, FIRST, FURNITURE, SECOND, first_part, second_part
from tests.site.support import Site, resolved
from tests.support import ROOT

ASSETS = ROOT / "docs" / "assets"


@dataclass(frozen=True)
class Entry:
    """An entry as the search in the browser reads it."""

    url: str
    kind: str
    heading: str
    text: str
    more: str
    audience: str


def data_of(path: Path) -> dict[str, Any]:
    """The data of a part, out of the script that hands it over."""
    text = path.read_text(encoding="utf-8")
    assert text.startswith("siteSearch.add({")
    assert text.endswith("});\n")
    found: dict[str, Any] = json.loads(text[len("siteSearch.add(") : -len(");\n")])
    return found


def entries_of(data: dict[str, Any]) -> list[Entry]:
    found = []
    for number, anchor, kind, heading, text, more, *_ in data["entries"]:
        url, _, audience, _ = data["pages"][number]
        found.append(Entry(f"{url}#{anchor}" if anchor else url, kind, heading, text, more, audience))
    return found


@pytest.fixture(scope="module")
def first(site: Site) -> dict[str, Any]:
    return data_of(site.folder / FIRST)


@pytest.fixture(scope="module")
def entries(site: Site, first: dict[str, Any]) -> list[Entry]:
    return [*entries_of(first), *entries_of(data_of(site.folder / SECOND))]


def address(site: Site, kind: str, name: str) -> str:
    home = site.knowledge.homes[kind, name]
    return f"{site.knowledge.pages[home.page].url}#{home.anchor}"


def test_every_page_and_every_section_has_an_entry(site: Site, entries: list[Entry]) -> None:
    known = {entry.url for entry in entries}
    for page in site.knowledge.pages.values():
        sections = {f"{page.url}#{section.id}" for section in page.sections[1:] if section.id not in FURNITURE}
        assert {page.url, *sections} <= known, page.path


@pytest.mark.parametrize("kind", ["claim", "source", "term", "node", "disagreement"])
def test_every_thing_of_a_kind_has_an_entry(site: Site, entries: list[Entry], kind: str) -> None:
    known = {entry.url for entry in entries}
    names = [name for other, name in site.knowledge.homes if other == kind]
    assert names
    assert {address(site, kind, name) for name in names} <= known


def test_every_red_flag_is_a_sign_with_its_urgency_and_what_to_do(site: Site, first: dict[str, Any]) -> None:
    signs = {sign[0]: sign[1:] for sign in first["signs"]}
    assert len(signs) == len(site.knowledge.red_flags)
    for flag in site.knowledge.red_flags.values():
        sign, short, who, urgency, words, action = signs[address(site, "red flag", flag.id)]
        assert (sign, short or None, urgency, words, action) == (
            flag.sign, flag.short, flag.urgency.value, flag.urgency.words, flag.action,
        )  # fmt: skip
        assert bool(who) == (flag.applies_to != "both")


def test_no_address_has_two_entries(entries: list[Entry], first: dict[str, Any]) -> None:
    times = Counter([*(entry.url for entry in entries), *(sign[0] for sign in first["signs"])])
    assert [url for url, count in times.items() if count > 1] == []


def test_every_address_exists_in_the_built_site(site: Site, entries: list[Entry], first: dict[str, Any]) -> None:
    for url in [*(entry.url for entry in entries), *(sign[0] for sign in first["signs"])]:
        page, _, anchor = url.partition("#")
        assert page in site.anchors, url
        assert not anchor or anchor in site.anchors[page], url


def test_nothing_is_known_of_what_is_no_content(entries: list[Entry]) -> None:
    assert [entry.url for entry in entries if entry.url.partition("#")[2] in FURNITURE] == []
    for entry in entries:
        assert "Last read through" not in entry.text, entry.url
        assert "{{" not in entry.text, entry.url
        assert entry.heading, entry.url
        assert len(entry.text) <= EXCERPT + 2 or entry.kind in ("term", "claim", "source"), entry.url


def test_a_claim_that_is_held_says_so(site: Site, entries: list[Entry]) -> None:
    texts = {entry.url: entry.text for entry in entries if entry.kind == "claim"}
    for claim in site.knowledge.claims.values():
        assert ("Held for clinical review" in texts[address(site, "claim", claim.id)]) == claim.held, claim.id


def test_patients_are_served_first(entries: list[Entry], first: dict[str, Any]) -> None:
    assert {entry.audience for entry in entries_of(first)} == {"patients", "everyone"}
    assert all(entry in entries_of(first) for entry in entries if entry.audience == "patients")


def test_a_word_that_is_not_shown_is_known_once(entries: list[Entry]) -> None:
    for entry in entries:
        if entry.kind in ("page", "section", "step", "disagreement"):
            words = entry.more.split()
            assert words == sorted(set(words)), entry.url


def test_the_words_of_one_meaning_lead_to_the_signs_of_their_group(site: Site, first: dict[str, Any]) -> None:
    groups = {tuple(words): [first["signs"][place][0] for place in places] for words, places in first["words"]}
    for group in site.knowledge.search_words.values():
        assert groups[group.words] == [address(site, "red flag", name) for name in group.red_flags], group.id
    for term in site.knowledge.terms.values():
        assert not term.also or (term.term, *term.also) in groups, term.id


def test_the_same_site_gives_the_same_data(site: Site, first: dict[str, Any]) -> None:
    assert first_part(site.knowledge, site.folder) == first
    assert second_part(site.knowledge, site.folder) == data_of(site.folder / SECOND)


# In bytes as a server sends them. What every view costs is the first line; the others are fetched when a reader asks.
@pytest.mark.parametrize(
    ("names", "budget"),
    [
        (["search.js"], 1_000),
        (["search/dialog.css", "search/dialog.js", "search/match.js", "vendor/minisearch.js"], 15_000),
        (["search/patients.js"], 45_000),
        (["search/evidence.js"], 130_000),
    ],
    ids=["on every view", "when it is opened", "to the first result", "the evidence"],
)
def test_the_search_stays_within_its_budget(site: Site, names: list[str], budget: int) -> None:
    paths = [next(f / name for f in (site.folder / "assets", ASSETS) if (f / name).is_file()) for name in names]
    sizes = [len(gzip.compress(path.read_bytes(), 9)) for path in paths]
    assert sum(sizes) <= budget


def test_no_page_loads_anything_of_the_search_by_itself(site: Site) -> None:
    for url, document in site.documents.items():
        tags = document.all("script") + document.all("link")
        loaded = [address for tag in tags for address in (tag.attrs.get("src", ""), tag.attrs.get("href", ""))]
        assert [address for address in loaded if "search/" in address or "vendor/" in address] == [], url


def test_every_page_has_the_control_as_a_plain_link_to_the_list_of_everything(site: Site) -> None:
    for url, document in site.documents.items():
        (link,) = (element for element in document.all("a") if "data-search" in element.attrs)
        assert resolved(url, link.attrs["href"]) == ("a-to-z/", "")
        assert link.text == "Search"


def test_the_library_comes_with_its_licence(site: Site) -> None:
    vendor = site.folder / "assets" / "vendor"
    assert "MiniSearch" in (vendor / "minisearch.js").read_text(encoding="utf-8")[:100]
    assert "Luca Ongaro" in (vendor / "minisearch-license.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "path", sorted([*(ASSETS / "search").glob("*.js"), ASSETS / "search.js"]), ids=lambda path: path.name
)
def test_a_script_of_the_search_keeps_and_sends_nothing(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    for word in (
        "localStorage",
        "sessionStorage",
        "cookie",
        "indexedDB",
        "history.",
        "fetch(",
        "XMLHttp",
        "eval(",
        "import(",
    ):
        assert word not in text, word
