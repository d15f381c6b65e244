"""The page of downloads, filled with what was written; the same list as data; and each page's way to its handout."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from scripts.artefacts.book.facts import Facts, spelled
from scripts.artefacts.book.sheets import PAPERS, handout, pages_with_sheets
from scripts.artefacts.errors import BuildError
from scripts.artefacts.written import FOLDER, SUMS, Written
from scripts.model.knowledge import Knowledge
from scripts.model.page import Page
from scripts.rendering.view import TEMPLATES, relative

LIST = "index.json"
_PLACE = re.compile(r'<p class="?downloads-place"? data-audience="?([a-z]+)"?>.*?</p>', re.DOTALL)
_FOOT = re.compile(r'<footer class="?page-facts"?>\n?')
_KINDS = {
    "apkg": "deck for Anki",
    "csv": "table (CSV)",
    "html": "web page",
    "zip": "ZIP archive",
}  # others: in capitals


@dataclass(frozen=True)
class Handouts:
    """A page with its handouts, by the name of the paper."""

    page: Page
    papers: Mapping[str, Written]


def write_downloads(knowledge: Knowledge, facts: Facts, written: Sequence[Written], site: Path) -> None:
    """List the files as data and on every page that calls `downloads`, and lead from each page to its handouts.

    Raises BuildError where a file for an audience would be listed nowhere.
    """
    folder = site / FOLDER
    folder.mkdir(exist_ok=True)
    data = {"version": facts.version, "date": facts.day.isoformat(), "files": [asdict(item) for item in written]}
    (folder / LIST).write_text(json.dumps(data, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    handouts = handouts_of(knowledge, written)
    listing = [page for page in knowledge.pages.values() if any(call.name == "downloads" for call in page.calls)]
    for page in listing:
        _fill(site, page, facts, written, handouts)
    for item in handouts:
        _lead(site, item)


def handouts_of(knowledge: Knowledge, written: Sequence[Written]) -> list[Handouts]:
    """The pages that have handouts among what was written."""
    names = {item.name: item for item in written}
    found = [
        Handouts(
            page, {words: names[name] for key, words in PAPERS.items() if (name := handout(page.id, key)) in names}
        )
        for page in pages_with_sheets(knowledge)
    ]
    return [item for item in found if item.papers]


def _fill(site: Path, page: Page, facts: Facts, written: Sequence[Written], handouts: Sequence[Handouts]) -> None:
    """Put the lists into the places that the macro left on a built page."""
    path = site / page.url / "index.html"
    sheets = {item.name for found in handouts for item in found.papers.values()}

    def filled(found: re.Match[str]) -> str:
        files = [item for item in written if item.audience == found[1] and item.name not in sheets]
        shown = [item for item in handouts if item.page.front.audience == found[1]]
        return TEMPLATES.get_template("downloads_list.html").render(
            files=files, handouts=shown, facts=facts, day=spelled(facts.day), kind=kind_of, size=size_of,
            folder=relative(FOLDER, page.url), sums=SUMS, data=LIST,
        )  # fmt: skip

    text, _ = _PLACE.subn(filled, path.read_text("utf-8"))
    listed = {call.args[0] for call in page.calls if call.name == "downloads"}
    if unlisted := [item.name for item in written if item.audience not in listed]:
        raise BuildError(f"{page.path}: no list for {', '.join(unlisted)}, expected downloads(...) for each audience")
    path.write_text(text, encoding="utf-8")


def _lead(site: Path, item: Handouts) -> None:
    """Put the way to a page's handouts at its foot."""
    path = site / item.page.url / "index.html"
    shown = TEMPLATES.get_template("handout.html").render(papers=item.papers, folder=relative(FOLDER, item.page.url))
    text, places = _FOOT.subn(lambda found: f"{found[0]}{shown}\n", path.read_text("utf-8"))
    if places != 1:
        raise BuildError(f"{item.page.path}: {places} places for the way to its handout, expected one")
    path.write_text(text, encoding="utf-8")


def kind_of(item: Written) -> str:
    """The kind of a file in words, by the end of its name."""
    end = item.name.rpartition(".")[2]
    return _KINDS.get(end, end.upper())


def size_of(item: Written) -> str:
    """The size of a file as readers know it: thousands or millions of bytes."""
    return f"{item.bytes / 1_000_000:.1f} MB" if item.bytes >= 1_000_000 else f"{max(1, round(item.bytes / 1000))} kB"
