"""The text edition: everything for patients in one small file, whose links all lead somewhere."""

from __future__ import annotations

from collections import Counter

import pytest

from scripts.artefacts.book.facts import facts_of
from scripts.artefacts.copies.text import text_edition
from scripts.artefacts.settings import navigation
from scripts.model.vocabulary import Audience
from scripts.project import Project
from tests.artefacts.pdfs import ADDRESS
from tests.markup import Element, parse
from tests.site.support import Site, links
from tests.support import ROOT

MOST = 300_000  # bytes
NOT_IN_IT = {"script", "link", "img", "iframe", "form", "input", "button", "object", "audio", "video", "base"}


@pytest.fixture(scope="module")
def text(site: Site) -> str:
    return (site.folder / "downloads/anal-dilation-text.html").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def document(text: str) -> Element:
    return parse(text)


def test_it_is_small_and_one_file_without_a_script(text: str, document: Element) -> None:
    assert len(text.encode()) <= MOST
    assert not {element.tag for element in document.walk()} & NOT_IN_IT
    assert not [element for element in document.walk() if {"src", "srcset", "style"} & set(element.attrs)]
    assert "url(" not in text
    assert "@import" not in text


def test_it_says_what_it_is(document: Element) -> None:
    assert document.one("html").attrs["lang"] == "en"
    assert document.one("title").text.endswith(": everything for patients in one file")
    said = document.one("header").text
    assert "Version 0.1.0, 22 November 2026. Look for a newer version by 22 November 2027" in said
    assert "This is clinical education, not a service. No clinician has signed it off." in said


def test_every_page_for_patients_is_there_with_the_red_flags_first(document: Element, site: Site) -> None:
    found = [section.attrs["id"] for section in document.one("main").all("section") if "id" in section.attrs]
    pages = {page.id for page in site.knowledge.pages.values() if page.front.audience is Audience.PATIENTS}
    assert found[0] == "red-flags"
    assert pages <= set(found)
    assert [address[1:] for address in links(document.one("nav"))] == [
        name for name in found if name in pages | {"sources"}
    ]


def test_every_sign_stands_in_it_with_what_to_do(document: Element, site: Site) -> None:
    said = document.by_id()["red-flags"].text
    for flag in site.knowledge.red_flags.values():
        assert flag.sign in said, flag.id
        assert flag.action.split(". ")[-1] in said, flag.id


def test_every_section_of_the_pages_is_there(document: Element, site: Site) -> None:
    ids = document.by_id()
    dropped = {"see-also", "references", "in-the-decision", "drawing"}
    for page, article in site.pages():
        if page.front.audience is Audience.PATIENTS:
            for head in article.all("h2"):
                if (name := head.attrs.get("id")) and name not in dropped:
                    assert ids[f"{page.id}--{name}"].text == head.text
                    assert ids[f"{page.id}--{name}"].tag == "h3"


def test_the_pathway_can_be_walked_by_its_links(document: Element, site: Site) -> None:
    ids = document.by_id()
    pathway = site.knowledge.pathways["which-care"]
    for question in pathway.questions.values():
        node = ids[f"{pathway.page}--{question.id}"]
        led = [link.attrs["href"] for link in node.all("a.node__option")]
        assert led == [f"#{pathway.page}--{option.to}" for option in question.answers]
        assert f"Question {pathway.marks[question.id]}:" in node.text
    for card in pathway.dispositions.values():
        assert card.title in ids[f"{pathway.page}--{card.id}"].text


def test_ids_are_unique_and_links_lead_somewhere(document: Element) -> None:
    times = Counter(element.attrs["id"] for element in document.walk() if "id" in element.attrs)
    assert not [name for name, number in times.items() if number > 1]
    for address in links(document):
        assert address.startswith(("#", "http:", "https:")), address
        assert not address.startswith("#") or address[1:] in times, address
    named = [name for e in document.walk() for name in e.attrs.get("aria-labelledby", "").split()]
    assert set(named) <= set(times)


def test_a_marker_leads_to_the_source_of_its_claim(document: Element, site: Site) -> None:
    ids, page = document.by_id(), site.knowledge.pages["dilators"]
    cited = {
        link.attrs["href"].partition("#")[2]
        for entry in site.articles[page.url].all("p.reference__uses")
        for link in entry.all("a")
        if "evidence/sources/" in link.attrs["href"]
    }
    named = {source.short: source for source in map(site.knowledge.sources.__getitem__, cited)}
    markers = [link for mark in ids["dilators"].all("sup") for link in mark.all("a")]
    assert len(markers) > 50
    for link in markers:
        entry = ids[link.attrs["href"][1:]]
        assert entry.attrs["id"] == f"s{link.text}"
        assert any(entry.text.startswith(name) for name in named), entry.text
    first = next(link for link in site.articles[page.url].all("a") if link.attrs.get("role") == "doc-noteref")
    assert ids[markers[0].attrs["href"][1:]].text in first.attrs["aria-label"]


def test_the_finished_site_gives_the_same_words_again(site: Site, text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH")  # as when the site was built
    project = Project(ROOT)
    made = text_edition(site.knowledge, facts_of(site.knowledge, project, ADDRESS), navigation(project), site.folder)
    assert text.replace(text[text.index("<meta http-equiv") : text.index('\n<meta name="viewport"')], "") == made
