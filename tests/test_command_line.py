"""The command line reports every problem, ends with a status, and never publishes a site with faults."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from scripts.__main__ import main
from scripts.compiling.compile import compile_project
from scripts.compiling.record import write_record
from scripts.project import Project
from tests.broken import GLOSSARY, SAFETY, SEVERAL
from tests.support import ROOT, SMALL, edited, small_project, write_files

LEVEL = f"{GLOSSARY}:11: terms: heading: level 4 after level 1, expected at most 2\n"
SUMMARY = "11 pages, 5 claims (5 used on pages), 2 sources, 2 red flags: no problems\n"


def run(project: Project, *command: str) -> subprocess.CompletedProcess[str]:
    """`python -m scripts` as a person would call it."""
    line = [sys.executable, "-m", "scripts", "--root", str(project.root), *command]
    return subprocess.run(line, cwd=ROOT, capture_output=True, text=True, check=False)


def test_check_says_what_there_is_where_nothing_is_wrong(tmp_path: Path) -> None:
    done = run(small_project(tmp_path), "check")
    *table, summary = done.stdout.splitlines(keepends=True)
    assert (done.returncode, summary, done.stderr) == (0, SUMMARY, "")
    # Four sentences on the home page, of 4 words each on average, and the longest has 8.
    assert table[1].split()[:4] == ["home", "4", "4.0", "8"]
    assert any(line.startswith("cards: emergency ") for line in table)


def test_check_reports_faults_of_several_files_together_and_sorted_with_status_1(tmp_path: Path) -> None:
    done = run(small_project(tmp_path, SEVERAL), "check")
    lines = done.stderr.splitlines()
    places = [(line.split(":")[0], int(line.split(":")[1])) for line in lines[:-1]]
    assert (done.returncode, done.stdout, lines[-1]) == (1, "", "6 problem(s)")
    assert places == sorted(places)
    assert len({path for path, _ in places}) == 6


@pytest.mark.parametrize(
    ("files", "faults"),
    [
        ({GLOSSARY: SEVERAL[GLOSSARY]}, LEVEL),
        ({"docs/evidence/together.yml": "a: [\n"},
         "docs/evidence/together.yml:2: file: yaml-syntax: did not find expected node content, expected valid YAML\n"),
    ],
    ids=["a fault that a rule finds", "a file that cannot be read"],
)  # fmt: skip
def test_build_leaves_the_site_alone_where_there_are_faults(
    files: dict[str, str], faults: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project = small_project(tmp_path, {**files, "site/index.html": "the last good site"})
    assert main(["--root", str(project.root), "build"]) == 1
    assert capsys.readouterr() == ("", f"{faults}1 problem(s)\n")
    assert {path.name for path in project.site.iterdir()} == {"index.html"}
    assert (project.site / "index.html").read_text(encoding="utf-8") == "the last good site"


def test_a_folder_that_is_no_knowledge_base_is_a_problem(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(tmp_path), "check"]) == 1
    missing = "mkdocs.yml:1: file: missing-file: no such file, expected the generator's configuration\n"
    assert capsys.readouterr() == ("", f"{missing}1 problem(s)\n")


def test_record_notes_a_change_as_checked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    project = small_project(tmp_path)
    write_files(project, {SAFETY: edited(SAFETY, "clinician_check: true", "clinician_check: false")})
    assert main(["--root", str(project.root), "check"]) == 1
    assert main(["--root", str(project.root), "record"]) == 0
    assert main(["--root", str(project.root), "check"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("noted 21 entries in docs/evidence/checked.yml\n")
    assert out.endswith(SUMMARY)


def test_record_notes_nothing_where_there_are_other_faults(tmp_path: Path) -> None:
    project = small_project(tmp_path)
    before = (project.evidence / "checked.yml").read_text(encoding="utf-8")
    write_files(project, SEVERAL)
    assert main(["--root", str(project.root), "record"]) == 1
    assert (project.evidence / "checked.yml").read_text(encoding="utf-8") == before


def test_an_overdue_review_fails_the_check(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    project = small_project(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1826928000")  # 23 November 2027: a day late
    assert main(["--root", str(project.root), "check"]) == 1
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == 12
    assert lines[-1] == "11 problem(s)"
    assert lines[0] == (
        "docs/clinicians/techniques.md:7: review_due: review-overdue: 2027-11-22, which has passed, "
        "expected a page read again since"
    )


def test_release_notes_the_claims_as_those_of_the_newest_version(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    changelog = "## [Unreleased]\n\n- More.\n\n## [1.2.0] - 2026-11-22\n\n- One.\n"
    project = small_project(tmp_path, {"CHANGELOG.md": changelog})
    assert main(["--root", str(project.root), "release"]) == 0
    assert capsys.readouterr().out == (
        "added 65 addresses to docs/evidence/addresses.yml\n"
        "noted 5 claims as those of version 1.2.0 in docs/evidence/released.yml\n"
        "kept in released/: no book of version 1.2.0: run make site first\n"
    )
    assert "version: '1.2.0'\nday: 2026-11-22\n" in project.released.read_text(encoding="utf-8")


def test_release_keeps_the_book_of_the_version(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    book, changelog = "kb-book-1.2.0-2026-11-22.pdf", "## [1.2.0] - 2026-11-22\n\n- One.\n"
    files = {f"site/downloads/{book}": "the book", "site/downloads/kb-book-1.1.0-2026-10-01.pdf": "an older one"}
    project = small_project(tmp_path, {"CHANGELOG.md": changelog, **files})
    assert main(["--root", str(project.root), "release"]) == 0
    assert capsys.readouterr().out.endswith(f"kept in released/: {book}\n")
    assert {path.name: path.read_text("utf-8") for path in (tmp_path / "released").iterdir()} == {book: "the book"}


def test_there_is_no_release_while_a_change_names_another_version(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project = small_project(tmp_path, {"CHANGELOG.md": "## [1.0.0] - 2026-11-22\n\n- One.\n"})
    assert main(["--root", str(project.root), "release"]) == 0
    turned = (SMALL / "docs/evidence/claims/safety.yml").read_text("utf-8").replace("not a limit", "no limit")
    change = "limit:\n- {date: 2026-11-23, version: 1.0.1, what: The caveat is shorter., why: It was too long.}\n"
    versions = "## [1.1.0] - 2026-11-23\n\n- Two.\n"
    files = {"docs/evidence/claims/safety.yml": turned, "docs/evidence/history.yml": change, "CHANGELOG.md": versions}
    write_files(project, files)
    write_record(project, compile_project(project).knowledge)
    capsys.readouterr()
    assert main(["--root", str(project.root), "release"]) == 1
    assert capsys.readouterr().err == "docs/evidence/history.yml names version 1.0.1, but this is 1.1.0\n"


def test_there_is_no_release_without_a_version(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    project = small_project(tmp_path, {"CHANGELOG.md": "## [Unreleased]\n\n- More.\n"})
    assert main(["--root", str(project.root), "release"]) == 1
    assert capsys.readouterr().err == "CHANGELOG.md names no version with its day\n"
    assert not project.released.exists()
