"""Data flows one way, from files to the site: a stage imports only what stands before it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support import ROOT

SCRIPTS = ROOT / "scripts"
STAGES = {"reading", "model", "compiling", "rendering", "checks", "artefacts", "macros", "__main__"}
GENERATORS = {"mkdocs", "mkdocs_macros", "material", "zensical"}
# What each stage must not import: other stages, and packages that would tie it to a later one.
FORBIDDEN = {
    "reading": (STAGES - {"reading"}) | GENERATORS | {"pydantic", "markupsafe"},
    "model": (STAGES - {"model"}) | GENERATORS | {"yaml", "jinja2", "pathlib", "scripts.problems", "scripts.project"},
    "compiling": {"rendering", "checks", "artefacts", "macros", "jinja2", "markupsafe"} | GENERATORS,
    "rendering": {"reading", "checks", "artefacts", "macros", "scripts.project", "yaml", "pydantic"} | GENERATORS,
    "checks": {"artefacts", "macros", "jinja2", "markupsafe"} | GENERATORS,
    "artefacts": {"reading", "macros"} | GENERATORS,
}
OPENS_FILES = {"open", "read_text", "read_bytes", "write_text", "write_bytes", "iterdir", "glob", "rglob", "unlink"}


def modules(folder: str) -> list[Path]:
    return sorted((SCRIPTS / folder).rglob("*.py"))


def imports(path: Path) -> Iterator[str]:
    """Every module that a file imports, wherever in it: `scripts.model.claim`, `jinja2.nodes`."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are absolute"
            yield node.module or ""
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def stage(name: str) -> set[str]:
    """What a module's name may be forbidden as: its stage, its package, its whole name."""
    parts = name.split(".")
    return {parts[1] if parts[0] == "scripts" and len(parts) > 1 else parts[0], ".".join(parts[:2])}


@pytest.mark.parametrize("path", [path for folder in FORBIDDEN for path in modules(folder)], ids=lambda path: path.stem)
def test_a_module_imports_nothing_of_a_later_stage(path: Path) -> None:
    forbidden = FORBIDDEN[path.relative_to(SCRIPTS).parts[0]]
    assert not [name for name in imports(path) if stage(name) & forbidden]


def test_every_stage_is_known_and_not_empty() -> None:
    assert {path.name for path in SCRIPTS.iterdir() if (path / "__init__.py").exists()} == {
        *FORBIDDEN,
        "bench",
        "watch",
    }
    assert all(len(modules(folder)) > 1 for folder in FORBIDDEN)


@pytest.mark.parametrize("path", modules("rendering"), ids=lambda path: path.stem)
def test_rendering_opens_no_file(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        called = getattr(node, "func", None)
        assert getattr(called, "attr", getattr(called, "id", "")) not in OPENS_FILES


def test_only_the_macros_know_the_generator() -> None:
    knowing = {path for path in modules("") if any(stage(name) & GENERATORS for name in imports(path))}
    defining = {path for path in modules("") if "def define_env" in path.read_text(encoding="utf-8")}
    importing = {path for path in modules("") if "scripts.macros" in set(imports(path))}
    assert not knowing
    assert defining == {SCRIPTS / "macros.py"}
    assert importing == set()
    assert "scripts.macros" in set(imports(ROOT / "main.py"))
