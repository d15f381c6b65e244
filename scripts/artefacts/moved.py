"""Published addresses whose content moved or was withdrawn: each still leads there, or says why it does not.

A page that has gone leaves a small page behind. An anchor that has gone becomes one more anchor of the same content,
where that is on the same page, and otherwise a line at the foot of its page.
"""

from __future__ import annotations

import re
from pathlib import Path

from markupsafe import Markup

from scripts.artefacts.errors import BuildError
from scripts.model.knowledge import Knowledge
from scripts.model.lasting import Forward, Tombstone
from scripts.rendering.moved import Note, moved_notes, moved_page, note

SCRIPT = "assets/moved.js"
_HANDS_ON = """\
// A server never sees the part of an address after its sign #, so a page that has moved hands it on.
// Without this script a reader comes to the head of the new page.
if (location.hash) location.replace(document.querySelector("main a").href.replace(/#.*/, "") + location.hash);
"""
_FOOT = re.compile(r'<footer class="?page-facts"?>')
_CELL = re.compile(r"<t[dh]\b[^>]*>")


def write_moved(knowledge: Knowledge, site: Path, address: str | None) -> None:
    """Let every forward of the knowledge lead to its place in the built site."""
    pages = {item.source: item for item in knowledge.lasting.forwards if "#" not in item.source}
    notes: dict[str, list[Note]] = {url: [] for url in pages}
    for item in knowledge.lasting.forwards:
        if "#" in item.source:
            _anchor(knowledge, item, pages, notes, site)
    for url, found in notes.items():
        lines = moved_notes(found)
        if url in pages:
            _leave(site / url, moved_page(knowledge, pages[url], lines, address or ""))
        elif found:
            _at_foot(site / url / "index.html", lines)
    if any(isinstance(item, Forward) for item in pages.values()):
        (site / SCRIPT).write_text(_HANDS_ON, encoding="utf-8")


def _anchor(
    knowledge: Knowledge,
    item: Forward | Tombstone,
    pages: dict[str, Forward | Tombstone],
    notes: dict[str, list[Note]],
    site: Path,
) -> None:
    """Give one anchor that has gone its place: on its page, or on the page to which that page leads."""
    url, _, old = item.source.partition("#")
    if isinstance(moved := pages.get(url), Forward):
        url = moved.to.partition("#")[0]
    there, _, new = item.to.partition("#")
    path = site / url / "index.html"
    if url not in pages and _has(path, old):
        return  # another thing bears its name on the page to which its own page leads
    if isinstance(item, Forward) and there == url and new:
        _also(path, old, new)
    else:
        notes.setdefault(url, []).append(note(knowledge, item, url))


def _leave(folder: Path, text: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "index.html"
    if path.exists():
        raise BuildError(f"{path.as_posix()}: a page stands where a page is said to have moved away")
    path.write_text(text, encoding="utf-8")


def _has(path: Path, anchor: str) -> bool:
    return bool(_opening(anchor).search(path.read_text(encoding="utf-8")))


def _opening(anchor: str) -> re.Pattern[str]:
    return re.compile(rf'<(\w+)\b[^>]*\bid=(?:"{re.escape(anchor)}"|{re.escape(anchor)}(?=[\s>]))[^>]*>')


def _also(path: Path, old: str, new: str) -> None:
    """Put the anchor `old` at the beginning of what has the id `new`; a row of a table bears it in its first cell."""
    text = path.read_text(encoding="utf-8")
    found = _opening(new).search(text)
    cell = _CELL.search(text, found.end()) if found and found[1] == "tr" else None
    if found is None:
        raise BuildError(f"{path.as_posix()}: no '{new}', to which '{old}' leads")
    at = cell.end() if cell else found.end()
    path.write_text(f'{text[:at]}<span id="{old}"></span>{text[at:]}', encoding="utf-8")


def _at_foot(path: Path, lines: Markup) -> None:
    text, places = _FOOT.subn(lambda foot: f"{lines}{foot[0]}", path.read_text(encoding="utf-8"), count=1)
    if not places:
        raise BuildError(f"{path.as_posix()}: no foot, at which to say what has moved")
    path.write_text(text, encoding="utf-8")
