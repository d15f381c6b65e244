"""Sources to formatted references, by a citation processor and a standard style; each formatted once."""

from __future__ import annotations

import hashlib
import json
import subprocess
import xml.etree.ElementTree as ElementTree
from collections.abc import Mapping
from pathlib import Path

import pypandoc

from scripts.model.source import Source

# NLM's "Citing Medicine" (Vancouver). A file of the Citation Style Language project, licence CC BY-SA 3.0.
STYLE = Path(__file__).parent.parent / "rendering" / "styles" / "nlm-citation-sequence.csl"
_EVERYTHING = '---\nnocite: "@*"\n---\n'


def format_references(sources: Mapping[str, Source], cache: Path) -> dict[str, str]:
    """Each source's reference as HTML, kept in `cache` under a digest of the sources and the style."""
    items = json.dumps([_csl(source) for source in sources.values()], sort_keys=True, ensure_ascii=False)
    digest = hashlib.sha256(items.encode() + STYLE.read_bytes()).hexdigest()[:24]
    kept = cache / f"references-{digest}.json"
    if kept.exists():
        return dict(json.loads(kept.read_text(encoding="utf-8")))
    formatted = _entries(_pandoc(items, cache))
    temporary = kept.with_suffix(".part")
    temporary.write_text(json.dumps(formatted, ensure_ascii=False), encoding="utf-8")
    temporary.replace(kept)
    return formatted


def _csl(source: Source) -> dict[str, object]:
    item = source.model_dump(mode="json", by_alias=True, exclude_none=True, exclude_defaults=True, exclude={"custom"})
    if source.type in ("chapter", "paper-conference") and not source.container_title:
        # The style prints "In" before the whole that a part belongs to, even where that is unknown.
        if source.event_title:
            item["container-title"] = source.event_title
        else:
            item["type"] = "webpage" if source.url else "document"
    return item


def _pandoc(items: str, cache: Path) -> str:
    cache.mkdir(parents=True, exist_ok=True)
    bibliography = cache / "sources.csl.json"
    bibliography.write_text(items, encoding="utf-8")
    command = [
        pypandoc.get_pandoc_path(), "--citeproc", "--bibliography", str(bibliography), "--csl", str(STYLE),
        "--from", "markdown", "--to", "html", "--wrap", "none",
    ]  # fmt: skip
    return subprocess.run(command, input=_EVERYTHING, capture_output=True, text=True, check=True).stdout


def _entries(html: str) -> dict[str, str]:
    """The text of each entry by its source's id, without the number that the page gives it."""
    found = {}
    for entry in ElementTree.fromstring(html).iter("div"):  # noqa: S314 - the processor wrote it
        if entry.get("class") == "csl-entry":
            text = entry.find("div[@class='csl-right-inline']")
            if text is not None:
                inner = ElementTree.tostring(text, encoding="unicode", method="html")
                found[entry.get("id", "").removeprefix("ref-")] = inner[inner.index(">") + 1 : inner.rindex("</div>")]
    return found
