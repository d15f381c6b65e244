"""The one entry: a project's files to knowledge, problems and origins; remembered until an input changes."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cached_property, partial
from pathlib import Path

from scripts.compiling.evidence import EvidenceReader
from scripts.compiling.lasting import read_lasting
from scripts.compiling.origins import Origins
from scripts.compiling.pages import PageFile, read_pages
from scripts.compiling.pathways import read_pathways
from scripts.compiling.references import format_references
from scripts.compiling.uses import homes, uses
from scripts.compiling.walks import Walks, walk
from scripts.model.knowledge import Knowledge
from scripts.problems import InputError, Place, Problems
from scripts.project import Project
from scripts.reading.document import Document
from scripts.reading.kept import Kept
from scripts.reading.navigation import read_navigation
from scripts.reading.text import read_text


@dataclass(frozen=True)
class Compiled:
    """Knowledge, with what the checks need to say where a fault stands; `walks` holds the sound pathways only."""

    project: Project
    knowledge: Knowledge
    record: Document | None
    problems: Problems
    origins: Origins
    files: tuple[PageFile, ...]
    navigation: dict[str, Place]
    walks: dict[str, Walks]

    @cached_property
    def listed(self) -> dict[str, set[str]]:
        """For each page the anchors of what its macros list in full."""
        found: dict[str, set[str]] = {}
        for address in self.knowledge.homes.values():
            found.setdefault(address.page, set()).add(address.anchor)
        return found


def compile_project(project: Project) -> Compiled:
    """Everything in the project, compiled; faulty parts are left out and named in `problems`."""
    problems, origins = Problems(), Origins()
    reader = EvidenceReader(project, problems, origins)
    evidence = reader.read()
    record = reader.document(project.record)
    lasting = read_lasting(reader, project)
    files = tuple(read_pages(project, problems, origins))
    knowledge = Knowledge(
        sources=evidence.sources,
        claims=evidence.claims,
        topics=evidence.topics,
        red_flags=evidence.red_flags,
        protocols=evidence.protocols,
        together=evidence.together,
        document=evidence.document,
        terms=evidence.terms,
        disagreements=evidence.disagreements,
        search_words=evidence.search_words,
        self_test=evidence.self_test,
        released=evidence.released,
        lasting=lasting,
        histories={name: item for name, item in lasting.histories().items() if name in evidence.claims},
        pages={file.page.id: file.page for file in files},
        pathways=read_pathways(files, problems, origins),
    )
    knowledge = replace(knowledge, uses=uses(knowledge), homes=homes(knowledge))
    navigation = _navigation(project, problems)
    origins.incomplete |= set(_incomplete(project, problems))
    walks = {name: found for name, pathway in knowledge.pathways.items() if (found := walk(pathway))}
    return Compiled(project, knowledge, record, problems, origins, files, navigation, walks)


def _incomplete(project: Project, problems: Problems) -> Iterator[str]:
    """The kinds of which a page, the configuration or the record has a fault, so that parts may be left out."""
    kinds = {
        project.name(project.configuration): "navigation",
        project.name(project.record): "record",
    }
    for problem in problems:
        if problem.path.endswith(".md"):
            yield "page"
        elif problem.path in kinds:
            yield kinds[problem.path]


def _navigation(project: Project, problems: Problems) -> dict[str, Place]:
    path = project.configuration
    if not path.exists():
        place = Place(project.name(path), 1)
        problems.add(place.problem("file", "missing-file", "no such file", "the generator's configuration"))
        return {}
    text = read_text(path, project.name(path), problems)
    return read_navigation(text, project.name(path), problems) if text is not None else {}


_Fingerprint = tuple[tuple[str, int, int], ...]
_Check = Callable[[Compiled], Problems]
_formatted: Kept[dict[str, str]] = Kept()
_memory: dict[tuple[Path, _Check], tuple[_Fingerprint, Knowledge]] = {}


def knowledge_of(root: Path, check: _Check = lambda compiled: compiled.problems) -> Knowledge:
    """The knowledge of the project at `root`, references formatted; compiled anew only when an input has changed.

    Raises InputError with every problem that `check` finds (without one, those of compiling).
    """
    project = Project(root)
    fingerprint = _fingerprint(project)
    remembered = _memory.get((root, check))
    if remembered and remembered[0] == fingerprint:
        return remembered[1]
    with _uncollected():
        compiled = compile_project(project)
        problems = check(compiled)
        if len(problems):
            raise InputError(problems)
        sources = compiled.knowledge.sources
        formatted = _formatted.get(str(root), (sources,), partial(format_references, sources, project.cache))
        knowledge = replace(compiled.knowledge, references=formatted)
    _memory[root, check] = (fingerprint, knowledge)
    return knowledge


@contextmanager
def _uncollected() -> Iterator[None]:
    """Make what lives as long as the build without the garbage collector's looking through all of it again and again.

    Of a large knowledge base that search takes as long as everything else that a live preview does after an edit.
    """
    gc.disable()
    try:
        yield
        gc.freeze()
    finally:
        gc.enable()


def _fingerprint(project: Project) -> _Fingerprint:
    """Names, sizes and times of the inputs: a stale answer is worse than a few file look-ups."""
    stats = ((path, path.stat()) for path in project.inputs() if path.exists())
    return tuple((path.as_posix(), stat.st_size, stat.st_mtime_ns) for path, stat in stats)
