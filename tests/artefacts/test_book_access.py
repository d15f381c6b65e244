"""Every PDF keeps the conditions of PDF/UA that a machine can check, and each condition catches its fault."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest

from scripts.artefacts.book.conditions import CONDITIONS, faults
from scripts.artefacts.book.engine import STANDARDS, compiled
from scripts.artefacts.book.finish import finished
from scripts.artefacts.book.tree import elements
from tests.artefacts.pdfs import Pdfs, pages
from tests.support import ROOT

_SMALL = """
#set document(title: "Small")
#set text(lang: "en", region: "GB")
= One <one>
Text with #link("https://example.org/")[a link].
== Two
#table(columns: 2, table.header[A][B], [1], [2])
#figure(alt: "a box", kind: "box", supplement: none, rect())
- one
- two
"""
Break = Callable[[pikepdf.Pdf], None]


def test_every_pdf_keeps_every_condition(pdfs: Pdfs) -> None:
    found = {item.name: faults(pdfs.folder / item.name) for item in pdfs.written}
    assert {name: listed[:5] for name, listed in found.items() if listed} == {}


def test_poppler_reads_every_pdf_without_a_complaint(pdfs: Pdfs) -> None:
    for item in pdfs.written:
        assert len(pages(pdfs.folder / item.name)) == item.pages  # `pages` fails where poppler says anything


def test_books_are_made_to_be_kept(pdfs: Pdfs) -> None:
    with pikepdf.open(pdfs.book) as pdf, pdf.open_metadata() as metadata:
        assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("2", "A")


def _first(pdf: pikepdf.Pdf, kind: str) -> pikepdf.Object:
    return next(element.node for element in elements(pdf) if element.kind == kind)


def _without(key: str, *path: str) -> Break:
    def change(pdf: pikepdf.Pdf) -> None:
        thing: pikepdf.Object = pdf.Root
        for name in path:
            thing = thing[name]
        del thing[key]

    return change


def _kind(old: str, new: str) -> Break:
    def change(pdf: pikepdf.Pdf) -> None:
        _first(pdf, old).S = pikepdf.Name(new)

    return change


def _no_uaid(pdf: pikepdf.Pdf) -> None:
    with pdf.open_metadata() as metadata:
        del metadata["pdfuaid:part"]


def _unmarked(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].contents_add(b"0 0 9 9 re f")


def _empty(pdf: pikepdf.Pdf) -> None:
    pdf.add_blank_page()


def _link(pdf: pikepdf.Pdf) -> None:
    del pdf.pages[0].Annots[0]["/Contents"]


def _tabs(pdf: pikepdf.Pdf) -> None:
    del pdf.pages[0]["/Tabs"]


def _font(pdf: pikepdf.Pdf) -> None:
    for font in pdf.pages[0].Resources.Font.values():
        del font["/ToUnicode"]


def _scope(pdf: pikepdf.Pdf) -> None:
    del _first(pdf, "/TH")["/A"]


def _row_head(pdf: pikepdf.Pdf) -> None:
    cell = next(element.node for element in elements(pdf) if element.kind == "/TBody").K[0].K[0]
    cell.S = pikepdf.Name.TD


def _alternative(pdf: pikepdf.Pdf) -> None:
    del _first(pdf, "/Figure")["/Alt"]


BREAKS: dict[str, Break] = {
    "tagged": _without("/Marked", "/MarkInfo"),
    "language": _without("/Lang"),
    "titled": _without("/ViewerPreferences"),
    "identified": _no_uaid,
    "marked": _unmarked,
    "headings": _kind("/H1", "/P"),
    "tables": _scope,
    "row_heads": _row_head,
    "lists": _kind("/LI", "/P"),
    "figures": _alternative,
    "notes": _link,
    "tabs": _tabs,
    "fonts": _font,
    "full": _empty,
    "roles": _kind("/P", "/Nonsense"),
}


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("small") / "small.pdf"
    path.write_bytes(finished(compiled(_SMALL, 0, STANDARDS)))
    return path


def test_a_sound_document_has_no_fault(small: Path) -> None:
    assert faults(small) == []


def test_every_condition_is_tried() -> None:
    assert set(BREAKS) == {condition.__name__ for condition in CONDITIONS}


def test_the_table_for_maintainers_says_what_is_tested() -> None:
    table = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    for condition in CONDITIONS:
        numbers, _, words = " ".join(str(condition.__doc__).split()).partition(": ")
        assert f"| `{condition.__name__}` | {numbers} | {words} |\n" in table


@pytest.mark.parametrize("name", BREAKS)
def test_a_condition_catches_its_fault(small: Path, tmp_path: Path, name: str) -> None:
    broken = tmp_path / "broken.pdf"
    with pikepdf.open(small) as pdf:
        BREAKS[name](pdf)
        pdf.save(broken)
    assert name in {fault.partition(":")[0] for fault in faults(broken)}
