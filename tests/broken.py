"""Cases of a knowledge base with faults, as data: what is changed in the small one, and every problem of the result."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import yaml

from scripts.project import Project
from tests.support import SMALL, edited, small_project, write_files

CASES = Path(__file__).parent / "cases"
NOTE, GLOSSARY, SAFETY = "docs/note.md", "docs/patients/glossary.md", "docs/evidence/claims/safety.yml"
FLAGS, HOME = "docs/evidence/red-flags.yml", "docs/index.md"
# A fault in each of five files, and a sixth that follows from the fourth on a page.
SEVERAL = {
    HOME: edited(HOME, "Begin with", "In 7 days begin with"),
    GLOSSARY: edited(GLOSSARY, "## Terms", "#### Terms"),
    SAFETY: edited(SAFETY, "  n: 100\n", "  n: many\n"),
    "docs/evidence/together.yml": "- [healing, recurrences]\n",
    FLAGS: edited(FLAGS, "urgency: soon", "urgency: later"),
}
_NOTE = """\
---
id: note
title: Note
description: A page for one case.
audience: {audience}
reviewed: 2026-11-22
review_due: 2027-11-22
---
# Note {{: #note-top }}

{body}
"""


@dataclass(frozen=True)
class Case:
    """One faulty knowledge base.

    `note`: the body of one more page, docs/note.md, from its line 11 on. `edit`: file to (old text to new text).
    `files`: whole contents. `later`: like `edit`, but after everything was noted as checked.
    `longer`: file to (old line to how often it stands there, indented as continued lines of YAML are).
    """

    case: str
    problems: list[str]
    note: str = ""
    audience: str = "clinicians"
    edit: dict[str, dict[str, str]] = field(default_factory=dict)
    files: dict[str, str] = field(default_factory=dict)
    later: dict[str, dict[str, str]] = field(default_factory=dict)
    longer: dict[str, dict[str, int]] = field(default_factory=dict)

    def build(self, folder: Path) -> Project:
        """The faulty knowledge base, written into `folder`."""
        contents = dict(self.files)
        longer = {
            name: {line: "\n    ".join([line] * times) for line, times in lines.items()}
            for name, lines in self.longer.items()
        }
        edits = {**longer, **self.edit}
        if self.note:
            contents[NOTE] = _NOTE.format(audience=self.audience, body=self.note)
            edits["mkdocs.yml"] = {**edits.get("mkdocs.yml", {}), "  - index.md\n": "  - index.md\n  - note.md\n"}
        project = small_project(folder, contents | {name: _edited(name, changes) for name, changes in edits.items()})
        write_files(project, {name: _edited(name, changes) for name, changes in self.later.items()})
        return project


def _edited(name: str, changes: dict[str, str]) -> str:
    text = (SMALL / name).read_text(encoding="utf-8")
    for old, new in changes.items():
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {name}"
        text = text.replace(old, new)
    return text


def load(family: str) -> dict[str, list[Case]]:
    """The cases of a family (a folder of tests/cases), by the name of their file."""
    files = sorted((CASES / family).glob("*.yml"))
    return {path.stem: [Case(**item) for item in yaml.safe_load(path.read_text(encoding="utf-8"))] for path in files}


def parameters(family: str) -> list[Any]:
    """The cases of a family as parameters, each named after its file and itself."""
    return [pytest.param(case, id=f"{name}: {case.case}") for name, cases in load(family).items() for case in cases]
