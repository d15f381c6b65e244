"""Every data file in the evidence folder is one that the build reads, so that none is passed over in silence."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.compiling.compile import Compiled
from scripts.problems import Place, Problem

_FILES = {
    "sources.json", "red-flags.yml", "glossary.yml", "disagreements.yml", "together.yml", "source-document.yml",
    "checked.yml", "search-words.yml",
}  # fmt: skip
_FOLDERS = {"claims", "protocols"}


def check(compiled: Compiled) -> Iterator[Problem]:
    """Problems `unread-file`."""
    folder = compiled.project.evidence
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        known = name in _FILES or (path.suffix == ".yml" and path.parent.name in _FOLDERS)
        if path.is_file() and path.suffix != ".md" and not known:
            place = Place(compiled.project.name(path), 1)
            expected = f"{', '.join(sorted(_FILES))}, claims/TOPIC.yml or protocols/KIND.yml"
            yield place.problem("file", "unread-file", f"a file '{name}' that nothing reads", expected)
