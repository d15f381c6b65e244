"""The page of downloads lists every file as it is, pages lead to their handouts, and the checksums hold."""

from __future__ import annotations

import datetime
import json
import subprocess
from pathlib import Path

import pytest

from scripts.artefacts.book.facts import Facts
from scripts.artefacts.checksums import write_sums
from scripts.artefacts.downloads import kind_of, size_of, write_downloads
from scripts.artefacts.errors import BuildError
from scripts.artefacts.written import SUMS, Written
from scripts.compiling.compile import knowledge_of
from scripts.rendering.registry import MACROS
from tests.markup import parse
from tests.rendering.support import view_of
from tests.support import ROOT

REAL = knowledge_of(ROOT)
FACTS = Facts("T", "1.2.3", datetime.date(2026, 11, 22), datetime.date(2027, 11, 22), "https://example.org/", ())
BOOK = Written("book.pdf", "The whole book: T", "everyone", 459, 5_249_317)
DECK = Written("flashcards.apkg", "A deck", "trainees", None, 49_503)
SHEETS = [
    Written(f"handout-questions-{paper}.pdf", f"Questions ({words})", "patients", 2, 35_882)
    for paper, words in (("a4", "A4"), ("us-letter", "US Letter"))
]
FOOT = '<article><footer class="page-facts">\n<p>Last read</p></footer></article>'


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """What the generator leaves: the page of downloads with its empty places, and a patients' page."""
    lists = "".join(
        str(MACROS["downloads"](view_of(REAL, "downloads"), name))
        for name in ("patients", "clinicians", "trainees", "everyone")
    )
    for url, text in {"downloads": lists, "patients/questions": FOOT, "patients/glossary": FOOT}.items():
        (tmp_path / url).mkdir(parents=True)
        (tmp_path / url / "index.html").write_text(text, encoding="utf-8")
    return tmp_path


def text_of(site: Path, url: str) -> str:
    return parse((site / url / "index.html").read_text(encoding="utf-8")).text


def test_every_file_is_listed_for_its_readers_with_pages_size_version_and_day(site: Path) -> None:
    write_downloads(REAL, FACTS, [BOOK, DECK, *SHEETS], site)
    text = text_of(site, "downloads")
    assert "The whole book: T (PDF, 459 pages, 5.2 MB; version 1.2.3, 22 November 2026)" in text
    assert "A deck (deck for Anki, 50 kB; version 1.2.3, 22 November 2026)" in text
    assert "Questions to ask: A4, Questions to ask (PDF, 2 pages, 36 kB), US Letter" in text
    assert text.index("Questions to ask") < text.index("A deck") < text.index("The whole book")
    assert "This copy of the page has no list" not in text


def test_the_list_is_there_as_data(site: Path) -> None:
    write_downloads(REAL, FACTS, [BOOK], site)
    data = json.loads((site / "downloads/index.json").read_text(encoding="utf-8"))
    assert (data["version"], data["date"]) == ("1.2.3", "2026-11-22")
    assert data["files"] == [
        {"name": "book.pdf", "title": BOOK.title, "audience": "everyone", "pages": 459, "bytes": 5_249_317}
    ]


def test_a_page_leads_to_its_handouts_and_others_do_not(site: Path) -> None:
    write_downloads(REAL, FACTS, SHEETS, site)
    assert text_of(site, "patients/questions") == (
        "Print this page as a one-sheet handout: A4, US Letter (PDF). Last read"
    )
    links = parse((site / "patients/questions/index.html").read_text(encoding="utf-8")).all("a")
    assert [link.attrs["href"] for link in links] == [f"../../downloads/{item.name}" for item in SHEETS]
    assert text_of(site, "patients/glossary") == "Last read"


def test_a_file_for_readers_without_a_list_stops_the_build(site: Path) -> None:
    stray = Written("notes.pdf", "Notes", "maintainers", 1, 10)
    with pytest.raises(BuildError) as error:
        write_downloads(REAL, FACTS, [stray], site)
    assert str(error.value) == "downloads.md: no list for notes.pdf, expected downloads(...) for each audience"


def test_sizes_and_kinds_are_said_as_readers_know_them() -> None:
    assert [size_of(Written("x", "", "", None, count)) for count in (12, 999_499, 1_000_000)] == [
        "1 kB", "999 kB", "1.0 MB",
    ]  # fmt: skip
    names = ("a.pdf", "a.epub", "a-text.html", "a-offline.zip")
    assert [kind_of(Written(name, "", "", None, 1)) for name in names] == ["PDF", "EPUB", "web page", "ZIP archive"]


def test_the_checksums_are_those_of_every_file_and_notice_a_change(site: Path) -> None:
    folder = site / "downloads"
    for name in ("book.pdf", "a deck.apkg"):
        (folder / name).write_bytes(name.encode())
    write_sums(folder, leave_out={"index.html"})
    lines = (folder / SUMS).read_text(encoding="utf-8").splitlines()
    assert [line.split("  ", 1)[1] for line in lines] == ["a deck.apkg", "book.pdf"]
    check = ["sha256sum", "--check", "--quiet", SUMS]
    assert subprocess.run(check, cwd=folder, check=False).returncode == 0
    (folder / "book.pdf").write_bytes(b"changed")
    assert subprocess.run(check, cwd=folder, check=False, capture_output=True).returncode == 1
