"""What the copies are called is data: it is taken over as it stands, and every fault of it is named at once."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest

from scripts.artefacts.book.downloads import jobs, made
from scripts.artefacts.book.facts import facts_of
from scripts.artefacts.errors import BuildError
from scripts.artefacts.naming import copies_of
from scripts.compiling.compile import compile_project, knowledge_of
from scripts.project import Project
from tests.support import edited, small_project

ROOT_OF_SITE = "https://example.org/small/"
BEGIN = "  book:\n"


def with_settings(folder: Path, settings: str) -> Project:
    """The small knowledge base with other settings of its copies."""
    whole = edited("mkdocs.yml", BEGIN, BEGIN)
    old = whole[whole.index(BEGIN) :]
    return small_project(folder, {"mkdocs.yml": edited("mkdocs.yml", old, settings)})


def fault(project: Project) -> str:
    with pytest.raises(BuildError) as error:
        copies_of(project, compile_project(project).knowledge)
    return str(error.value)


def test_another_knowledge_base_has_its_own_names_and_forms(tmp_path: Path) -> None:
    project = small_project(tmp_path)
    knowledge = knowledge_of(tmp_path)
    facts = facts_of(knowledge, project, ROOT_OF_SITE)
    found = {job.names[-1]: job for job in jobs(knowledge, project, facts)}
    assert found["book.pdf"].names[0].startswith("small-book-0.0.1-")
    for name, title in {
        "patients-guide.pdf": "A small subject: the guide for patients and carers",
        "clinicians-reference.pdf": "A small subject: the clinicians' reference",
        "diary.pdf": "A small diary",
    }.items():
        (tmp_path / name).write_bytes(made(found[name], facts))
        with pikepdf.open(tmp_path / name) as pdf:
            assert str(pdf.docinfo["/Title"]) == title
    with pikepdf.open(tmp_path / "diary.pdf") as pdf:
        names = {str(field.T) for field in pdf.Root.AcroForm.Fields}
    assert {"who", "day-1-day", "day-1-done"} <= names
    assert all("anal dilation" not in source.lower() for source in (job.source() for job in found.values()))


def test_a_knowledge_base_needs_a_name_and_a_subject(tmp_path: Path) -> None:
    expected = "mkdocs.yml: extra.book: nothing, expected name and subject of the copies to keep"
    assert fault(with_settings(tmp_path, "  other: x\n")) == expected


def test_every_fault_is_named_at_once(tmp_path: Path) -> None:
    settings = (
        "  book: {name: A Book, colour: red, diary: {title: D, page: help, prescribed: [], columns: [{id: a}]}}\n"
    )
    assert fault(with_settings(tmp_path, settings)).split("\n") == [
        "mkdocs.yml: extra.book.name: 'A Book', expected lower-case words joined by hyphens",
        "mkdocs.yml: extra.book.subject: nothing, expected a value",
        "mkdocs.yml: extra.book.diary.prescribed: [], expected one entry or more",
        "mkdocs.yml: extra.book.diary.columns.0.label: nothing, expected a value",
        "mkdocs.yml: extra.book.diary.columns.0.hint: nothing, expected a value",
        "mkdocs.yml: extra.book.diary.columns.0.width: nothing, expected a value",
        "mkdocs.yml: extra.book.colour: 'red', expected no such key",
    ]


def test_a_page_that_is_named_exists(tmp_path: Path) -> None:
    settings = "  book: {name: small, subject: S, questions: nowhere}\n"
    assert fault(with_settings(tmp_path, settings)) == (
        "mkdocs.yml: extra.book.questions: 'nowhere', expected the id of a page"
    )
