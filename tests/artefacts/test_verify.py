"""Walking a built site: every fault is named, and nothing else is."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from scripts.artefacts.verify import verify
from tests.support import ROOT

CASES: list[dict[str, Any]] = yaml.safe_load((ROOT / "tests/cases/verify/sites.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_a_walk_finds_every_fault_and_no_other(tmp_path: Path, case: dict[str, Any]) -> None:
    site = tmp_path / "site"
    for name, content in case["files"].items():
        path = site / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    found = sorted(str(problem) for problem in verify(site, frozenset(case.get("code", []))))
    assert found == case["problems"]
