"""The knowledge is compiled once, and anew as soon as any file that it is made from has changed."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts.compiling.compile import Compiled, knowledge_of
from scripts.problems import InputError, Problem, Problems
from tests.support import edited, small_project, write_files

SAFETY, HOME = "docs/evidence/claims/safety.yml", "docs/index.md"


def test_unchanged_files_are_not_compiled_again(tmp_path: Path) -> None:
    project = small_project(tmp_path)
    assert knowledge_of(project.root) is knowledge_of(project.root)


def test_a_changed_claim_is_noticed_in_the_same_process(tmp_path: Path) -> None:
    project = small_project(tmp_path)
    assert knowledge_of(project.root).claims["limit"].statement == "The dilation was limited to 35 mm."
    write_files(project, {SAFETY: edited(SAFETY, "35 mm", "33 mm")})
    assert knowledge_of(project.root).claims["limit"].statement == "The dilation was limited to 33 mm."


@pytest.mark.parametrize(
    "files",
    [
        {HOME: edited(HOME, "Where to begin.", "Where to start.")},
        {"docs/evidence/sources.json": edited("docs/evidence/sources.json", "A Journal", "Another Journal")},
        {"docs/evidence/claims/more.yml": "[]\n"},
        {"docs/evidence/checked.yml": "source: {}\n"},
        {"mkdocs.yml": "nav: [index.md]\n"},
    ],
    ids=["a page", "a source", "a new file", "the record", "the configuration"],
)
def test_a_change_to_any_input_is_noticed(files: dict[str, str], tmp_path: Path) -> None:
    project = small_project(tmp_path)
    before = knowledge_of(project.root)
    write_files(project, files)
    assert knowledge_of(project.root) is not before


def test_a_page_that_is_gone_is_noticed(tmp_path: Path) -> None:
    project = small_project(tmp_path)
    assert "sources" in knowledge_of(project.root).pages
    (project.docs / "evidence" / "sources.md").unlink()
    assert "sources" not in knowledge_of(project.root).pages


def test_two_projects_are_kept_apart(tmp_path: Path) -> None:
    one = small_project(tmp_path / "one")
    two = small_project(tmp_path / "two", {SAFETY: edited(SAFETY, "35 mm", "33 mm")})
    statements = [knowledge_of(project.root).claims["limit"].statement for project in (one, two, one)]
    assert [statement[-6:] for statement in statements] == ["35 mm.", "33 mm.", "35 mm."]


def test_every_problem_is_raised_and_a_mended_file_is_noticed(tmp_path: Path) -> None:
    project = small_project(tmp_path)
    good = edited(SAFETY, "  n: 100\n", "  n: 99\n")
    write_files(project, {SAFETY: good.replace("n: 99", "n: many"), HOME: "# Home\n"})
    with pytest.raises(InputError) as raised:
        knowledge_of(project.root)
    assert str(raised.value) == (
        "2 problem(s) in the inputs\n"
        f"{SAFETY}:21: limit.n: wrong-type: 'many', expected a valid integer\n"
        f"{HOME}:1: file: front-matter: no front matter, expected keys between two lines of ---"
    )
    write_files(project, {SAFETY: good, HOME: edited(HOME, "Where to begin.", "Where to start.")})
    assert knowledge_of(project.root).claims["limit"].n == 99


def test_the_caller_says_which_problems_stop_it(tmp_path: Path) -> None:
    def refuse(compiled: Compiled) -> Problems:
        return Problems([Problem("f", 1, "k", "rule", f"{len(compiled.knowledge.claims)} claims", "none")])

    root = small_project(tmp_path).root
    knowledge_of(root)  # what passed without a check is not remembered as having passed this one
    with pytest.raises(InputError, match="f:1: k: rule: 5 claims, expected none"):
        knowledge_of(root, refuse)
