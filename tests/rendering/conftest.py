"""The small knowledge base, compiled once, its references formatted by the citation processor."""

from __future__ import annotations

import pytest

from scripts.compiling.compile import knowledge_of
from scripts.model.knowledge import Knowledge
from tests.support import small_project


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Knowledge:
    return knowledge_of(small_project(tmp_path_factory.mktemp("small")).root)
