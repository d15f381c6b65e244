"""Every Markdown link inside the site leads to a page and an anchor that exist."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from scripts.checks.support import anchors
from scripts.compiling.compile import Compiled
from scripts.compiling.pages import PageFile
from scripts.problems import Place, Problem
from scripts.reading.template import GAP


def check(compiled: Compiled) -> Iterator[Problem]:
    """Problems `broken-link` and `broken-anchor`."""
    pages = {file.page.path: file for file in compiled.files}
    for file in compiled.files:
        for target, line in file.raw.links:
            if not target.startswith(("http://", "https://", "mailto:")) and GAP not in target:
                yield from _link(compiled, pages, file, target, Place(file.raw.path, line))


def _link(
    compiled: Compiled, pages: dict[str, PageFile], file: PageFile, target: str, place: Place
) -> Iterator[Problem]:
    path, _, anchor = target.partition("#")
    wanted = posixpath.normpath(posixpath.join(posixpath.dirname(file.page.path), path)) if path else file.page.path
    if wanted not in pages:
        outside = wanted.startswith(("/", ".."))
        if outside or not (compiled.project.docs / wanted).is_file():
            yield place.problem(target, "broken-link", f"no file docs/{wanted}", "a page or file that exists")
    elif anchor and anchor not in anchors(compiled, pages[wanted].page):
        yield place.problem(
            target, "broken-anchor", f"no '{anchor}' on docs/{wanted}", "the id of a heading or item there"
        )
