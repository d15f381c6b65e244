"""Conditions of PDF/UA-1 that a machine can check, by the numbers of the Matterhorn Protocol 1.1.

Each condition is a generator of the faults in one document; its docstring is its row of the table in CONTRIBUTING.md.
"Ours" is what the protocol does not ask for. veraPDF checks more; this is what can be checked here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pikepdf

from scripts.artefacts.book.finish import unheaded_rows
from scripts.artefacts.book.tree import elements, kinds_of, standard

Condition = Callable[[pikepdf.Pdf], Iterator[str]]
_HEADING = re.compile(r"/H([1-6])")
_NONE = pikepdf.Dictionary()
_PAINTS = frozenset(["Tj", "TJ", "'", '"', "f", "F", "f*", "S", "s", "B", "B*", "b", "b*", "Do", "sh"])
_LIST_KIDS = {"/LI", "/Caption", "/L"}


def tagged(pdf: pikepdf.Pdf) -> Iterator[str]:
    """01-007, clause 6.2: the document says that it is tagged, has a tree of structure, and is not suspect."""
    if not pdf.Root.get("/MarkInfo", _NONE).get("/Marked", False):
        yield "MarkInfo does not say Marked"
    if "/StructTreeRoot" not in pdf.Root:
        yield "no tree of structure"
    if pdf.Root.get("/MarkInfo", _NONE).get("/Suspects", False):
        yield "MarkInfo says Suspects"


def language(pdf: pikepdf.Pdf) -> Iterator[str]:
    """11-001 to 11-006: the document names its language, so that of all of its words can be told."""
    if str(pdf.Root.get("/Lang", "")).lower() != "en-gb":
        yield f"language {pdf.Root.get('/Lang')}"


def titled(pdf: pikepdf.Pdf) -> Iterator[str]:
    """06-003, 07-001, 07-002: there is a title, and readers show it."""
    with pdf.open_metadata() as metadata:
        if not metadata.get("dc:title"):
            yield "no dc:title"
    if not pdf.Root.get("/ViewerPreferences", _NONE).get("/DisplayDocTitle", False):
        yield "DisplayDocTitle is not set"


def identified(pdf: pikepdf.Pdf) -> Iterator[str]:
    """06-001, 06-002: there are metadata, and they name PDF/UA-1."""
    with pdf.open_metadata() as metadata:
        if str(metadata.get("pdfuaid:part")) != "1":
            yield "no pdfuaid:part 1"


def marked(pdf: pikepdf.Pdf) -> Iterator[str]:
    """01-003 to 01-005: all that is painted is in the structure or an artefact, and neither stands in the other."""
    for number, page in enumerate(pdf.pages, 1):
        depth: list[str] = []
        for instruction in pikepdf.parse_content_stream(page):
            operands, name = instruction.operands, str(instruction.operator)
            if name in ("BDC", "BMC"):
                depth.append(str(operands[0]))
            elif name == "EMC":
                depth.pop()
            elif name in _PAINTS and not depth:
                yield f"page {number}: {name} is not marked"
            if "/Artifact" in depth and len(set(depth)) > 1:
                yield f"page {number}: an artefact and tagged content in each other"


def headings(pdf: pikepdf.Pdf) -> Iterator[str]:
    """14-002, 14-003: headings begin with the first level and leave none out."""
    before = 0
    for element in elements(pdf):
        if match := _HEADING.fullmatch(element.kind):
            if int(match[1]) > before + 1:
                yield f"H{match[1]} after H{before}"
            before = int(match[1])


def tables(pdf: pikepdf.Pdf) -> Iterator[str]:
    """09-004, 15-003: tables hold rows, rows hold cells, and heads have a scope."""
    for element in elements(pdf):
        if element.kind == "/TH" and not any("/Scope" in item for item in element.attributes):
            yield "TH without Scope"
        if element.kind == "/Table" and not any(kid.kind in ("/THead", "/TR") for kid in element.kids):
            yield "a table without rows"
        if element.kind == "/TR" and not {kid.kind for kid in element.kids} <= {"/TH", "/TD"}:
            yield "a row that holds more than cells"


def row_heads(pdf: pikepdf.Pdf) -> Iterator[str]:
    """Ours: the first cell of a row is its head, except where the row is to be filled in."""
    yield from ("a row without a head" for _ in unheaded_rows(pdf))


def lists(pdf: pikepdf.Pdf) -> Iterator[str]:
    """09-005: lists hold items."""
    for element in elements(pdf):
        if element.kind == "/L" and not {kid.kind for kid in element.kids} <= _LIST_KIDS:
            yield f"a list that holds {sorted({kid.kind for kid in element.kids} - _LIST_KIDS)}"


def figures(pdf: pikepdf.Pdf) -> Iterator[str]:
    """13-004: a figure has words that stand for it."""
    for element in elements(pdf):
        if element.kind == "/Figure" and not str(element.node.get("/Alt", "")).strip():
            yield "a figure without Alt"


def notes(pdf: pikepdf.Pdf) -> Iterator[str]:
    """28-004, 28-005, 28-010 to 28-012: links have contents, fields have names, and both stand in the structure."""
    linked = kinds_of(pdf)
    for number, page in enumerate(pdf.pages, 1):
        for note in page.get("/Annots", pikepdf.Array()):
            kind = str(note.Subtype)
            if kind == "/Link" and not str(note.get("/Contents", "")).strip():
                yield f"page {number}: a link without contents"
            if kind == "/Widget" and not str(note.get("/TU", "")).strip():
                yield f"page {number}: a field without a name to read"
            if linked.get(int(note.get("/StructParent", -1))) != {"/Link": "/Link", "/Widget": "/Form"}.get(kind):
                yield f"page {number}: {kind} is not in the structure as what it is"


def tabs(pdf: pikepdf.Pdf) -> Iterator[str]:
    """28-008, 28-009: pages with annotations are gone through in the order of the structure."""
    for number, page in enumerate(pdf.pages, 1):
        if page.get("/Annots") and page.get("/Tabs") != pikepdf.Name.S:
            yield f"page {number}: no order of tabs"


def fonts(pdf: pikepdf.Pdf) -> Iterator[str]:
    """10-001, 31-009, 31-027: fonts of the pages are embedded, and their signs can be read as text."""
    seen = {str(font.get("/BaseFont")): font for page in pdf.pages for font in _fonts(page)}
    for name, font in seen.items():
        inner = font.get("/DescendantFonts", [font])[0]
        if not {"/FontFile", "/FontFile2", "/FontFile3"} & set(inner.get("/FontDescriptor", {}).keys()):
            yield f"{name} is not embedded"
        if "/ToUnicode" not in font:
            yield f"{name} has no ToUnicode"


def _fonts(page: pikepdf.Page) -> Iterator[pikepdf.Object]:
    yield from page.get("/Resources", _NONE).get("/Font", _NONE).values()


def full(pdf: pikepdf.Pdf) -> Iterator[str]:
    """Ours: no page is empty; each holds text or pictures of its own besides its foot."""
    for number, page in enumerate(pdf.pages, 1):
        if not re.search(rb"/MCID", page.Contents.read_bytes() if isinstance(page.Contents, pikepdf.Stream) else b""):
            yield f"page {number} is empty"


def roles(pdf: pikepdf.Pdf) -> Iterator[str]:
    """02-001, 02-003, 02-004: kinds are standard or mapped to standard ones, and no standard one is mapped away."""
    mapped = dict(pdf.Root.StructTreeRoot.get("/RoleMap", _NONE).items())
    yield from (f"{name} is mapped away" for name in mapped if standard(name))
    kinds = {element.kind for element in elements(pdf)}
    yield from (f"{kind} is not standard" for kind in sorted(kinds) if not standard(str(mapped.get(kind, kind))))


CONDITIONS: tuple[Condition, ...] = (
    tagged, language, titled, identified, marked, headings, tables, row_heads, lists, figures, notes, tabs, fonts, full,
    roles,
)  # fmt: skip


def faults(path: Path) -> list[str]:
    """Every fault of a PDF, each with the condition that it breaks."""
    with pikepdf.open(path) as pdf:
        return [f"{condition.__name__}: {fault}" for condition in CONDITIONS for fault in condition(pdf)]
