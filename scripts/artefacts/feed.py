"""The changelog as an Atom feed (RFC 4287): an entry for each release, and one for what is not yet released."""

from __future__ import annotations

import datetime
import re
import xml.etree.ElementTree as ElementTree
from dataclasses import dataclass
from pathlib import Path

import markdown

from scripts.artefacts.metadata import add_to_head
from scripts.model.knowledge import Knowledge

FILE = "feed.xml"
_ATOM = "http://www.w3.org/2005/Atom"
_HEADING = re.compile(r"^## \[([^\]]+)\](?: - (\d{4}-\d{2}-\d{2}))?\s*$", re.MULTILINE)


@dataclass(frozen=True)
class Change:
    """What changed with a version; `day` is None before its release."""

    version: str
    day: datetime.date | None
    text: str


def changes(changelog: str) -> list[Change]:
    """The sections of a changelog in the form of Keep a Changelog, newest first; empty ones are left out."""
    _, *parts = _HEADING.split(changelog)
    found = zip(parts[::3], parts[1::3], parts[2::3], strict=True)
    return [
        Change(version, datetime.date.fromisoformat(day) if day else None, text.strip())
        for version, day, text in found
        if text.strip()
    ]


def feed(found: list[Change], address: str, title: str, newest: datetime.date) -> str:
    """The feed; `newest` dates what is not yet released."""
    ElementTree.register_namespace("", _ATOM)
    root = ElementTree.Element(f"{{{_ATOM}}}feed", {"{http://www.w3.org/XML/1998/namespace}lang": "en"})
    _add(root, "id", f"{address}{FILE}")
    _add(root, "title", f"{title}: changes")
    _add(root, "subtitle", "What changed for readers, with every correction of the evidence.")
    _add(root, "updated", _moment(max([change.day or newest for change in found], default=newest)))
    _add(_add(root, "author"), "name", "The contributors")
    _add(root, "link", rel="self", type="application/atom+xml", href=f"{address}{FILE}")
    _add(root, "link", rel="alternate", type="text/html", href=f"{address}about/")
    _add(root, "rights", "CC BY 4.0")
    for change in found:
        _entry(root, change, address, newest)
    ElementTree.indent(root, " ")
    return '<?xml version="1.0" encoding="utf-8"?>\n' + ElementTree.tostring(root, encoding="unicode") + "\n"


def _entry(root: ElementTree.Element, change: Change, address: str, newest: datetime.date) -> None:
    entry = _add(root, "entry")
    _add(entry, "id", f"{address}{FILE}#{change.version.lower()}")
    _add(entry, "title", f"Version {change.version}" if change.day else "Not yet released")
    if change.day:
        _add(entry, "published", _moment(change.day))
    _add(entry, "updated", _moment(change.day or newest))
    _add(entry, "link", rel="alternate", type="text/html", href=f"{address}about/")
    _add(entry, "content", markdown.markdown(change.text), type="html")


def _add(parent: ElementTree.Element, tag: str, text: str | None = None, **attributes: str) -> ElementTree.Element:
    element = ElementTree.SubElement(parent, f"{{{_ATOM}}}{tag}", attributes)
    element.text = text
    return element


def _moment(day: datetime.date) -> str:
    return f"{day}T00:00:00Z"


def write_feed(knowledge: Knowledge, changelog: Path, site: Path, address: str | None) -> None:
    """Write the feed and name it in the head of every page; nothing where there is no changelog or no address."""
    if address is None or not changelog.is_file():
        return
    newest = max(page.front.reviewed for page in knowledge.pages.values())
    home = next(page for page in knowledge.pages.values() if not page.url)
    text = feed(changes(changelog.read_text(encoding="utf-8")), address, home.front.title, newest)
    (site / FILE).write_text(text, encoding="utf-8")
    for page in knowledge.pages.values():
        place = "../" * page.url.count("/") + FILE
        link = f'<link rel="alternate" type="application/atom+xml" title="Changes to this site" href="{place}">'
        add_to_head(site / page.url / "index.html", link)
