"""The ledger says below each claim since when it is there, and what changed when and why."""

from __future__ import annotations

from pathlib import Path

from scripts.compiling.compile import compile_project
from scripts.rendering.claims import ledger
from scripts.rendering.view import View
from tests.support import small_project

PUBLISHED = """\
- version: '1.0.0'
  day: 2026-11-22
  pages:
    evidence/ledger/: {claim: [bleeding, home-size]}
"""
CHANGED = """\
home-size:
- {date: 2026-11-23, version: 1.0.0, what: The size is in mm., why: It had no unit.}
"""


def test_unchanged_changed_and_new_claims_say_so(tmp_path: Path) -> None:
    files = {"docs/evidence/addresses.yml": PUBLISHED, "docs/evidence/history.yml": CHANGED}
    knowledge = compile_project(small_project(tmp_path, files)).knowledge
    shown = str(ledger(View(knowledge, knowledge.pages["ledger"]), "safety"))
    parts = shown.split("<article ")[1:]
    by_claim = {name: part for part in parts for name in ("bleeding", "home-size") if f'id="{name}"' in part}
    assert "In the ledger since 1.0.0 (22 November 2026); unchanged.</p>" in by_claim["bleeding"]
    assert "In the ledger since 1.0.0 (22 November 2026); changed once</summary>" in by_claim["home-size"]
    line = "<li>23 November 2026, version 1.0.0: The size is in mm. <strong>Why:</strong> It had no unit.</li>"
    assert line in by_claim["home-size"]
    assert shown.count("New: not yet in a released version.") == 1
