"""Which edition of the knowledge base this is: what the citation file says of the whole."""

from __future__ import annotations

from dataclasses import dataclass

import yaml

from scripts.project import Project


@dataclass(frozen=True)
class Edition:
    """The title, the version and the authors of the whole; an author here is a body, never a made-up person."""

    title: str
    version: str
    authors: tuple[str, ...]


def edition_of(project: Project) -> Edition:
    """The facts of `CITATION.cff`."""
    cited = yaml.safe_load((project.root / "CITATION.cff").read_text(encoding="utf-8"))
    return Edition(cited["title"], str(cited["version"]), tuple(author["name"] for author in cited["authors"]))
