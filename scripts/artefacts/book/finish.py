"""The last step of every PDF: made small, and the same bytes from the same content."""

from __future__ import annotations

import io

import pikepdf
from pikepdf import Array, Dictionary, Name

from scripts.artefacts.book.tree import Element, elements


def finished(made: bytes) -> bytes:
    """The document with its objects in compressed streams, and without what readers stumble over."""
    with pikepdf.open(io.BytesIO(made)) as pdf:
        tidy(pdf)
        return saved(pdf)


def tidy(pdf: pikepdf.Pdf) -> None:
    """Let the first cell of each row be its head, and remove the mark that nothing is suspect.

    The mark is the default, and poppler misreads it.
    """
    if "/Suspects" in pdf.Root.get("/MarkInfo", {}):
        del pdf.Root.MarkInfo["/Suspects"]
    for row in unheaded_rows(pdf):
        cell = row.kids[0].node
        cell.S = Name.TH
        cell.A = Array([*row.kids[0].attributes, Dictionary(O=Name.Table, Scope=Name.Row)])


def unheaded_rows(pdf: pikepdf.Pdf) -> list[Element]:
    """The rows of tables whose first cell should be their head and is not: Typst 0.15 marks only heads of columns.

    The tables of the pages name what a row is about in its first cell. A row of fields to fill in has no head.
    """
    bodies = (element for element in elements(pdf) if element.kind == "/TBody")
    rows = (row for body in bodies for row in body.kids if row.kind == "/TR" and row.kids)
    return [row for row in rows if row.kids[0].kind == "/TD" and not any(map(_is_form, row.kids))]


def _is_form(element: Element) -> bool:
    return element.kind == "/Form" or any(map(_is_form, element.kids))


def saved(pdf: pikepdf.Pdf) -> bytes:
    """The bytes of a document."""
    target = io.BytesIO()
    pdf.save(
        target,
        object_stream_mode=pikepdf.ObjectStreamMode.generate,
        compress_streams=True,
        deterministic_id=True,
        fix_metadata_version=False,
    )
    return target.getvalue()
