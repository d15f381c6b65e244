"""What many tests need: a small knowledge base on disk, changed where a test wants it, and its problems."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

from scripts.checks import run_checks
from scripts.compiling.compile import compile_project
from scripts.compiling.record import write_record
from scripts.project import Project

ROOT = Path(__file__).resolve().parent.parent
SMALL = Path(__file__).parent / "small"


def small_project(folder: Path, files: Mapping[str, str] | None = None) -> Project:
    """A copy of tests/small in `folder`, with `files` (path to content) in place, and all of it noted as checked."""
    shutil.copytree(SMALL, folder, dirs_exist_ok=True)
    project = Project(folder)
    write_files(project, files or {})
    if "docs/evidence/checked.yml" not in (files or {}):
        write_record(project, compile_project(project).knowledge)
    return project


def write_files(project: Project, files: Mapping[str, str]) -> None:
    """Put each content at its path below the project's root; nothing is noted as checked."""
    for name, content in files.items():
        path = project.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")


def edited(name: str, old: str, new: str) -> str:
    """The content of a file of the small knowledge base, with its one `old` replaced by `new`."""
    text = (SMALL / name).read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {name}"
    return text.replace(old, new)


def problems_of(project: Project) -> list[str]:
    """Every problem of compiling and of the checks, as the command line prints them."""
    return [str(problem) for problem in run_checks(compile_project(project))]


def with_engine(project: Project) -> Project:
    """The project with what building its site needs: the scripts, the theme's overrides and the assets."""
    for folder in ("scripts", "overrides", "docs/assets"):
        ignored = shutil.ignore_patterns("__pycache__")
        shutil.copytree(ROOT / folder, project.root / folder, dirs_exist_ok=True, ignore=ignored)
    shutil.copy(ROOT / "main.py", project.root)
    return project
