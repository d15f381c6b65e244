"""Generated knowledge bases: this one, with its claims, sources and pages several times over."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import yaml

from scripts.compiling.compile import compile_project
from scripts.compiling.record import write_record
from scripts.project import Project

_PARTS = ("main.py", "mkdocs.yml", "overrides", "scripts", "docs")


def copy_project(source: Project, target: Path) -> Project:
    """A copy of the project's own files in `target`, without what can be made again."""
    target.mkdir(parents=True)
    for name in _PARTS:
        path = source.root / name
        if path.is_dir():
            shutil.copytree(path, target / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(path, target / name)
    return Project(target)


def multiply(project: Project, times: int, pages: bool) -> None:
    """Let the project hold `times` as many sources and claims, and pages where wanted.

    A copied claim rests on copied sources and stands in a ledger page of its own; a copied page cites what the
    original cites.
    """
    _multiply_sources(project, times)
    for path in sorted((project.evidence / "claims").glob("*.yml")):
        for copy in range(1, times):
            _copy_claims(project, path, copy)
    if pages:
        originals = [path for path in sorted(project.docs.rglob("*.md")) if "ledger" not in path.parts]
        for copy in range(1, times):
            for path in originals:
                _copy_page(project, path, copy)
    _write_navigation(project)
    write_record(project, compile_project(project).knowledge)


def _write_navigation(project: Project) -> None:
    """Every page in the navigation, below its folder."""
    text = project.configuration.read_text(encoding="utf-8").partition("\nnav:")[0]
    folders: dict[str, list[str]] = {}
    for path in sorted(project.docs.rglob("*.md")):
        name = path.relative_to(project.docs)
        folders.setdefault(name.parent.as_posix(), []).append(name.as_posix())
    lines = [f"  - {folder}:\n" + "".join(f"      - {name}\n" for name in names) for folder, names in folders.items()]
    project.configuration.write_text(f"{text}\nnav:\n{''.join(lines)}", encoding="utf-8")


def _multiply_sources(project: Project, times: int) -> None:
    path = project.evidence / "sources.json"
    sources = json.loads(path.read_text(encoding="utf-8"))
    copies = [{**source, "id": f"{source['id']}-{copy}"} for copy in range(1, times) for source in sources]
    path.write_text(json.dumps([*sources, *copies], indent=1, ensure_ascii=False), encoding="utf-8")


def _copy_claims(project: Project, path: Path, copy: int) -> None:
    topic = f"{path.stem}-{copy}"
    text = path.read_text(encoding="utf-8")
    text = re.sub(r"(?m)^(- id: .*)$", rf"\1-{copy}", text)
    text = re.sub(r"(?m)^  sources: \[(.*)\]$", lambda found: _sources(found[1], copy), text)
    (path.parent / f"{topic}.yml").write_text(text, encoding="utf-8")
    page = project.evidence / "ledger" / f"{path.stem}.md"
    body = page.read_text(encoding="utf-8").replace(f'ledger("{path.stem}")', f'ledger("{topic}")')
    body = re.sub(r"(?m)^id: (.*)$", rf"id: \1-{copy}", body, count=1)
    page.with_name(f"{topic}.md").write_text(body, encoding="utf-8")


def _sources(names: str, copy: int) -> str:
    return f"  sources: [{', '.join(f'{name.strip()}-{copy}' for name in names.split(','))}]"


def _copy_page(project: Project, path: Path, copy: int) -> None:
    """A page under another id, without the front matter keys that may stand only once."""
    text = path.read_text(encoding="utf-8")
    _, front, body = text.split("---\n", 2)
    keys = yaml.safe_load(front)
    keys["id"] = f"{keys['id']}-{copy}"
    keys.pop("covers", None)
    target = project.docs / f"copy-{copy}" / path.relative_to(project.docs)
    target.parent.mkdir(parents=True, exist_ok=True)
    head = yaml.safe_dump(keys, allow_unicode=True, sort_keys=False)
    target.write_text(f"---\n{head}---\n{body}", encoding="utf-8")
