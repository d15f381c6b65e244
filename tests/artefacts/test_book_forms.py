"""The forms can be filled in on a screen, field by field in reading order, and say nothing about treatment."""

from __future__ import annotations

import re

import pikepdf
from pikepdf.form import DefaultAppearanceStreamGenerator, Form

from scripts.artefacts.book.sheets import PAPERS, SIDES, pages_with_sheets
from scripts.artefacts.book.tree import elements
from scripts.artefacts.naming import copies_of
from scripts.project import Project
from tests.artefacts.pdfs import Pdfs, pages, squeezed
from tests.support import ROOT

_ORDERS = re.compile(r"start|stop|increase|reduce|goup|moveup|change(?!snothing)", re.IGNORECASE)


def fields(pdf: pikepdf.Pdf) -> dict[str, pikepdf.Object]:
    return {str(field.T): field for field in pdf.Root.AcroForm.Fields}


def test_the_diary_has_its_fields(pdfs: Pdfs) -> None:
    with pikepdf.open(pdfs.folder / "diary.pdf") as pdf:
        found = fields(pdf)
        lines = {int(name.split("-")[1]) for name in found if name.startswith("day-")}
        assert lines == set(range(1, len(lines) + 1))
        diary = copies_of(Project(ROOT), pdfs.knowledge).diary
        assert diary
        wanted = {line.id for line in diary.prescribed}
        wanted |= {f"day-{n}-{column.id}" for n in lines for column in diary.columns}
        assert set(found) == wanted
        assert len(found) == len(pdf.Root.AcroForm.Fields)
        assert {str(found["day-1-blood"].FT), str(found["day-1-note"].FT)} == {"/Btn", "/Tx"}


def test_every_question_of_the_page_can_be_ticked_and_answered(pdfs: Pdfs) -> None:
    text = squeezed("".join(pages(pdfs.folder / "questions-to-ask.pdf")))
    with pikepdf.open(pdfs.folder / "questions-to-ask.pdf") as pdf:
        found = fields(pdf)
        count = len(found) // 2
        assert set(found) == {f"{kind}-{n}" for n in range(1, count + 1) for kind in ("ask", "answer")}
        assert count == text.count("?") - sum(text.count(twice) for twice in ("else?Should", "same?May", "some?Why"))


def test_fields_are_gone_through_in_reading_order(pdfs: Pdfs) -> None:
    for name in ("diary.pdf", "questions-to-ask.pdf"):
        with pikepdf.open(pdfs.folder / name) as pdf:
            tagged = sum(element.kind == "/Form" for element in elements(pdf))
            assert tagged == len(pdf.Root.AcroForm.Fields) > 40


def test_a_field_keeps_what_is_written_in_it(pdfs: Pdfs) -> None:
    with pikepdf.open(pdfs.folder / "diary.pdf") as pdf:
        form = Form(pdf, DefaultAppearanceStreamGenerator)
        form["size"].value = "as prescribed"
        assert str(fields(pdf)["size"].V) == "as prescribed"


def test_the_forms_give_no_orders_and_show_the_red_flags(pdfs: Pdfs) -> None:
    for path, times in (("diary.pdf", 2), ("questions-to-ask.pdf", 1)):
        texts = pages(pdfs.folder / path)
        assert sum("Get emergency help now for:" in text for text in texts) == times
        if path == "diary.pdf":
            signs = [squeezed(flag.short) for flag in pdfs.knowledge.red_flags.values() if flag.short]
            own = re.sub("|".join(map(re.escape, signs)), "", squeezed("".join(texts)))
            assert not _ORDERS.search(own)


def test_a_handout_is_one_sheet_with_the_red_flags_at_its_head(pdfs: Pdfs) -> None:
    written = {item.name: item for item in pdfs.written}
    for page in pages_with_sheets(pdfs.knowledge):
        for paper in PAPERS:
            item = written[f"handout-{page.id}-{paper}.pdf"]
            assert item.pages in range(1, SIDES + 1)
            text = pages(pdfs.folder / item.name)[0]
            assert "Your clinic's number" in text.replace("’", "'")
            assert text.index("Get emergency help now") < len(text) / 3
