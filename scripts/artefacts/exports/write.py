"""The files of references: `cite/<page id>.json`, `.bib`, `.ris` and `.txt`, and the same for all sources."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from scripts.artefacts.errors import BuildError
from scripts.artefacts.exports.bibtex import bibtex
from scripts.artefacts.exports.csl import csl_json
from scripts.artefacts.exports.ris import ris
from scripts.artefacts.metadata import Cited
from scripts.model.cite import ALL, FOLDER
from scripts.model.knowledge import Knowledge
from scripts.model.source import Source

_TAG = re.compile(r"<[^>]+>")


def write_citations(knowledge: Knowledge, site: Path, cited: Cited) -> None:
    """Put the files of every page that cites, and those of all sources, into the site. Raises BuildError."""
    if ALL in knowledge.pages:
        raise BuildError(f"{knowledge.pages[ALL].path}: id: {ALL!r}, expected another: all sources have it")
    (site / FOLDER).mkdir(parents=True, exist_ok=True)
    _write(knowledge, site, ALL, list(knowledge.sources.values()))
    for name, sources in cited.items():
        if sources:
            _write(knowledge, site, name, sources)


def _write(knowledge: Knowledge, site: Path, name: str, sources: Sequence[Source]) -> None:
    texts = {
        "json": csl_json(sources),
        "bib": bibtex(sources),
        "ris": ris(sources),
        "txt": formatted(sources, knowledge.references),
    }
    for ending, text in texts.items():
        (site / FOLDER / f"{name}.{ending}").write_text(text, encoding="utf-8", newline="")


def formatted(sources: Sequence[Source], references: Mapping[str, str]) -> str:
    """The sources as the site's own style formats them, numbered in the order given, without markup."""
    texts = (in_plain_text(references[source.id]) for source in sources)
    return "".join(f"{number}. {text}\n" for number, text in enumerate(texts, 1))


def in_plain_text(reference: str) -> str:
    """A formatted reference without markup, in one line."""
    return " ".join(html.unescape(_TAG.sub("", reference)).split())
