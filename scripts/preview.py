"""The live preview of one build after another: which pages are rendered anew, and what the rules say afterwards."""

from __future__ import annotations

import logging
import math
import os
import time
from collections.abc import Iterator
from pathlib import Path
from threading import Timer

from scripts.checks import UNCHECKED, by_rule
from scripts.compiling.compile import Compiled, knowledge_of
from scripts.model.knowledge import Knowledge
from scripts.problems import InputError, Problem, Problems
from scripts.project import Project

_LOG = logging.getLogger("mkdocs.preview")  # below the generator's own, so that it is shown
_PAUSE = 2  # seconds


class Preview:
    """What a preview remembers from build to build.

    The generator renders a page whose file is newer than what it built from it. That is right where only words were
    edited; whatever else changes can show on any page, so that all of them are rendered anew.
    """

    def __init__(self, project: Project) -> None:
        self.project = project
        self._face: object = None
        self._broken_since = math.inf
        self._compiled: Compiled | None = None
        self._later: Timer | None = None

    def knowledge(self) -> Knowledge:
        """The knowledge without the rules: of a large knowledge base they take most of the time, and come later."""
        return knowledge_of(self.project.root, self._problems)

    def _problems(self, compiled: Compiled) -> Problems:
        self._compiled = compiled
        return compiled.problems

    def prepare(self, site: Path) -> None:
        """Let all that was built in `site` count as old where more than the words of pages changed since then.

        While an input is broken the faults are told, and pages stay; one that is edited then shows the faults, and is
        rendered anew when they are mended.
        """
        if self._later:
            self._later.cancel()
        self._compiled = None
        try:
            face = (_stamps(self.project), _face(self.knowledge()))
        except InputError as error:
            _LOG.warning("not all pages are up to date:\n%s", error)
            self._broken_since = min(self._broken_since, time.time())
            return
        oldest = self._broken_since if face == self._face else 0
        for built in site.rglob("*.html") if oldest < math.inf else ():
            if built.stat().st_mtime >= oldest:
                os.utime(built, (0, 0))
        self._face, self._broken_since = face, math.inf

    def report(self) -> None:
        """Tell what the rules find, once the author pauses: they would hold up the next edit."""
        self._later = Timer(_PAUSE, self._tell, [self._compiled])
        self._later.daemon = True
        self._later.start()

    def _tell(self, compiled: Compiled | None) -> None:
        found: list[Problem] = []
        for problems in by_rule(compiled) if compiled else ():
            if compiled is not self._compiled:
                return  # another build has begun since, and needs the processor
            found += problems
        if problems := list(Problems(found).without(UNCHECKED)):
            _LOG.warning("%d problem(s)\n%s", len(problems), "\n".join(map(str, problems)))
        elif compiled:
            _LOG.info("no problems")


def _stamps(project: Project) -> list[tuple[str, int]]:
    """The times of every input but the pages."""
    return [(path.as_posix(), path.stat().st_mtime_ns) for path in _files(project)]


def _files(project: Project) -> Iterator[Path]:
    yield from (path for path in project.inputs() if path.suffix != ".md")
    for folder in ("overrides", "scripts"):
        yield from (path for path in sorted((project.root / folder).rglob("*")) if path.suffix in (".html", ".py"))


def _face(knowledge: Knowledge) -> object:
    """What other pages can show of pages: their front matter, their sections, and which of them holds what."""
    pages = [
        (page.front, [(section.id, section.title, section.level) for section in page.sections])
        for page in knowledge.pages.values()
    ]
    return pages, knowledge.homes
