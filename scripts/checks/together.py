"""A page that uses one claim of a group that misleads when shown alone uses the whole group."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.compiling.compile import Compiled
from scripts.compiling.shows import claims_of
from scripts.problems import Place, Problem


def check(compiled: Compiled) -> Iterator[Problem]:
    """Problems `together`."""
    for file in compiled.files:
        used: dict[str, int] = {}
        for call in file.page.calls:
            for name in claims_of(call, file.page, compiled.knowledge):
                used.setdefault(name, call.line)
        for group in compiled.knowledge.together:
            missing = [name for name in group if name not in used]
            present = [name for name in group if name in used]
            if present and missing:
                place = Place(file.raw.path, used[present[0]])
                found = f"'{present[0]}' without {', '.join(repr(name) for name in missing)}"
                yield place.problem(present[0], "together", found, "the whole group on the page")
