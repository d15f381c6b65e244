"""Binds the rendering functions to the generator; the only module that knows mkdocs-macros."""

from __future__ import annotations

import functools
import os
import posixpath
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Protocol

import jinja2

from scripts.checks import blocking_problems
from scripts.compiling.compile import knowledge_of
from scripts.model.knowledge import Knowledge
from scripts.preview import Preview
from scripts.project import Project
from scripts.rendering.registry import MACROS
from scripts.rendering.view import View


class MacroEnvironment(Protocol):
    """What both generators hand to `define_env`, as far as it is used here; `conf` is the generator's configuration."""

    conf: Mapping[str, Any]

    def macro(self, function: Callable[..., str], name: str) -> object:
        """Register a macro under a name."""


ROOT = Path(__file__).resolve().parent.parent
PREVIEW = Preview(Project(ROOT)) if os.environ.get("LIVE_PREVIEW") else None


def define_env(env: MacroEnvironment) -> None:
    """Register every macro; one generator calls this once a build, the other once a page.

    The knowledge is looked up on first use and not before: a page without macros must build even while it is broken.
    """
    if PREVIEW:
        PREVIEW.prepare(Path(env.conf["site_dir"]))
    knowledge = functools.cache(PREVIEW.knowledge if PREVIEW else lambda: knowledge_of(ROOT, blocking_problems))
    moves_links = type(env).__module__.startswith("zensical")
    for name, function in MACROS.items():
        env.macro(_bound(function, knowledge, moves_links), name)


def on_post_build(env: MacroEnvironment) -> None:
    """Called by the generator when the pages are built: the live preview tells what the rules find."""
    if PREVIEW:
        PREVIEW.report()


def _bound(function: Callable[..., Any], knowledge: Callable[[], Knowledge], moves_links: bool) -> Callable[..., str]:
    """`moves_links`: the generator takes addresses in HTML as relative to a page's source file and moves them."""

    @jinja2.pass_context
    def macro(context: jinja2.runtime.Context, /, *args: object, **options: object) -> str:
        # A template context lives as long as one rendering of one page, and so does its view with its citations.
        view = context.vars.get("_view")
        if view is None:
            page = knowledge().pages[context["page"].meta["id"]]
            base = posixpath.dirname(page.path) if moves_links else page.url
            view = context.vars["_view"] = View(knowledge(), page, base)
        return str(function(view, *args, **options))

    return macro
