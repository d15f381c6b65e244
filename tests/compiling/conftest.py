"""The real project, compiled once."""

from __future__ import annotations

import pytest

from scripts.compiling.compile import Compiled, compile_project
from scripts.project import Project
from tests.support import ROOT


@pytest.fixture(scope="session")
def real() -> Compiled:
    return compile_project(Project(ROOT))
