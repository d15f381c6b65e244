"""The real site, built once for all tests of it."""

from __future__ import annotations

import pytest

from scripts.artefacts.site import run_generator
from scripts.compiling.compile import compile_project, knowledge_of
from scripts.project import Project
from tests.site.support import Site, article_of, documents_of
from tests.support import ROOT


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    folder = tmp_path_factory.mktemp("site")
    run_generator(Project(ROOT), folder)
    documents = documents_of(folder)
    articles = {name: article_of(document) for name, document in documents.items()}
    anchors = {name: article.by_id() for name, article in articles.items()}
    return Site(folder, compile_project(Project(ROOT)), knowledge_of(ROOT), documents, articles, anchors)
