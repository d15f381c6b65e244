"""What a browser fetches when a reader asks it to keep a copy of the site: `copy.json`, read by assets/keep.js."""

from __future__ import annotations

import json
from pathlib import Path

from scripts.artefacts.book.facts import Facts, spelled
from scripts.model.knowledge import Knowledge

NAME = "copy.json"
_ASSETS = {".css", ".js", ".svg"}


def write_kept(knowledge: Knowledge, site: Path, facts: Facts) -> None:
    """List every page, and every file of the assets, by address, with what they weigh together uncompressed."""
    pages = {page.url: site / page.url / "index.html" for page in knowledge.pages.values()}
    assets = {
        path.relative_to(site).as_posix(): path for path in (site / "assets").rglob("*") if path.suffix in _ASSETS
    }
    files = {name: path.stat().st_size for name, path in sorted({**pages, **assets}.items())}
    said = {
        "version": facts.version, "day": spelled(facts.day), "bytes": sum(files.values()), "files": list(files),
    }  # fmt: skip
    (site / NAME).write_text(json.dumps(said, indent=1) + "\n", encoding="utf-8")
