"""The article of a built page as a tree, without what only a site can do."""

from __future__ import annotations

from pathlib import Path

from lxml import etree, html
from lxml.etree import _Element as Element

# Links to copy, notices that a script shows, words for paper, and what a script fills.
_FURNITURE = ("share", "node__share", "page-overdue", "page-paper", "sizes__paper")
_CONTROLS = ("input", "button", "script", "template")
_PLAIN = {"fieldset": "div", "legend": "p", "label": "span", "footer": "div"}
_KEPT = {"data-label"}  # the style sheets show it
_DROPPED = {"tabindex", "focusable"}
# The parser knows no capitals in the names of SVG's attributes.
_CAPITALS = {"viewbox": "viewBox", "preserveaspectratio": "preserveAspectRatio"}


def read_article(path: Path) -> Element:
    """The article of the built page at `path`."""
    document = html.fromstring(path.read_bytes(), parser=html.HTMLParser(encoding="utf-8"))
    article = document.xpath('//article[contains(@class, "md-content__inner")]')[0]
    article.drop_tree()  # out of its document
    for element in [*article.iter(etree.Comment), *article.iter(*_CONTROLS)]:
        remove(element)
    for drawing in with_class(article, "drawing"):  # the same as the numbered questions, too tall for any page
        drop_section(next(head for head in drawing.itersiblings("h2", preceding=True)))
    for name in _FURNITURE:
        for element in with_class(article, name):
            remove(element)
    for element in list(article.iter()):
        _plain(element)
    for table in article.iter("table"):
        _label_cells(table)
    return article


def with_class(element: Element, name: str) -> list[Element]:
    """The elements inside that have a class."""
    found: list[Element] = element.xpath(f'.//*[contains(concat(" ", normalize-space(@class), " "), " {name} ")]')
    return found


def remove(element: Element) -> None:
    """Take an element out of its tree; the text behind it stays."""
    if element.getparent() is not None:
        element.drop_tree()


def _plain(element: Element) -> None:
    """Turn a control into words, and drop the attributes that only scripts and screens need."""
    if element.tag == "select":
        _, *options = ["".join(option.itertext()).strip() for option in element.iter("option")]  # the first only asks
        for child in list(element):
            element.remove(child)
        element.tag, element.text = "em", f"({'; '.join(options)})"
    element.tag = _PLAIN.get(element.tag, element.tag)
    for name in list(element.attrib):
        if name in _DROPPED or (name.startswith("data-") and name not in _KEPT):
            del element.attrib[name]
        elif name in _CAPITALS:
            element.set(_CAPITALS[name], element.attrib.pop(name))


def _label_cells(table: Element) -> None:
    """Give each cell the name of its column, so that cells can stand below each other on a narrow page."""
    heads = [" ".join("".join(head.itertext()).split()) for head in table.xpath("./thead/tr[1]/th")]
    for row in table.xpath("./tbody/tr"):
        for name, cell in zip(heads, row, strict=False):
            if name and cell.tag == "td" and not cell.get("data-label"):
                cell.set("data-label", name)


def drop_section(head: Element) -> None:
    """Remove a heading of the second level with all that stands below it."""
    while head is not None:
        following = head.getnext()
        remove(head)
        ends = following is None or following.tag in ("h1", "h2") or following.get("class") == "page-facts"
        head = None if ends else following
