"""The same site with its macros already expanded: what plain MkDocs is measured on."""

from __future__ import annotations

import re
from functools import partial
from pathlib import Path

import jinja2

from scripts.compiling.compile import knowledge_of
from scripts.project import Project
from scripts.rendering.registry import MACROS
from scripts.rendering.view import View


def expand(project: Project, target: Path) -> None:
    """Turn the copied project at `target` into one without macros: pages expanded, the plugin gone."""
    knowledge = knowledge_of(project.root)
    environment = jinja2.Environment(autoescape=False, keep_trailing_newline=True)  # noqa: S701 - macros escape
    for page in knowledge.pages.values():
        view = View(knowledge, page)
        path = target / "docs" / page.path
        _, front, body = path.read_text(encoding="utf-8").split("---\n", 2)
        calls = {name: partial(function, view) for name, function in MACROS.items()}
        text = environment.from_string(body).render(calls)
        path.write_text(f"---\n{front}---\n{text}", encoding="utf-8")
    configuration = target / "mkdocs.yml"
    without = re.sub(r"(?m)^  - macros:\n(?:      .*\n)+", "", configuration.read_text(encoding="utf-8"))
    configuration.write_text(without, encoding="utf-8")
