"""The tree of structure of a tagged PDF, in reading order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pikepdf

# The standard kinds of structure of PDF 1.7.
_STANDARD = frozenset([
    "/Document", "/Part", "/Art", "/Sect", "/Div", "/BlockQuote", "/Caption", "/TOC", "/TOCI", "/Index", "/NonStruct",
    "/Private", "/P", "/H", "/H1", "/H2", "/H3", "/H4", "/H5", "/H6", "/L", "/LI", "/Lbl", "/LBody", "/Table", "/TR",
    "/TH", "/TD", "/THead", "/TBody", "/TFoot", "/Span", "/Quote", "/Note", "/Reference", "/BibEntry", "/Code",
    "/Link", "/Annot", "/Ruby", "/RB", "/RT", "/RP", "/Warichu", "/WT", "/WP", "/Figure", "/Formula", "/Form",
])  # fmt: skip


@dataclass(frozen=True)
class Element:
    """An element of the structure."""

    node: pikepdf.Object

    @property
    def kind(self) -> str:
        """Its kind as written: /P, /H1."""
        return str(self.node.S)

    @property
    def kids(self) -> list[Element]:
        """The elements in it."""
        kids = _listed(self.node.get("/K"))
        return [Element(kid) for kid in kids if isinstance(kid, pikepdf.Dictionary) and "/S" in kid]

    @property
    def attributes(self) -> list[pikepdf.Object]:
        """Its dictionaries of attributes."""
        return [item for item in _listed(self.node.get("/A")) if isinstance(item, pikepdf.Dictionary)]


def _listed(value: object) -> list[pikepdf.Object]:
    if value is None:
        return []
    return list(value) if isinstance(value, pikepdf.Array) else [value]  # type: ignore[list-item]


def elements(pdf: pikepdf.Pdf) -> Iterator[Element]:
    """Every element, in reading order."""
    waiting = [Element(node) for node in reversed(_listed(pdf.Root.StructTreeRoot.get("/K")))]
    while waiting:
        element = waiting.pop()
        yield element
        waiting.extend(reversed(element.kids))


def kinds_of(pdf: pikepdf.Pdf) -> dict[int, str]:
    """For each key of the parent tree that leads to one element, the kind of that element."""
    tree = pikepdf.NumberTree(pdf.Root.StructTreeRoot.ParentTree)
    return {
        int(key): str(node.S) for key, node in tree.items() if isinstance(node, pikepdf.Dictionary) and "/S" in node
    }


def standard(kind: str) -> bool:
    """Whether a kind is one of the standard ones."""
    return kind in _STANDARD
