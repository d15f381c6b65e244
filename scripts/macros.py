"""Binds the rendering functions to the generator; the only module that knows mkdocs-macros."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol

import jinja2

from scripts.compiling.compile import knowledge_of
from scripts.rendering.registry import MACROS
from scripts.rendering.view import Citations, View


class MacroEnvironment(Protocol):
    """What both generators hand to `define_env`, as far as it is used here."""

    def macro(self, function: Callable[..., str], name: str) -> object:
        """Register a macro under a name."""


ROOT = Path(__file__).resolve().parent.parent


def define_env(env: MacroEnvironment) -> None:
    """Register every macro; one generator calls this once a build, the other once a page."""
    for name, function in MACROS.items():
        env.macro(_bound(function), name)


def _bound(function: Callable[..., Any]) -> Callable[..., str]:
    @jinja2.pass_context
    def macro(context: jinja2.runtime.Context, *args: object, **options: object) -> str:
        # A template context lives as long as one rendering of one page, and so do the page's citations.
        citations = context.vars.setdefault("_citations", Citations())
        knowledge = knowledge_of(ROOT)
        view = View(knowledge, knowledge.pages[context["page"].meta["id"]], citations)
        return str(function(view, *args, **options))

    return macro
