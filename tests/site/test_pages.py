"""Every page of the real site: complete, whole and in order, and asking nothing of another host."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from urllib.parse import urlsplit

from scripts.artefacts.verify import verify
from tests.markup import Element
from tests.site.support import Site

HEADINGS = ["h1", "h2", "h3", "h4", "h5", "h6"]
LOADED = {"src", "srcset", "href", "data", "action", "poster", "formaction"}  # on anything but <a>, a browser fetches
NAMED_ONLY = {"canonical", "prev", "next", "alternate"}  # kinds of <link> that no browser fetches


def test_every_page_is_built_at_its_address_and_nothing_else_is(site: Site) -> None:
    assert sorted(site.documents) == sorted(page.url for page in site.knowledge.pages.values())


def test_a_walk_of_the_site_finds_no_fault(site: Site) -> None:
    assert [str(problem) for problem in verify(site.folder)] == []


def test_no_id_stands_twice_on_a_page(site: Site) -> None:
    twice = [
        (url, name)
        for url, document in site.documents.items()
        for name, times in Counter(e.attrs["id"] for e in document.walk() if "id" in e.attrs).items()
        if times > 1
    ]
    assert twice == []


def test_every_page_has_one_title_first_and_skips_no_level(site: Site) -> None:
    faults = {}
    for page, article in site.pages():
        levels = [HEADINGS.index(element.tag) + 1 for element in article.walk() if element.tag in HEADINGS]
        skipped = [pair for pair in pairwise(levels) if pair[1] > pair[0] + 1]
        if levels[0] != 1 or levels.count(1) != 1 or skipped:
            faults[page.path] = levels
    assert faults == {}


def test_every_heading_of_a_source_file_has_its_permanent_id_on_the_page(site: Site) -> None:
    for page in site.knowledge.pages.values():
        anchors = site.anchors[page.url]
        assert {section.id for section in page.sections} <= set(anchors), page.path
        assert all(anchors[section.id].tag == f"h{section.level}" for section in page.sections), page.path


def test_no_page_has_an_inline_event_handler_or_a_script_as_an_address(site: Site) -> None:
    faults = [
        (url, element.tag, name)
        for url, document in site.documents.items()
        for element in document.walk()
        for name, value in element.attrs.items()
        if name.startswith("on") or value.strip().lower().startswith(("javascript:", "vbscript:", "data:text"))
    ]
    assert faults == []


def requests(document: Element) -> list[str]:
    """The addresses that a browser fetches by itself when it shows a document."""
    return [
        value
        for element in document.walk()
        if element.tag != "a" and not (element.tag == "link" and element.attrs.get("rel", "") in NAMED_ONLY)
        for name, value in element.attrs.items()
        if name in LOADED
    ]


def test_no_page_asks_anything_of_another_host(site: Site) -> None:
    foreign = {(url, a) for url, document in site.documents.items() for a in requests(document) if urlsplit(a).netloc}
    assert foreign == set()


def test_no_stylesheet_asks_anything_of_another_host(site: Site) -> None:
    sheets = sorted(site.folder.rglob("*.css"))
    assert sheets
    for sheet in sheets:
        assert not re.findall(r"(?:url\(|@import\s)[\s\"']*(?:https?:)?//", sheet.read_text(encoding="utf-8")), sheet


def test_every_page_says_for_whom_it_is_and_when_it_was_read(site: Site) -> None:
    for page, article in site.pages():
        facts = article.one("footer.page-facts").text
        assert f"Last read through on {page.front.reviewed}" in facts, page.path
        assert f"to be read again by {page.front.review_due}" in facts, page.path
        label = [element.text for element in article.all(".page-audience")]
        assert label == ([] if page.front.audience == "everyone" else [page.front.audience.words]), page.path


def test_every_page_has_its_title_and_description_for_search_engines(site: Site) -> None:
    for page in site.knowledge.pages.values():
        document = site.documents[page.url]
        assert document.all("title")[0].text.startswith(page.front.title), page.path
        (described,) = (e for e in document.all("meta") if e.attrs.get("name") == "description")
        assert described.attrs["content"] == page.front.description, page.path
