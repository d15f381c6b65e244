"""References to take along, read back by other readers than our own: same number, same fields, no sign lost."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

import pytest
import rispy
from bibtexparser.entrypoint import parse_string as read_bibtex
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
from pybtex.database import Entry, Person, parse_string
from pylatexenc.latex2text import LatexNodes2Text

from scripts.artefacts.exports.bibtex import bibtex
from scripts.artefacts.exports.csl import csl_json
from scripts.artefacts.exports.ris import ris
from scripts.artefacts.exports.write import formatted, write_citations
from scripts.artefacts.metadata import cited_by_pages
from scripts.compiling.compile import knowledge_of
from scripts.compiling.references import STYLE
from scripts.model.cite import FORMS
from scripts.model.source import Name, Source
from tests.site.support import EVIDENCE, Site
from tests.support import ROOT

REAL = list(knowledge_of(ROOT).sources.values())
# What a file of references is known to break at: the signs of TeX, braces, several scripts, bodies with "and" in them.
HOSTILE = Source.model_validate_json(
    json.dumps(
        {
            "id": "hostile-2026", "type": "report", "publisher": "Smith & Sons",
            "title": "{A} 100 % \\test of #1 & $2_x ~ {[β] É İı ş ҫ} 日本 “quoted” — and {unbalanced",
            "author": [
                {"literal": "Health and Care, Ltd & Co."},
                {"family": "O’Connell Müller", "given": "P. Ronan", "suffix": "Jr", "non-dropping-particle": "de la"},
            ],
            "issued": {"date-parts": [[2026, 2, 3]]}, "page": "e12-e19", "number": "14-0002-EF", "language": "no",
            "DOI": "10.1000/a_b(c)%3C1::aid#x", "URL": "https://example.org/a_b%20c?d=1&e=~f#g",
            "custom": {"kind": "cohort", "population": "both", "seen": "abstract", "linkable": True},
        }
    )
)  # fmt: skip
ALL = [*REAL, HOSTILE]
IDS = [source.id for source in ALL]


def plain(text: str) -> str:
    """BibTeX's text as it is read: commands undone, and the braces that hold a title together gone."""
    # pylatexenc knows neither of these commands.
    for command, sign in ((r"\textbraceleft{}", "\ue000"), (r"\textbraceright{}", "\ue001")):
        text = text.replace(command, sign)
    read: str = LatexNodes2Text(keep_braced_groups=False).latex_to_text(text)
    return read.replace("\ue000", "{").replace("\ue001", "}")


def dates(source: Source) -> tuple[int, ...]:
    return source.issued.date_parts[0] if source.issued else ()


@pytest.fixture(scope="module")
def entries() -> Mapping[str, Entry]:
    found: Mapping[str, Entry] = parse_string(bibtex(ALL), "bibtex").entries
    return found


def test_pybtex_finds_every_source_with_every_field(entries: Mapping[str, Entry]) -> None:
    assert list(entries) == IDS
    for source in ALL:
        fields = {name.lower(): value for name, value in entries[source.id].fields.items()}
        assert plain(fields["title"]) == source.title
        whole = [fields[name] for name in ("journal", "booktitle", "howpublished") if name in fields]
        assert [plain(text) for text in whole] == [text for text in [source.container_title] if text]
        assert (fields.get("doi"), fields.get("url")) == (source.doi, source.url)
        assert (fields.get("pmid"), fields.get("pmcid")) == (source.pmid, source.pmcid)
        assert (fields.get("volume"), fields.get("language")) == (source.volume, source.language)
        assert plain(fields.get("number", "")) == (source.issue or source.number or "")
        assert fields.get("pages", "").replace("--", "-") == (source.page or "")
        publishers = [fields[name] for name in ("publisher", "institution", "school") if name in fields]
        assert [plain(text) for text in publishers] == [text for text in [source.publisher] if text]
        assert plain(fields.get("eventtitle", "")) == (source.event_title or "")


def test_pybtex_finds_the_date_to_the_day(entries: Mapping[str, Entry]) -> None:
    for source in ALL:
        fields = entries[source.id].fields
        parts = dates(source)
        assert fields.get("year", "") == "".join(map(str, parts[:1]))
        assert ("month" in fields) == (len(parts) > 1)
        if len(parts) > 1:
            assert tuple(map(int, fields["date"].split("-"))) == parts


def test_pybtex_finds_every_person_and_takes_no_body_for_one(entries: Mapping[str, Entry]) -> None:
    for source in ALL:
        people = entries[source.id].persons.get("author", [])
        assert [name_of(person) for person in people] == [(n.literal or family(n), n.given) for n in source.author]


def name_of(person: Person) -> tuple[str, str | None]:
    words = [*person.prelast_names, *person.last_names]
    return plain(" ".join(words)), plain(" ".join([*person.first_names, *person.middle_names])) or None


def family(name: Name) -> str:
    return " ".join(part for part in (name.non_dropping_particle, name.family) if part)


def test_bibtexparser_finds_the_same_and_fails_at_nothing() -> None:
    library = read_bibtex(bibtex(ALL))
    assert library.failed_blocks == []
    assert [entry.key for entry in library.entries] == IDS
    for source, entry in zip(ALL, library.entries, strict=True):
        found = {field.key: field.value for field in entry.fields}
        assert plain(found["title"]) == source.title
        assert found.get("year") == (str(source.year) if source.year else None)


def test_no_title_loses_its_capitals() -> None:
    # Styles lower the capitals of a title that does not stand in braces of its own.
    titles = re.findall(r"^  title = (.*),?$", bibtex(ALL), re.MULTILINE)
    assert len(titles) == len(ALL)
    assert all(re.fullmatch(r"\{\{.*\}\},?", title) for title in titles)


def test_rispy_finds_every_source_with_every_field() -> None:
    records = rispy.loads(ris(ALL))
    assert [record["id"] for record in records] == IDS
    for source, record in zip(ALL, records, strict=True):
        pages = "-".join(part for part in (record.get("start_page"), record.get("end_page")) if part)
        day = "/".join(f"{part:02}" for part in dates(source))
        assert not [key for key in record if "unknown" in key]
        assert {
            "title": record["title"], "whole": record.get("secondary_title"), "doi": record.get("doi"),
            "url": record.get("urls", [None])[0], "volume": record.get("volume"), "issue": record.get("number"),
            "page": pages, "date": record.get("date", ""), "year": record.get("year"),
            "pmid": record.get("accession_number"), "pmcid": record.get("custom2"), "event": record.get("custom3"),
            "language": record.get("language"), "publisher": record.get("publisher"), "number": record.get("note"),
            "authors": record.get("authors", []),
        } == {
            "title": source.title, "whole": source.container_title, "doi": source.doi,
            "url": source.url, "volume": source.volume, "issue": source.issue,
            "page": source.page or "", "date": day, "year": str(source.year) if source.year else None,
            "pmid": source.pmid, "pmcid": source.pmcid, "event": source.event_title,
            "language": source.language, "publisher": source.publisher, "number": source.number,
            "authors": [n.literal or ", ".join(p for p in (family(n), n.given, n.suffix) if p) for n in source.author],
        }  # fmt: skip


def test_the_lines_of_ris_end_as_its_readers_want_them() -> None:
    text = ris(ALL)
    assert text.count("\n") == text.count("\r\n")
    assert text.endswith("ER  - \r\n")


def test_csl_json_is_what_the_file_holds_but_for_our_own_remarks() -> None:
    raw: list[dict[str, Any]] = json.loads((EVIDENCE / "sources.json").read_text(encoding="utf-8"))
    written = json.loads(csl_json(REAL))
    assert written == [{key: value for key, value in item.items() if key != "custom"} for item in raw]


@pytest.mark.filterwarnings("ignore")
def test_citeproc_formats_every_source_in_the_site_s_own_style() -> None:
    source = CiteProcJSON(json.loads(csl_json(REAL)))
    style = CitationStylesStyle(str(STYLE), validate=False)
    bibliography = CitationStylesBibliography(style, source, formatter.plain)
    for name in source:
        bibliography.register(Citation([CitationItem(name)]))
    entries = [words("".join(entry)) for entry in bibliography.bibliography()]
    assert len(entries) == len(REAL)
    for item, entry in zip(REAL, entries, strict=True):
        assert words(item.title)[:30] in entry, item.id
        assert str(item.year or "") in entry


def words(text: str) -> str:
    """The letters of a text: two processors differ in quotes, stops and the capital after a colon."""
    return re.sub(r"\W+", " ", text).casefold().strip()


def test_the_formatted_list_is_the_site_s_own_without_markup(site: Site) -> None:
    lines = formatted(REAL, site.knowledge.references).splitlines()
    assert len(lines) == len(REAL)
    for number, (line, source) in enumerate(zip(lines, REAL, strict=True), 1):
        shown = site.home("source", source.id).one(".reference__text").text
        assert line == f"{number}. {shown}"


def test_each_page_leads_to_what_it_cites_in_every_form(site: Site) -> None:
    pages = 0
    for page, article in site.pages():
        links = [link.attrs["href"] for take in article.all("p.take") for link in take.all("a")]
        if not article.all("li.reference"):
            assert links == [] or page.id == "sources"
            continue
        pages += 1
        assert links == ["../" * page.url.count("/") + f"cite/{page.id}.{ending}" for ending in FORMS]
        cited = [item.one(".reference__uses").all("a")[0].attrs["href"] for item in article.all("li.reference")]
        names = [address.partition("#")[2] for address in cited]
        files = {ending: (site.folder / f"cite/{page.id}.{ending}").read_text("utf-8") for ending in FORMS}
        assert [item["id"] for item in json.loads(files["json"])] == names, page.path
        assert list(parse_string(files["bib"], "bibtex").entries) == names, page.path
        assert [record["id"] for record in rispy.loads(files["ris"])] == names, page.path
        shown = [item.one(".reference__text").text for item in article.all("li.reference")]
        assert files["txt"].splitlines() == [f"{place}. {text}" for place, text in enumerate(shown, 1)], page.path
    assert pages > 20


def test_the_list_of_sources_leads_to_all_of_them(site: Site) -> None:
    links = [link.attrs["href"] for link in site.articles["evidence/sources/"].one("p.take").all("a")]
    assert links == [f"../../cite/all.{ending}" for ending in FORMS]
    found = json.loads((site.folder / "cite/all.json").read_text(encoding="utf-8"))
    assert [item["id"] for item in found] == [source.id for source in REAL]


def test_the_same_sources_give_the_same_bytes(site: Site) -> None:
    before = {path.name: path.read_bytes() for path in (site.folder / "cite").iterdir() if path.suffix[1:] in FORMS}
    write_citations(site.knowledge, site.folder, cited_by_pages(site.knowledge, site.folder))
    assert {name: (site.folder / "cite" / name).read_bytes() for name in before} == before
