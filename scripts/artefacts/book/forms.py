"""Fillable fields: where a template leaves a place as a link to `field:`, the finished PDF has a form field.

A link is tagged, has its place in the reading order and its rectangle on the page; the field takes all of these over.
"""

from __future__ import annotations

import io
from urllib.parse import unquote

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from scripts.artefacts.book.finish import saved, tidy

Size = tuple[float, float]
Drawings = dict[tuple[Size, str], pikepdf.Object]
_SCHEME = "field:"  # field:text/name/what to write there
_MULTILINE = 1 << 12
_PRINT = 4
_CROSS = "q 1 w 0 G 2 2 m {x} {y} l 2 {y} m {x} 2 l S Q"


def filled(made: bytes) -> bytes:
    """The document with its fields, ready to fill in or to print."""
    with pikepdf.open(io.BytesIO(made)) as pdf:
        drawings: Drawings = {}
        widgets = [_widget(pdf, page, note, drawings) for page in pdf.pages for note in _places(page)]
        tidy(pdf)
        pdf.Root.AcroForm = pdf.make_indirect(
            Dictionary(Fields=Array(widgets), DA=String("/Helv 10 Tf 0 g"), DR=_resources(pdf), NeedAppearances=True)
        )
        return saved(pdf)


def _places(page: pikepdf.Page) -> list[pikepdf.Object]:
    return [note for note in page.get("/Annots", Array()) if _address(note).startswith(_SCHEME)]


def _address(note: pikepdf.Object) -> str:
    action = note.get("/A")
    return str(action.get("/URI", "")) if action is not None else ""


def _widget(pdf: pikepdf.Pdf, page: pikepdf.Page, note: pikepdf.Object, drawings: Drawings) -> pikepdf.Object:
    kind, name, tip = (unquote(part) for part in _address(note).removeprefix(_SCHEME).split("/", 2))
    for key in ("/A", "/Border", "/C", "/H"):
        if key in note:
            del note[key]
    note.Subtype, note.T, note.TU, note.Contents = Name.Widget, String(name), String(tip), String(tip)
    note.F, note.P = _PRINT, page.obj
    size = (_side(note, 0), _side(note, 1))
    if kind == "check":
        _make_check(pdf, note, size, drawings)
    else:
        note.FT, note.V, note.DA = Name.Tx, String(""), String("/Helv 10 Tf 0 g")
        note.Ff = _MULTILINE if kind == "lines" else 0
        note.AP = Dictionary(N=_drawn(pdf, size, "/Tx BMC EMC", drawings))
    _element(pdf, int(note.StructParent)).S = Name.Form
    return note


def _side(note: pikepdf.Object, place: int) -> float:
    """How wide (0) or tall (1) a place is."""
    return round(float(note.Rect[place + 2]) - float(note.Rect[place]), 1)


def _make_check(pdf: pikepdf.Pdf, note: pikepdf.Object, size: Size, drawings: Drawings) -> None:
    cross = _CROSS.format(x=round(size[0] - 2, 1), y=round(size[1] - 2, 1))
    note.FT, note.V, note.AS = Name.Btn, Name.Off, Name.Off
    states = {"/Yes": _drawn(pdf, size, cross, drawings), "/Off": _drawn(pdf, size, "", drawings)}
    note.AP = Dictionary(N=Dictionary(states))


def _drawn(pdf: pikepdf.Pdf, size: Size, content: str, drawings: Drawings) -> pikepdf.Object:
    """A drawing of that size; fields that look the same share one."""
    if (size, content) not in drawings:
        box = Array([0, 0, *size])
        form = Dictionary(Type=Name.XObject, Subtype=Name.Form, BBox=box, Resources=Dictionary())
        drawings[size, content] = pdf.make_indirect(pikepdf.Stream(pdf, content.encode(), form))
    return drawings[size, content]


def _resources(pdf: pikepdf.Pdf) -> Dictionary:
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, Encoding=Name.WinAnsiEncoding)
    return Dictionary(Font=Dictionary(Helv=pdf.make_indirect(font)))


def _element(pdf: pikepdf.Pdf, key: int) -> pikepdf.Object:
    """The element of the structure to which the parent tree leads from a key."""
    return pikepdf.NumberTree(pdf.Root.StructTreeRoot.ParentTree)[key]
