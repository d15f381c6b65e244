"""Which version a reader has before them, what changed with each, and the books of released versions.

A released book is a file in the folder `released/` of the project, put there by `make release`; every later site has it
among its downloads, under the same name.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import markdown

from scripts.artefacts.book.facts import Facts, spelled
from scripts.artefacts.feed import changes
from scripts.artefacts.places import fill, fill_foot
from scripts.artefacts.written import FOLDER
from scripts.model.knowledge import Knowledge
from scripts.project import Project
from scripts.rendering.view import TEMPLATES, relative

PAGE = "versions"
PLACE = "versions-list"


def write_versions(knowledge: Knowledge, project: Project, site: Path, facts: Facts) -> None:
    """Say the version at the foot of every page, and list all versions on the page about them."""
    books = copy_released(project, site)
    listed = knowledge.pages.get(PAGE)
    for page in knowledge.pages.values():
        said = f"Version {facts.version}, {spelled(facts.day)}."
        if listed:
            said += f' <a href="{relative(listed.url, page.url)}">What changed</a>'
        fill_foot(site / page.url / "index.html", "page-version", said)
    if listed:
        fill(site / listed.url / "index.html", PLACE, _listed(project, books))


def copy_released(project: Project, site: Path) -> list[str]:
    """Put the released books among the downloads; their names, the newest last."""
    books = sorted((project.root / "released").glob("*.pdf"))
    (site / FOLDER).mkdir(exist_ok=True)
    for book in books:  # its name tells version and day; what was published under it never changes
        shutil.copyfile(book, site / FOLDER / book.name)
    return [book.name for book in books]


def keep_book(project: Project, version: str) -> list[str]:
    """Copy the book of a version from the built site to the released ones; the names of what was copied."""
    (project.root / "released").mkdir(exist_ok=True)
    found = sorted((project.site / FOLDER).glob(f"*-book-{version}-*.pdf"))
    for book in found:
        shutil.copyfile(book, project.root / "released" / book.name)
    return [book.name for book in found]


def _listed(project: Project, books: list[str]) -> str:
    path = project.root / "CHANGELOG.md"
    versions = [
        {
            "version": change.version,
            "day": spelled(change.day) if change.day else None,
            "text": re.sub(r"<(/?)h3>", r"<\1h4>", markdown.markdown(change.text)),
            "books": [book for book in books if f"-book-{change.version}-" in book],
        }
        for change in (changes(path.read_text("utf-8")) if path.is_file() else ())
    ]
    return TEMPLATES.get_template("versions.html").render(versions=versions, folder=FOLDER)
