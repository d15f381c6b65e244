"""What machines read of a page: true, complete, and in words that schema.org knows."""

from __future__ import annotations

import json
import shutil
import xml.etree.ElementTree as ElementTree
from pathlib import Path
from typing import Any

import pytest

from scripts.artefacts.edition import edition_of
from scripts.artefacts.metadata import LICENCE, citation, cited_by_pages, script_text, site_address, write_metadata
from scripts.model.page import Page
from scripts.model.vocabulary import Audience
from scripts.project import Project
from tests.markup import Element
from tests.site.support import Site
from tests.support import ROOT

ADDRESS = "https://example.org/anal-dilation/"
MAPS = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
# The terms of schema.org that are relied on: type to its own and inherited properties, as far as they are used.
WORK = {"name", "url", "datePublished", "identifier"}
PAGE = {
    "@context", "@id", "url", "name", "description", "inLanguage", "audience", "lastReviewed", "dateModified",
    "isPartOf", "isAccessibleForFree", "license", "about", "citation",
}  # fmt: skip
TERMS: dict[str, set[str]] = {
    "MedicalWebPage": PAGE,
    "WebPage": PAGE | WORK,
    "WebSite": {"@id", "url", "name"},
    "MedicalProcedure": {"name"},
    "Patient": set(),
    "MedicalAudience": {"audienceType"},
    "Audience": {"audienceType"},
    "EducationalAudience": {"educationalRole"},
    "ScholarlyArticle": WORK, "Article": WORK, "Book": WORK, "Chapter": WORK, "Legislation": WORK,
    "Report": WORK, "Thesis": WORK, "CreativeWork": WORK,
}  # fmt: skip
NEEDED = PAGE - {"about", "citation"}


def data_of(document: Element) -> dict[str, Any]:
    (script,) = [e for e in document.one("head").all("script") if e.attrs.get("type") == "application/ld+json"]
    (text,) = script.children
    found: dict[str, Any] = json.loads(str(text))
    return found


def described(site: Site) -> list[tuple[Page, dict[str, Any]]]:
    return [(page, data_of(site.documents[page.url])) for page in site.knowledge.pages.values()]


def things(value: object) -> list[dict[str, Any]]:
    """Every thing with a type inside some data."""
    if isinstance(value, list):
        return [found for item in value for found in things(item)]
    if not isinstance(value, dict):
        return []
    return [value, *(found for item in value.values() for found in things(item))]


def test_every_page_is_described_in_words_that_schema_org_knows(site: Site) -> None:
    for page, data in described(site):
        assert data["@context"] == "https://schema.org"
        assert set(data) - {"@type"} >= NEEDED, page.path
        for thing in things(data):
            assert set(thing) - {"@type"} <= TERMS[thing["@type"]], (page.path, thing["@type"])


def test_the_description_is_that_of_the_front_matter(site: Site) -> None:
    for page, data in described(site):
        front = page.front
        assert data["@id"] == data["url"] == f"{ADDRESS}{page.url}"
        assert (data["name"], data["description"]) == (front.title, front.description)
        assert data["lastReviewed"] == data["dateModified"] == front.reviewed.isoformat()
        assert (data["inLanguage"], data["license"]) == ("en", LICENCE)


def test_pages_on_the_subject_are_medical_and_pages_on_the_site_are_not(site: Site) -> None:
    for page, data in described(site):
        medical = not page.path.startswith("about/")
        assert data["@type"] == ("MedicalWebPage" if medical else "WebPage"), page.path
        assert ("about" in data) == medical
    kinds = {page.front.audience: [found["@type"] for found in data["audience"]] for page, data in described(site)}
    assert kinds[Audience.PATIENTS][0] == "Patient"
    assert kinds[Audience.CLINICIANS] == ["MedicalAudience"]


def test_nothing_claims_a_reviewer_an_author_or_a_publisher(site: Site) -> None:
    claims = {"reviewedBy", "author", "creator", "editor", "publisher", "funder", "sponsor", "endorsers", "rating"}
    for page, data in described(site):
        assert not [name for thing in things(data) for name in thing if name in claims], page.path


def sources_of(site: Site, page: Page) -> set[str]:
    """The sources of a page's reference list, or of the claims that it lists."""
    article = site.articles[page.url]
    rows = [row for kind in (".reference__uses", ".claim__sources", ".trace__item") for row in article.all(kind)]
    found = {link.attrs["href"] for row in rows for link in row.all("a")}
    return {address.partition("#")[2] for address in found if address.partition("#")[0].endswith("sources/")}


def test_every_citation_is_a_source_of_the_page_and_every_source_is_cited(site: Site) -> None:
    pages = 0
    for page, data in described(site):
        expected = [citation(site.knowledge.sources[name]) for name in sources_of(site, page)]
        found = data.get("citation", [])
        assert all(entry in found for entry in expected), page.path
        known = [citation(source) for source in site.knowledge.sources.values()]
        assert all(entry in known for entry in found), page.path
        if site.articles[page.url].all("ol.references"):
            assert len(found) == len(expected) == len(site.articles[page.url].all("li.reference")), page.path
            pages += 1
    assert pages > 20


def test_a_citation_has_a_name_and_the_address_that_the_source_has(site: Site) -> None:
    for source in site.knowledge.sources.values():
        entry = citation(source)
        assert entry["name"] == source.title
        assert ("identifier" in entry) == bool(source.doi)
        assert ("url" in entry) == any((source.doi, source.url, source.pmid, source.pmcid))
        assert str(entry.get("url", "https://")).startswith("http")
        assert source.doi is None or entry["url"] == f"https://doi.org/{source.doi}"


@pytest.mark.parametrize("text", ["</script><b>", "<!--", "]]>", "a & b", "\u2028", 'quote " and \\', "é 日"])
def test_no_text_can_leave_the_script(text: str) -> None:
    written = script_text({"name": text})
    assert not set(written) & set("<>&\u2028\u2029")
    assert json.loads(written) == {"name": text}


def metas(document: Element) -> dict[str, str]:
    found = document.one("head").all("meta")
    return {e.attrs.get("property") or e.attrs.get("name", ""): e.attrs.get("content", "") for e in found}


def test_a_preview_shows_the_page_s_own_title_and_words(site: Site) -> None:
    for page in site.knowledge.pages.values():
        document = site.documents[page.url]
        found = metas(document)
        assert (found["og:title"], found["og:description"]) == (page.front.title, page.front.description)
        assert found["og:url"] == f"{ADDRESS}{page.url}"
        assert found["og:type"] == ("article" if page.url else "website")
        assert (found["og:locale"], found["twitter:card"]) == ("en_GB", "summary")
        assert not [name for name in found if "image" in name]
        assert ("og:site_name" in found) == (page.front.audience != "patients"), page.path
        canonical = [e.attrs["href"] for e in document.one("head").all("link") if e.attrs.get("rel") == "canonical"]
        assert canonical == [f"{ADDRESS}{page.url}"]


def test_a_reference_manager_takes_down_a_page_with_the_body_that_wrote_it(site: Site) -> None:
    for page in site.knowledge.pages.values():
        found = [e.attrs for e in site.documents[page.url].one("head").all("meta")]
        tags = [(e["name"], e["content"]) for e in found if e.get("name", "").startswith("citation_")]
        assert tags == [
            ("citation_title", page.front.title),
            ("citation_author", "The contributors"),
            ("citation_publication_date", page.front.reviewed.isoformat().replace("-", "/")),
            ("citation_language", "en"),
            ("citation_public_url", f"{ADDRESS}{page.url}"),
        ], page.path


def test_the_sitemap_holds_every_page_with_the_day_of_its_review(site: Site) -> None:
    root = ElementTree.parse(site.folder / "sitemap.xml").getroot()  # noqa: S314 - our own
    found = [(row.findtext(f"{MAPS}loc"), row.findtext(f"{MAPS}lastmod")) for row in root]
    pages = site.knowledge.pages.values()
    assert sorted(found) == sorted((f"{ADDRESS}{page.url}", page.front.reviewed.isoformat()) for page in pages)
    assert not (site.folder / "sitemap.xml.gz").exists()


def test_crawlers_may_read_everything(site: Site) -> None:
    lines = (site.folder / "robots.txt").read_text(encoding="utf-8").splitlines()
    assert lines[1:] == ["User-agent: *", "Allow: /", f"Sitemap: {ADDRESS}sitemap.xml"]


def test_the_same_pages_are_described_in_the_same_words(site: Site, tmp_path: Path) -> None:
    texts = []
    for name in ("one", "two"):
        copy = tmp_path / name
        for page in site.knowledge.pages.values():
            (copy / page.url).mkdir(parents=True, exist_ok=True)
            shutil.copy(site.folder / page.url / "index.html", copy / page.url / "index.html")
        cited = cited_by_pages(site.knowledge, copy)
        write_metadata(site.knowledge, "Anal dilation", copy, edition_of(Project(ROOT)), cited)
        texts.append({path.relative_to(copy): path.read_bytes() for path in sorted(copy.rglob("*")) if path.is_file()})
    assert texts[0] == texts[1]


def test_a_site_without_an_address_is_left_as_it_is(site: Site, tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("<html><head></head></html>", encoding="utf-8")
    assert site_address(tmp_path) is None
    write_metadata(site.knowledge, "Anal dilation", tmp_path, edition_of(Project(ROOT)), {})
    assert [path.name for path in tmp_path.iterdir()] == ["index.html"]


@pytest.mark.parametrize(
    "link",
    ['<link rel="canonical" href="https://a.example/b/">', "<link rel=canonical href=https://a.example/b/>",
     "<link href=https://a.example/b/ rel=canonical>"],
)  # fmt: skip
def test_the_address_is_found_however_it_is_written(tmp_path: Path, link: str) -> None:
    (tmp_path / "index.html").write_text(f"<head>{link}</head>", encoding="utf-8")
    assert site_address(tmp_path) == "https://a.example/b/"
