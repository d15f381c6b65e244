"""What a visit costs is measured on the files that are sent, and said on the page about it."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts.artefacts.cost import HEAD, PAGES, measured, write_cost
from scripts.compiling.compile import knowledge_of
from scripts.model.knowledge import Knowledge
from tests.markup import parse
from tests.support import small_project

PAGE = """---
id: cost
title: Cost
description: What it costs.
audience: maintainers
reviewed: 2026-11-22
review_due: 2027-11-22
---
# Cost {: #cost-top }

Words.
"""


@pytest.fixture
def knowledge(tmp_path: Path) -> Knowledge:
    return knowledge_of(small_project(tmp_path / "kb", {"docs/about/cost.md": PAGE}).root)


@pytest.fixture
def site(tmp_path: Path, knowledge: Knowledge) -> Path:
    """Every page weighs 2,000 bytes on its way, the glossary 5,000; each loads 300 and 700 bytes besides."""
    site = tmp_path / "site"
    site.mkdir()
    for page in knowledge.pages.values():
        root = "../" * page.url.count("/")
        path = site / page.url / "index.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        text = f'<link rel="stylesheet" href="{root}style.css"><script src="{root}script.js" defer></script>'
        path.write_text(f'{text}<p id="cost-measured">Nothing.</p>', encoding="utf-8")
        path.with_name("index.html.br").write_bytes(b"x" * (5000 if page.id == "glossary" else 2000))
    (site / "style.css").write_bytes(b"x" * 900)
    (site / "style.css.br").write_bytes(b"x" * 300)
    (site / "script.js").write_bytes(b"x" * 700)
    return site


def test_a_visit_is_measured_as_it_is_sent(knowledge: Knowledge, site: Path) -> None:
    visit = measured(knowledge, site)
    assert (visit.first, visit.first_requests, visit.further) == (3000, 3, 2000)
    assert (visit.heaviest, visit.heaviest_page) == (5000, knowledge.pages["glossary"].front.title)
    assert visit.requests == 3 + PAGES - 1
    assert visit.bytes == 3000 + (PAGES - 1) * 2000 + visit.requests * HEAD
    assert visit.gigabytes == pytest.approx(visit.bytes / 1000)
    assert visit.millions == visit.requests


def test_the_page_says_what_was_measured_and_is_compressed_anew(knowledge: Knowledge, site: Path) -> None:
    visit = measured(knowledge, site)
    write_cost(knowledge, site)
    page = site / "about/cost/index.html"
    text = parse(page.read_text(encoding="utf-8")).text
    assert "Nothing." not in text
    for figure in (f"{visit.bytes:,}", f"{visit.first:,}", f"{visit.gigabytes:,.0f} GB", f"{visit.price:,.2f} a month"):
        assert figure in text
    assert page.with_name("index.html.br").read_bytes()[:3] != b"xxx"


def test_measuring_again_changes_nothing(knowledge: Knowledge, site: Path) -> None:
    visit = measured(knowledge, site)
    write_cost(knowledge, site)
    assert measured(knowledge, site) == visit
