"""This knowledge base itself: its evidence compiles whole, and nothing in it is wrong."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml

from scripts.compiling.compile import Compiled, compile_project
from scripts.project import Project
from tests.support import ROOT, problems_of


@pytest.fixture(scope="module")
def compiled() -> Compiled:
    return compile_project(Project(ROOT))


def test_there_is_no_problem() -> None:
    assert problems_of(Project(ROOT)) == []


def test_all_the_evidence_compiles(compiled: Compiled) -> None:
    knowledge = compiled.knowledge
    assert list(compiled.problems) == []
    assert knowledge.document is not None
    counts = {
        "claims": len(knowledge.claims),
        "sources": len(knowledge.sources),
        "red flags": len(knowledge.red_flags),
        "protocols": sum(len(rows) for rows in knowledge.protocols.values()),
        "statements": len(knowledge.document.statements),
        "questions": len(knowledge.document.questions),
    }
    assert counts == {
        "claims": 523, "sources": 296, "red flags": 40, "protocols": 33, "statements": 43, "questions": 3,
    }  # fmt: skip


def test_nothing_that_stands_in_the_files_is_left_out(compiled: Compiled) -> None:
    knowledge, folder = compiled.knowledge, Project(ROOT).evidence
    assert list(knowledge.claims) == [name for path in sorted(folder.glob("claims/*.yml")) for name in ids(path)]
    assert list(knowledge.red_flags) == ids(folder / "red-flags.yml")
    assert list(knowledge.terms) == ids(folder / "glossary.yml")
    assert list(knowledge.disagreements) == ids(folder / "disagreements.yml")
    rows = [row.id for rows in knowledge.protocols.values() for row in rows]
    assert rows == [name for path in sorted(folder.glob("protocols/*.yml")) for name in ids(path)]
    sources = json.loads((folder / "sources.json").read_text(encoding="utf-8"))
    assert list(knowledge.sources) == [source["id"] for source in sources]


def ids(path: Path) -> list[str]:
    """The ids of a list file, as another reader of YAML finds them."""
    return [item["id"] for item in yaml.safe_load(path.read_text(encoding="utf-8"))]


def test_every_claim_has_its_figures_as_the_file_has_them(compiled: Compiled) -> None:
    for path in sorted(Project(ROOT).evidence.glob("claims/*.yml")):
        for item in yaml.safe_load(path.read_text(encoding="utf-8")):
            claim = compiled.knowledge.claims[item["id"]]
            assert claim.statement == item["statement"]
            assert [measure.value for measure in claim.measures] == [m["value"] for m in item.get("measures", [])]
            assert [measure.events for measure in claim.measures] == [m.get("events") for m in item.get("measures", [])]
