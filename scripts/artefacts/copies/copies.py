"""Every copy of the site to keep, written into its downloads."""

from __future__ import annotations

from pathlib import Path

from scripts.artefacts.book.facts import facts_of
from scripts.artefacts.copies.epub import epub
from scripts.artefacts.copies.offline import offline_site
from scripts.artefacts.copies.text import text_edition
from scripts.artefacts.settings import navigation
from scripts.artefacts.written import FOLDER, Written
from scripts.model.knowledge import Knowledge
from scripts.model.vocabulary import Audience
from scripts.project import Project


def write_copies(knowledge: Knowledge, project: Project, name: str, site: Path, address: str) -> list[Written]:
    """Write the EPUB and the text edition below `site`; `name` begins their names, `address` is where the site is."""
    facts, pages = facts_of(knowledge, project, address), navigation(project)
    book = epub(knowledge, facts, pages, site)
    text = text_edition(knowledge, facts, pages, site).encode()
    return [
        _write(site, f"{name}.epub", "The book for readers of EPUBs", Audience.EVERYONE, book),
        _write(site, f"{name}-text.html", "Everything for patients in one small file", Audience.PATIENTS, text),
    ]


def write_offline(knowledge: Knowledge, project: Project, name: str, site: Path, address: str) -> list[Written]:
    """Write the zip of the site below `site`, when nothing changes a page any more."""
    facts, pages = facts_of(knowledge, project, address), navigation(project)
    content = offline_site(knowledge, facts, pages, site, name)
    return [_write(site, f"{name}-offline.zip", "The whole site, to open from a folder", Audience.EVERYONE, content)]


def _write(site: Path, name: str, title: str, audience: Audience, content: bytes) -> Written:
    folder = site / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(content)
    return Written(name, title, audience.value, None, len(content))
