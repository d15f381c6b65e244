"""The small knowledge base, published twice by strangers, and real web servers over it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from scripts.bench.servers import NAMES, Server, installed, running
from scripts.project import Project
from tests.support import ROOT, small_project, with_engine

# Two machines that agree in nothing but what they build.
STRANGERS = (
    {"TZ": "UTC", "LC_ALL": "C.UTF-8", "LANG": "en_GB.UTF-8", "PYTHONHASHSEED": "1", "umask": "022"},
    {"TZ": "Pacific/Auckland", "LC_ALL": "C", "LANG": "C", "PYTHONHASHSEED": "2", "umask": "077"},
)


@pytest.fixture(scope="session")
def twice(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """The small knowledge base, built in two folders by two strangers, from files of different ages."""
    return [built(tmp_path_factory.mktemp("stranger"), {**about}, age) for age, about in enumerate(STRANGERS)]


def built(folder: Path, about: dict[str, str], age: int) -> Path:
    project = with_engine(small_project(folder / ("deeper/" * age) / "kb", {"CHANGELOG.md": "# Changelog\n"}))
    for path in project.root.rglob("*"):
        os.utime(path, (10**9 + 10**7 * age,) * 2)
    return build(project, about)


def build(project: Project, about: dict[str, str]) -> Path:
    """`make site` as a process of its own, for which `about` says what surrounds it."""
    umask = int(about.pop("umask"), 8)
    environment = {**os.environ, **about}
    environment.pop("SOURCE_DATE_EPOCH", None)
    line = [sys.executable, "-m", "scripts", "--root", str(project.root), "build"]
    done = subprocess.run(line, cwd=ROOT, env=environment, umask=umask, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return project.site


@pytest.fixture(scope="session")
def servers(twice: list[Path], tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Server]]:
    """Every server of deploy/, running."""
    assert installed(), "the tests need Debian's nginx and Caddy: make servers"
    with ExitStack() as open_:
        folders = {name: tmp_path_factory.mktemp("server") for name in NAMES}
        yield {name: open_.enter_context(running(name, twice[0], folders[name])) for name in NAMES}
