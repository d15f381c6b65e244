"""What the generator's configuration says, with values from the environment where it asks for them."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

import yaml

from scripts.artefacts.errors import BuildError
from scripts.project import Project

_STEM = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


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


def stem(project: Project) -> str:
    """What the names of downloads begin with: `extra.downloads.stem`, or else the site's name. Raises BuildError."""
    settings = _settings(project)
    found = ((settings.get("extra") or {}).get("downloads") or {}).get("stem")
    found = re.sub("[^a-z0-9]+", "-", str(settings.get("site_name")).lower()).strip("-") if found is None else found
    if not isinstance(found, str) or not _STEM.fullmatch(found):
        raise BuildError(f"mkdocs.yml: extra.downloads.stem: {found!r}, expected lower-case words joined by hyphens")
    return found


def site_path(project: Project) -> str:
    """The path below which the site is published, with a slash at both ends."""
    path = urlsplit(str(_settings(project).get("site_url") or "")).path.strip("/")
    return f"/{path}/" if path else "/"


def navigation(project: Project) -> list[str]:
    """The paths of the pages in the navigation, in order."""
    return list(_paths(_settings(project).get("nav")))


def _paths(entry: object) -> Iterator[str]:
    if isinstance(entry, str):
        yield entry
    elif isinstance(entry, list | dict):
        for item in entry.values() if isinstance(entry, dict) else entry:
            yield from _paths(item)


def _settings(project: Project) -> dict[str, Any]:
    text = project.configuration.read_text(encoding="utf-8")
    return dict(yaml.load(text, _Loader))  # noqa: S506 - a safe loader
