"""The PDFs of the real project, written once for all tests of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts.artefacts.book.downloads import write_book
from scripts.compiling.compile import knowledge_of
from scripts.project import Project
from tests.artefacts.pdfs import ADDRESS, Pdfs
from tests.conftest import TODAY
from tests.support import ROOT


@pytest.fixture(scope="session")
def pdfs(tmp_path_factory: pytest.TempPathFactory) -> Pdfs:
    """Every PDF, on the day on which all tests run."""
    site = tmp_path_factory.mktemp("pdfs")
    knowledge = knowledge_of(ROOT)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", TODAY)
        written = write_book(knowledge, Project(ROOT), site, ADDRESS)
    return Pdfs(site / "downloads", knowledge, tuple(written), {item.name: Path(item.name) for item in written})
