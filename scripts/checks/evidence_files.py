"""Every data file in the evidence folder is one that the build reads, so that none is passed over in silence."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.compiling.compile import Compiled
from scripts.problems import Place, Problem

_FILES = {
    "sources.json", "red-flags.yml", "glossary.yml", "disagreements.yml", "together.yml", "source-document.yml",
    "checked.yml", "search-words.yml", "released.yml", "addresses.yml", "forwards.yml", "history.yml",
}  # fmt: skip
_FOLDERS = {"claims", "protocols"}
_KINDS = {"statements", "figures", "words", "matches", "orders", "cases"}


def check(compiled: Compiled) -> Iterator[Problem]:
    """Problems `unread-file`."""
    folder = compiled.project.evidence
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        listed = path.parent.name in _FOLDERS or (path.parent.name == "self-test" and path.stem in _KINDS)
        known = name in _FILES or (path.suffix == ".yml" and listed)
        if path.is_file() and path.suffix != ".md" and not known:
            place = Place(compiled.project.name(path), 1)
            expected = f"{', '.join(sorted(_FILES))}, claims/TOPIC.yml, protocols/KIND.yml or self-test/KIND.yml"
            yield place.problem("file", "unread-file", f"a file '{name}' that nothing reads", expected)
