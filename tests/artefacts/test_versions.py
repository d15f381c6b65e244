"""Readers see which version they have, what changed with each, and find the books of released ones unchanged."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from scripts.artefacts.book.facts import Facts
from scripts.artefacts.versions import write_versions
from scripts.compiling.compile import knowledge_of
from scripts.model.knowledge import Knowledge
from scripts.project import Project
from tests.markup import parse
from tests.support import small_project

FACTS = Facts("A title", "1.3.0", datetime.date(2026, 11, 22), datetime.date(2027, 11, 22), "https://example.org/", ())
PAGE = """---
id: versions
title: Versions
description: Every version.
audience: everyone
reviewed: 2026-11-22
review_due: 2027-11-22
---
# Versions {: #versions-top }

Words.
"""
CHANGES = """# Changelog

## [Unreleased]

- Soon.

## [1.2.0] - 2026-10-02

### Added

- A thing with `code`.
"""
BOOK = "kb-book-1.2.0-2026-10-02.pdf"
BUILT = '<h2>Every</h2><p id="versions-list"><strong>None.</strong></p><p class="page-version"></p>'


@pytest.fixture
def project(tmp_path: Path) -> Project:
    files = {"docs/about/versions.md": PAGE, "CHANGELOG.md": CHANGES, f"released/{BOOK}": "as it was"}
    return small_project(tmp_path, files)


@pytest.fixture
def site(project: Project, knowledge: Knowledge) -> Path:
    site = project.root / "out"
    for page in knowledge.pages.values():
        (site / page.url).mkdir(parents=True, exist_ok=True)
        (site / page.url / "index.html").write_text(BUILT, encoding="utf-8")
    write_versions(knowledge, project, site, FACTS)
    return site


@pytest.fixture
def knowledge(project: Project) -> Knowledge:
    return knowledge_of(project.root)


def test_each_page_says_its_version_and_leads_to_what_changed(site: Path, knowledge: Knowledge) -> None:
    for page in knowledge.pages.values():
        foot = parse((site / page.url / "index.html").read_text(encoding="utf-8")).one("p.page-version")
        assert foot.text == "Version 1.3.0, 22 November 2026. What changed"
        assert (site / page.url / foot.one("a").attrs["href"]).resolve() == (site / "about/versions").resolve()


def test_the_page_lists_versions_with_their_changes_and_books(site: Path) -> None:
    page = parse((site / "about/versions/index.html").read_text(encoding="utf-8"))
    assert [head.text for head in page.all("h3")] == ["Not yet released", "Version 1.2.0, 2 October 2026"]
    assert [head.attrs["id"] for head in page.all("h3")] == ["v-unreleased", "v-1-2-0"]
    assert [head.text for head in page.all("h4")] == ["Added"]
    assert [item.text for item in page.all("li")] == ["Soon.", "A thing with code."]
    links = [link.attrs["href"] for link in page.all("a") if link.attrs["href"].endswith(".pdf")]
    assert links == [f"../../downloads/{BOOK}"]


def test_the_book_of_a_released_version_stays_as_it_was(site: Path) -> None:
    assert (site / "downloads" / BOOK).read_text(encoding="utf-8") == "as it was"
