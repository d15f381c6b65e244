"""A file that is not text, or is made to choke its reader, is a problem wherever it stands, and never a crash."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from tests.support import SMALL, problems_of, small_project

INPUTS = [
    "docs/index.md", "docs/evidence/claims/safety.yml", "docs/evidence/protocols/adult-home.yml",
    "docs/evidence/sources.json", "docs/evidence/red-flags.yml", "docs/evidence/glossary.yml",
    "docs/evidence/disagreements.yml", "docs/evidence/together.yml", "docs/evidence/source-document.yml",
    "docs/evidence/search-words.yml", "mkdocs.yml",
]  # fmt: skip
NOT_UTF_8 = b"\n# caf\xe9\n"
LONG = b"\n" + b"# " + b"x" * 10_000_000
# Nine lines, each nine times the one before: some four hundred million items, were they multiplied.
BOMB = "- &a [x]\n" + "".join(f"- &{b} [{', '.join([f'*{a}'] * 9)}]\n" for a, b in pairwise("abcdefghi"))


@pytest.mark.parametrize("name", INPUTS)
@pytest.mark.parametrize(
    ("more", "message"),
    [
        (NOT_UTF_8, "encoding: byte 0xe9 that is not UTF-8, expected UTF-8 text"),
        (LONG, "line-too-long: a line of 10,000,002 bytes, expected at most 20,000"),
    ],
    ids=["not UTF-8", "a line of 10 MB"],
)
def test_a_file_that_cannot_be_read_is_named_with_its_line(
    name: str, more: bytes, message: str, tmp_path: Path
) -> None:
    project = small_project(tmp_path)
    content = (SMALL / name).read_bytes()
    (project.root / name).write_bytes(content + more)
    line = content.count(b"\n") + 2
    assert f"{name}:{line}: file: {message}" in problems_of(project)


def test_a_yaml_bomb_is_refused_at_every_alias(tmp_path: Path) -> None:
    project = small_project(tmp_path)
    (project.evidence / "claims" / "bomb.yml").write_text(BOMB, encoding="utf-8")
    messages = [message for message in problems_of(project) if ": yaml-alias: " in message]
    assert len(messages) == 81  # nine anchors, and eight lines of nine aliases
    assert messages[0] == (
        "docs/evidence/claims/bomb.yml:1: 0: yaml-alias: an anchor or alias, expected the value written out"
    )


def test_a_tag_that_would_run_a_program_runs_nothing(tmp_path: Path) -> None:
    project = small_project(tmp_path)
    ran = tmp_path / "ran"
    text = f"- !!python/object/apply:os.mkdir ['{ran}']\n"
    (project.evidence / "claims" / "tag.yml").write_text(text, encoding="utf-8")
    assert (
        "docs/evidence/claims/tag.yml:1: 0: yaml-tag: the tag tag:yaml.org,2002:python/object/apply:os.mkdir, "
        "expected plain data without tags"
    ) in problems_of(project)
    assert not ran.exists()


def test_deep_nesting_is_one_problem_of_a_page(tmp_path: Path) -> None:
    project = small_project(tmp_path)
    (project.docs / "deep.md").write_text(f"---\nid: deep\nrelated: {'[' * 9000}\n---\n# Deep\n", encoding="utf-8")
    assert problems_of(project) == ["docs/deep.md:3: related.0.0: yaml-depth: more than 20 levels, expected at most 20"]
