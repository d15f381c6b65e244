"""References as the citation processor formats them, in NLM's style; a title is text, whatever it holds."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from scripts.compiling.references import format_references
from scripts.model.source import Source
from tests.markup import Element, parse

READING = {"kind": "rct", "population": "adult", "seen": "abstract", "linkable": True}
AUTHORS = [{"family": "Doe", "given": "Jane Mary"}, {"family": "van der Berg", "given": "A."}]
ITEMS: dict[str, dict[str, object]] = {
    "article": {
        "type": "article-journal", "title": "A trial", "author": AUTHORS, "container-title": "A Journal",
        "issued": {"date-parts": [[2020, 5]]}, "volume": "7", "issue": "2", "page": "101-109",
        "DOI": "10.1234/j.2020-1", "PMID": "31234567", "PMCID": "PMC7654321",
    },
    "page": {
        "type": "webpage", "title": "Dilation at home", "author": [{"literal": "A hospital"}],
        "issued": {"date-parts": [[2021]]}, "URL": "https://example.org/leaflet?a=1&b=2",
    },
    "unlinkable": {
        "type": "report", "title": "A leaflet on paper", "author": [{"literal": "A clinic"}],
        "custom": {**READING, "linkable": False},
    },
    "signs": {"type": "report", "title": "Healing if p < 0.05 & n > 30"},
    "script": {"type": "report", "title": "Retracted: <script>alert(1)</script> and </div> in a title"},
    "macro": {"type": "report", "title": "A {{ 7*7 }} and **bold** and [x](javascript:alert(1)) title"},
}  # fmt: skip


def source(name: str, fields: Mapping[str, object]) -> Source:
    return Source.model_validate({"id": name, "custom": READING, **fields}, strict=False)


@pytest.fixture(scope="module")
def formatted(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    sources = {name: source(name, fields) for name, fields in ITEMS.items()}
    return format_references(sources, tmp_path_factory.mktemp("cache"))


def entry(formatted: Mapping[str, str], name: str) -> Element:
    return parse(f"<div>{formatted[name]}</div>").one("div")


def test_every_source_has_a_reference(formatted: dict[str, str]) -> None:
    assert set(formatted) == set(ITEMS)


def test_a_journal_article_is_cited_as_nlm_does(formatted: dict[str, str]) -> None:
    reference = entry(formatted, "article")
    assert reference.text == (
        "Doe JM, van der Berg A. A trial. A Journal. 2020 May;7(2):101–9. doi:10.1234/j.2020-1 "
        "PubMed PMID: 31234567; PubMed Central PMCID: PMC7654321."
    )
    assert [link.attrs["href"] for link in reference.all("a")] == [
        "https://doi.org/10.1234/j.2020-1",
        "https://www.ncbi.nlm.nih.gov/pubmed/31234567",
        "https://www.ncbi.nlm.nih.gov/pmc/articles/PMC7654321",
    ]


def test_a_web_page_is_cited_with_its_address(formatted: dict[str, str]) -> None:
    assert entry(formatted, "page").text == (
        "A hospital. Dilation at home [Internet]. 2021. Available from: https://example.org/leaflet?a=1&b=2"
    )
    assert [link.attrs["href"] for link in entry(formatted, "page").all("a")] == [ITEMS["page"]["URL"]]


def test_a_source_without_an_address_has_no_link(formatted: dict[str, str]) -> None:
    assert entry(formatted, "unlinkable").text == "A clinic. A leaflet on paper."
    assert not entry(formatted, "unlinkable").all("a")


@pytest.mark.parametrize("name", ["signs", "script", "macro"])
def test_a_title_is_text_whatever_it_holds(formatted: dict[str, str], name: str) -> None:
    assert entry(formatted, name).text == f"{ITEMS[name]['title']}."
    assert [element.tag for element in entry(formatted, name).walk()] == ["div"]


def test_references_are_kept_until_a_source_changes(tmp_path: Path) -> None:
    first = {"signs": source("signs", ITEMS["signs"])}
    format_references(first, tmp_path)
    (kept,) = tmp_path.glob("references-*.json")
    kept.write_text('{"signs": "kept"}', encoding="utf-8")
    assert format_references(first, tmp_path) == {"signs": "kept"}
    changed = {"signs": source("signs", {"type": "report", "title": "Another title"})}
    assert format_references(changed, tmp_path) == {"signs": "Another title."}
