"""Raw pages to pages: front matter validated, addresses and sections worked out."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from types import MappingProxyType

from scripts.compiling.origins import Origins
from scripts.compiling.validate import validate
from scripts.model.page import FrontMatter, MacroCall, Page, Section
from scripts.problems import Problems
from scripts.project import Project
from scripts.reading.kept import KeptReading
from scripts.reading.page import RawPage, read_page
from scripts.reading.text import read_text


@dataclass(frozen=True)
class PageFile:
    """A page with what checks need of its file."""

    page: Page
    raw: RawPage


def read_pages(project: Project, problems: Problems, origins: Origins) -> list[PageFile]:
    """Every page below the docs folder that could be read, in the order of their paths."""
    return list(_read(project, problems, origins))


def _read(project: Project, problems: Problems, origins: Origins) -> Iterator[PageFile]:
    for path in sorted(project.docs.rglob("*.md")):
        name = project.name(path)
        text = read_text(path, name, problems)
        raw = read_page(text, name, problems) if text is not None else None
        if raw is None:
            continue
        file = _files.get(name, (raw,), problems, partial(_page_file, path.relative_to(project.docs), raw))
        if file is None:
            continue
        if problem := origins.add("page", file.page.id, raw.front, ()):
            problems.add(problem)
            continue
        yield file


_files: KeptReading[PageFile | None] = KeptReading()


def _page_file(path: Path, raw: RawPage, problems: Problems) -> PageFile | None:
    front = validate(FrontMatter, raw.front.data or {}, raw.front, (), problems)
    return PageFile(_page(front, path, raw), raw) if front else None


def _page(front: FrontMatter, path: Path, raw: RawPage) -> Page:
    sections = tuple(
        Section(heading.id, heading.text, heading.level, heading.line) for heading in raw.headings if heading.id
    )
    lines = [section.line for section in sections]
    calls = tuple(
        MacroCall(
            call.name, call.args, MappingProxyType(dict(call.options)), call.line,
            _section(sections[: bisect_right(lines, call.line)]), raw.block(call.line),
        )
        for call in raw.calls
    )  # fmt: skip
    return Page(front, path.as_posix(), url_of(path), sections, calls)


def _section(above: tuple[Section, ...]) -> str:
    """The id of the last of the headings above; "" where there is none, and for the page's own title."""
    return above[-1].id if above and above[-1].level > 1 else ""


def url_of(path: Path) -> str:
    """The address of a page below the site's root: `a/b.md` is at `a/b/`, `a/index.md` at `a/`."""
    folder = path.parent if path.name == "index.md" else path.with_suffix("")
    return "" if folder == Path(".") else f"{folder.as_posix()}/"
