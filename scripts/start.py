"""A second knowledge base: made-up examples to be replaced, and a copy of the engine that builds them.

The engine is what knows no subject. Each knowledge base holds a copy of it, so that a folder builds by itself, on any
machine and at any time, as it did when it was published; a newer engine replaces the copy whole.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

from scripts.artefacts.errors import BuildError
from scripts.compiling.compile import compile_project
from scripts.compiling.record import write_record
from scripts.days import today
from scripts.project import Project

ENGINE = (
    "scripts", "overrides", "docs/assets", "templates", "main.py", "requirements.txt", "docs/front-matter.schema.json",
    "LICENSE",
)  # fmt: skip
_TEMPLATE = Path("templates") / "kb"
_READ, _DUE = "2026-11-22", "2027-11-22"  # the days that the template's own files name
# The settings of mkdocs.yml that belong to the engine: from one key up to, and without, the other.
_PARTS = (("theme", "extra"), ("extra_css", "nav"))
_BEGIN = "# The engine's settings, from here to the line that says so; a newer engine replaces them.\n"
_END = "# Here the engine's settings end.\n"


def new_knowledge_base(engine: Project, project: Project) -> None:
    """Make a small one in a folder that is new or empty; raises BuildError, and then nothing is written."""
    folder = project.root
    if fault := next(_faults(engine, folder), None):
        raise BuildError(fault)
    shutil.copytree(engine.root / _TEMPLATE, folder, dirs_exist_ok=True)
    (folder / "gitignore").rename(folder / ".gitignore")
    _set_days(folder)
    renew_engine(engine, project)
    write_record(project, compile_project(project).knowledge)


def _set_days(folder: Path) -> None:
    """Let the pages be read through today, and be read again in a year."""
    day = today()
    due = f"{day.year + 1}-{day:%m}-{min(day.day, 28):02}"
    for path in (path for path in sorted(folder.rglob("*")) if path.is_file()):
        text = path.read_text("utf-8").replace(_DUE, due).replace(_READ, day.isoformat())
        path.write_text(text, encoding="utf-8")


def renew_engine(engine: Project, project: Project) -> None:
    """Put this engine in the place of the one of `project`; raises BuildError where that holds no such copy."""
    if project.root == engine.root or not project.configuration.is_file():
        raise BuildError(f"{project.root}: not a second knowledge base, expected a folder that `new kb` made")
    text = project.configuration.read_text("utf-8")
    settings = f"{_BEGIN}{_settings(engine)}{_END}"
    replaced, times = re.subn(f"(?s){re.escape(_BEGIN)}.*{re.escape(_END)}", lambda _: settings, text)
    if times != 1:
        raise BuildError(f"{project.configuration}: {times} parts of the engine, expected 1 between its two lines")
    for name in ENGINE:
        _put(engine, project, name)
    project.configuration.write_text(replaced, encoding="utf-8")


def _put(engine: Project, project: Project, name: str) -> None:
    """Copy one part of the engine, in the place of what stood there."""
    source, target = engine.root / name, project.root / name
    if source.is_dir():
        shutil.rmtree(target, ignore_errors=True)
        shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"))
    else:
        shutil.copy(source, target)


def _faults(engine: Project, folder: Path) -> Iterator[str]:
    if folder == engine.root or engine.root in folder.parents:
        yield f"{folder}: inside this project, expected a folder outside {engine.root}"
    if folder in engine.root.parents:
        yield f"{folder}: holds this project, expected a folder of its own"
    if folder.exists() and not folder.is_dir():
        yield f"{folder}: a file, expected a new or empty folder"
    elif folder.is_dir() and (found := sorted(path.name for path in folder.iterdir())):
        yield f"{folder}: not empty ({', '.join(found[:3])}), expected a new or empty folder"


def _settings(engine: Project) -> str:
    """What every knowledge base has in common in mkdocs.yml, as the engine's own project has it."""
    text = engine.configuration.read_text("utf-8")
    if _BEGIN in text:  # this project is itself a second one
        return text.partition(_BEGIN)[2].partition(_END)[0]
    found = (re.search(rf"(?ms)^{first}:.*?(?=^{after}:)", text) for first, after in _PARTS)
    return "\n".join(part[0].rstrip() + "\n" for part in found if part)
