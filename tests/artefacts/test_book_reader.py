"""pdf.js, the reader in Firefox, opens the PDFs: pages, outline, words in order, kinds of structure, fields."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import unicodedata
from pathlib import Path
from typing import Any

import pytest

from tests.artefacts.pdfs import Pdfs, outline
from tests.artefacts.pdfs import pages as poppler_pages
from tests.support import ROOT

READER = Path(sys.prefix) / "pdf"  # put there by `make test`
PAGES = (1, 4, 30, 100)


def read(path: Path, *pages: int) -> dict[str, Any]:
    """What pdf.js sees in a PDF, and on some of its pages."""
    command = [shutil.which("node") or "node", str(ROOT / "tools/pdf/read.mjs"), str(path), *map(str, pages)]
    done = subprocess.run(command, cwd=READER, capture_output=True, text=True, check=True)
    found: dict[str, Any] = json.loads(done.stdout[done.stdout.index("{") :])
    return found


def letters(text: str) -> str:
    """The letters and figures of a text, since readers differ in what they do with bullets and broken words."""
    return "".join(sorted(filter(str.isalnum, unicodedata.normalize("NFKC", text))))


@pytest.fixture(scope="module")
def book(pdfs: Pdfs) -> dict[str, Any]:
    return read(pdfs.book, *PAGES)


def test_the_book_has_its_pages_title_and_language(pdfs: Pdfs, book: dict[str, Any]) -> None:
    home = next(page for page in pdfs.knowledge.pages.values() if not page.url)
    assert (book["title"], book["language"], book["marked"]["Marked"]) == (home.front.title, "en-GB", True)
    assert book["pages"] == len(poppler_pages(pdfs.book))


def test_the_outline_leads_where_it_should(pdfs: Pdfs, book: dict[str, Any]) -> None:
    assert [tuple(entry) for entry in book["outline"]] == [(e.level, e.title, e.page) for e in outline(pdfs.book)]


def test_the_words_of_a_page_are_those_that_poppler_reads(pdfs: Pdfs, book: dict[str, Any]) -> None:
    texts = poppler_pages(pdfs.book)
    for number in PAGES:
        assert letters(book["shown"][str(number)]["text"]) == letters(texts[number - 1]), number


def test_a_page_has_headings_and_lists_for_a_screen_reader(book: dict[str, Any]) -> None:
    kinds = set(book["shown"]["4"]["kinds"])  # the warning signs
    assert {"H1", "H2", "L", "LI", "LBody"} <= kinds


def test_every_field_of_the_diary_can_be_reached(pdfs: Pdfs) -> None:
    found = read(pdfs.folder / "diary.pdf")
    assert (found["pages"], len(found["fields"])) == (2, 212)
