"""A generated knowledge base is a sound one: whatever is measured on it could be published."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts.bench.generate import copy_project, multiply
from scripts.bench.growth import weight
from scripts.checks import run_checks
from scripts.compiling.compile import Compiled, compile_project
from scripts.project import Project
from tests.support import ROOT


@pytest.fixture(scope="module")
def larger(tmp_path_factory: pytest.TempPathFactory) -> Compiled:
    project = copy_project(Project(ROOT), tmp_path_factory.mktemp("larger") / "3")
    multiply(project, 3, pages=True)
    return compile_project(project)


def test_it_has_no_problem_and_so_many_times_the_claims_and_sources(larger: Compiled) -> None:
    first = compile_project(Project(ROOT)).knowledge
    assert list(run_checks(larger)) == []
    assert len(larger.knowledge.claims) == 3 * len(first.claims)
    assert len(larger.knowledge.sources) == 3 * len(first.sources)
    assert len(larger.knowledge.pages) in range(3 * len(first.pages), 3 * len(first.pages) + 3)


def test_a_copied_claim_is_used_at_least_once_and_no_claim_by_every_copy(larger: Compiled) -> None:
    uses = larger.knowledge.uses
    first = compile_project(Project(ROOT)).knowledge.uses
    assert len(uses["out-cad-healing-2"]) in range(1, 4 * len(first["out-cad-healing"]))
    assert len(uses["out-cad-healing"]) < 2 * len(first["out-cad-healing"])


def test_a_copied_topic_has_a_ledger_page_of_its_own(larger: Compiled) -> None:
    homes = larger.knowledge.homes
    assert homes["claim", "out-cad-healing-2"].page == "ledger-outcomes-2"
    assert homes["claim", "out-cad-healing"].page == "ledger-outcomes"


def test_lists_that_grew_are_split_and_what_was_published_is_forwarded(larger: Compiled) -> None:
    homes = larger.knowledge.homes
    assert len({homes["source", name].page for name in larger.knowledge.sources}) > 1
    last = max(compile_project(Project(ROOT)).knowledge.sources)
    page = larger.knowledge.pages[homes["source", last].page]
    assert page.id != "sources"
    forward = next(item for item in larger.knowledge.lasting.forwards if item.source == f"evidence/sources/#{last}")
    assert forward.to == f"{page.url}#{last}"


def test_the_weight_of_a_page_is_what_a_reader_fetches_for_it(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    page = '<link rel="stylesheet" href="../site.css"><script src="../site.js"></script><img src="../later.png">'
    for name, content in {"a/index.html": page, "site.css": "c" * 50, "site.js": "j", "site.js.br": "jj"}.items():
        (tmp_path / name).write_text(content)
    assert weight(tmp_path, "a/") == len(page) + 50 + 2
