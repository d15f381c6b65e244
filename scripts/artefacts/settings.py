"""What the generator's configuration says, with values from the environment where it asks for them."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

import yaml

from scripts.project import Project


class _Loader(yaml.SafeLoader):
    """Reads what both generators read: `!ENV` takes a value from the environment; other tags are passed over."""


def _from_environment(loader: _Loader, node: yaml.Node) -> object:
    """The first variable of a list that is set, otherwise its last entry."""
    if isinstance(node, yaml.SequenceNode):
        *names, otherwise = loader.construct_sequence(node)
    else:
        names, otherwise = [node.value], None
    return next((os.environ[name] for name in names if name in os.environ), otherwise)


_Loader.add_constructor("!ENV", _from_environment)
_Loader.add_multi_constructor("", lambda loader, suffix, node: None)


def extra(project: Project) -> dict[str, Any]:
    """The project's own settings: `extra` in mkdocs.yml."""
    return dict(_settings(project).get("extra") or {})


def site_path(project: Project) -> str:
    """The path below which the site is published, with a slash at both ends."""
    path = urlsplit(str(_settings(project).get("site_url") or "")).path.strip("/")
    return f"/{path}/" if path else "/"


def navigation(project: Project) -> list[str]:
    """The paths of the pages in the navigation, in order."""
    return list(_paths(navigation_tree(project)))


def navigation_tree(project: Project) -> list[Any]:
    """The navigation as the configuration writes it: paths, and sections by their titles."""
    return list(_settings(project).get("nav") or [])


def _paths(entry: object) -> Iterator[str]:
    if isinstance(entry, str):
        yield entry
    elif isinstance(entry, list | dict):
        for item in entry.values() if isinstance(entry, dict) else entry:
            yield from _paths(item)


def _settings(project: Project) -> dict[str, Any]:
    text = project.configuration.read_text(encoding="utf-8")
    return dict(yaml.load(text, _Loader))  # noqa: S506 - a safe loader
