"""How to cite each page, at its foot; and a QR code of every page, section, claim and card of a pathway."""

from __future__ import annotations

import io
from collections.abc import Iterator
from html import escape
from pathlib import Path

import segno

from scripts.artefacts.book.facts import Facts, spelled
from scripts.artefacts.edition import Edition
from scripts.artefacts.places import fill_foot
from scripts.model.knowledge import Knowledge
from scripts.model.page import Page

FOLDER = "qr"
_CODED = ("claim", "node")  # besides pages and sections


def write_citing(knowledge: Knowledge, edition: Edition, facts: Facts, site: Path, address: str) -> None:
    """Say at the foot of every page how to cite it; a script makes from it how to cite a part."""
    for page in knowledge.pages.values():
        said = f"To cite this page: <span data-cite>{citation(page, edition, facts, address)}</span>"
        fill_foot(site / page.url / "index.html", "page-cite", said)


def citation(page: Page, edition: Edition, facts: Facts, address: str) -> str:
    """How to cite a page, as HTML: what is cited and where it stands are marked."""
    what, whole = escape(page.front.title, quote=False), escape(edition.title, quote=False)
    who = escape(", ".join(edition.authors), quote=False)
    version = f"Version {facts.version}, {spelled(facts.day)}"
    return f"{who}. <span>{what}</span>. In: <i>{whole}</i>. {version}. <span>{address}{page.url}</span>"


def write_codes(knowledge: Knowledge, site: Path, address: str) -> None:
    """Draw `qr/PAGE.svg` for each page, and `qr/PAGE/ANCHOR.svg` for each place on it that people send."""
    for page, anchor in _places(knowledge):
        path = site / FOLDER / (f"{page.id}/{anchor}.svg" if anchor else f"{page.id}.svg")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(code(f"{address}{page.url}{f'#{anchor}' if anchor else ''}"), encoding="utf-8")


def code(address: str) -> str:
    """A QR code as a picture by itself, with the light margin that readers of codes need."""
    drawn = io.BytesIO()
    made = segno.make(address, error="m", micro=False)
    made.save(drawn, kind="svg", border=4, scale=8, light="#fff", title=address, xmldecl=False, svgns=True, nl=False)
    return drawn.getvalue().decode()


def _places(knowledge: Knowledge) -> Iterator[tuple[Page, str]]:
    for page in knowledge.pages.values():
        yield page, ""
        yield from ((page, section.id) for section in page.sections)
    for (kind, _), place in knowledge.homes.items():
        if kind in _CODED:
            yield knowledge.pages[place.page], place.anchor
