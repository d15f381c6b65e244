"""Every page stands in the navigation, and the navigation names only pages that exist."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.compiling.compile import Compiled
from scripts.problems import Place, Problem


def check(compiled: Compiled) -> Iterator[Problem]:
    """Problems `not-in-navigation` and `navigation`."""
    for file in compiled.files:
        if file.page.path not in compiled.navigation:
            place = Place(file.raw.path, 1)
            yield place.problem(
                file.page.id, "not-in-navigation", "a page that no menu names", "a line in nav of mkdocs.yml"
            )
    for path, place in compiled.navigation.items():
        if not (compiled.project.docs / path).exists() and "://" not in path:
            yield place.problem("nav", "navigation", repr(path), "a page below docs/")
