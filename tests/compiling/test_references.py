"""Each source is formatted once by the citation style, and again only when a source has changed."""

from __future__ import annotations

from pathlib import Path

from scripts.compiling.compile import compile_project, knowledge_of
from scripts.compiling.references import format_references
from tests.support import edited, small_project, write_files

SOURCES = "docs/evidence/sources.json"


def test_references_are_those_of_the_style(tmp_path: Path) -> None:
    references = knowledge_of(small_project(tmp_path).root).references
    assert set(references) == {"leaflet-2021", "trial-2020"}
    assert references["trial-2020"] == (
        "Doe J, Roe R. A trial of controlled dilation. A Journal. 2020;7:1–9. "
        'doi:<a href="https://doi.org/10.1234/journal.2020-001">10.1234/journal.2020-001</a> '
        'PubMed PMID: <a href="https://www.ncbi.nlm.nih.gov/pubmed/31234567">31234567</a>; PubMed Central '
        'PMCID: <a href="https://www.ncbi.nlm.nih.gov/pmc/articles/PMC7654321">PMC7654321</a>.'
    )


def test_they_are_kept_while_the_sources_stay_the_same(tmp_path: Path) -> None:
    sources = compile_project(small_project(tmp_path / "base")).knowledge.sources
    first = format_references(sources, tmp_path / "cache")
    (kept,) = (tmp_path / "cache").glob("references-*.json")
    kept.write_text('{"trial-2020": "from the cache"}', encoding="utf-8")
    assert format_references(sources, tmp_path / "cache") == {"trial-2020": "from the cache"}
    kept.unlink()
    assert format_references(sources, tmp_path / "cache") == first


def test_a_changed_source_is_formatted_again(tmp_path: Path) -> None:
    project = small_project(tmp_path)
    before = knowledge_of(project.root).references["trial-2020"]
    write_files(project, {SOURCES: edited(SOURCES, "A trial of", "A large trial of")})
    after = knowledge_of(project.root).references["trial-2020"]
    assert after == before.replace("A trial of", "A large trial of")


def test_what_could_be_markup_in_a_title_is_text(tmp_path: Path) -> None:
    title = "A <script>alert(1)</script> *bold* & [linked](x) trial"
    project = small_project(tmp_path, {SOURCES: edited(SOURCES, "A trial of controlled dilation", title)})
    reference = knowledge_of(project.root).references["trial-2020"]
    assert "<script" not in reference
    assert "&amp;" in reference
