"""What holds for every test: it runs on the same day, so that no page becomes overdue while nobody looks."""

from __future__ import annotations

import pytest
from hypothesis import settings

from scripts.artefacts.site import make_site
from scripts.compiling.compile import compile_project, knowledge_of
from scripts.project import Project
from tests.site.support import Site, article_of, documents_of
from tests.support import ROOT

# Not timed, and the same examples every day; look for new ones with --hypothesis-profile=search.
settings.register_profile("tests", deadline=None, derandomize=True)
settings.register_profile("search", deadline=None, max_examples=5000)
settings.load_profile("tests")

TODAY = "1795392000"  # 23 November 2026


@pytest.fixture(autouse=True)
def _one_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", TODAY)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The real site, built once for all tests of it."""
    folder = tmp_path_factory.mktemp("site")
    make_site(Project(ROOT), folder)
    documents = documents_of(folder)
    articles = {name: article_of(document) for name, document in documents.items()}
    anchors = {name: article.by_id() for name, article in articles.items()}
    return Site(folder, compile_project(Project(ROOT)), knowledge_of(ROOT), documents, articles, anchors)
