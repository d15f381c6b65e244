"""The live preview, as an author sees it: what each kind of edit changes on the pages and in the terminal."""

from __future__ import annotations

import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from scripts.bench.editing import preview
from scripts.project import Project
from tests.support import edited, small_project, with_engine

HOME, LEDGER, SIGNS = "index.md", "evidence/ledger.md", "patients/red-flags.md"
SETTINGS = edited("mkdocs.yml", "on_error_fail: true", "on_error_fail: false")
SAFETY = "evidence/claims/safety.yml"


class Author:
    """Somebody with an editor, a browser and a terminal."""

    def __init__(self, project: Project, address: str, log: Path) -> None:
        self.docs, self.address, self.log = project.docs, address, log

    def edits(self, name: str, old: str, new: str) -> None:
        path = self.docs / name
        text = path.read_text(encoding="utf-8")
        assert text.count(old) == 1
        path.write_text(text.replace(old, new), encoding="utf-8")

    def sees(self, url: str, words: str) -> None:
        _until(lambda: words in self._page(url), f"{words} on {url}")

    def _page(self, url: str) -> str:
        with urllib.request.urlopen(self.address + url) as answer:  # noqa: S310 - of http alone
            return str(answer.read().decode("utf-8"))

    def reads(self, words: str) -> None:
        _until(lambda: words in self.log.read_text(encoding="utf-8"), f"{words} in the terminal")

    def built(self, url: str) -> int:
        """When a page was built."""
        (site,) = self.log.parent.glob("mkdocs_*")
        return (site / url / "index.html").stat().st_mtime_ns


def _until(true: Callable[[], bool], what: str) -> None:
    for _ in range(300):
        if true():
            return
        time.sleep(0.2)
    raise AssertionError(f"never seen: {what}")


@pytest.fixture(scope="module")
def author(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Author]:
    folder = tmp_path_factory.mktemp("preview")
    project, log = with_engine(small_project(folder / "kb", {"mkdocs.yml": SETTINGS})), folder / "log.txt"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TMPDIR", str(folder))
        with preview(project, log) as address:
            yield Author(project, address, log)


def test_words_of_a_page_show_and_no_other_page_is_built_anew(author: Author) -> None:
    before = author.built("evidence/ledger/")
    author.edits(HOME, "Begin with", "Please begin with")
    author.sees("", "Please begin with")
    assert author.built("evidence/ledger/") == before


def test_a_title_shows_on_the_pages_that_name_it(author: Author) -> None:
    author.edits(SIGNS, "title: Warning signs", "title: Signs of danger")
    author.sees("", "Signs of danger")


def test_evidence_shows_on_pages_that_nobody_touched(author: Author) -> None:
    author.edits(
        SAFETY, "An instruction to families.\n  support: strong", "An instruction to parents.\n  support: strong"
    )
    author.sees("evidence/ledger/", "An instruction to parents.")


def test_a_rule_is_told_in_the_terminal_while_the_page_shows(author: Author) -> None:
    author.edits(HOME, "Please begin with", "In 7 days begin with")
    author.sees("", "In 7 days begin with")
    author.reads("docs/index.md:18: body: typed-figure: '7 days'")


def test_broken_evidence_is_told_and_the_pages_stay_until_it_is_mended(author: Author) -> None:
    author.edits(SAFETY, "  n: 100\n", "  n: many\n")
    author.reads("docs/evidence/claims/safety.yml:21: limit.n: wrong-type: 'many'")
    author.sees("evidence/ledger/", "An instruction to parents.")
    author.edits(SAFETY, "  n: many\n", "  n: 100\n")
    author.edits(SAFETY, "An instruction to parents.", "An instruction to carers.")
    author.sees("evidence/ledger/", "An instruction to carers.")


def test_a_page_that_was_edited_while_another_was_broken_shows_when_that_is_mended(author: Author) -> None:
    author.edits(HOME, "## For whom", "## For whom {{")
    author.sees("", "Macro Syntax Error")
    author.edits(SIGNS, "can bleed too", "can bleed as well")
    author.sees("patients/red-flags/", "InputError")
    author.edits(HOME, "## For whom {{", "## For whom")
    author.sees("patients/red-flags/", "can bleed as well")
    author.sees("", "Signs of danger")


def test_a_fault_in_a_call_shows_on_its_page_and_the_preview_goes_on(author: Author) -> None:
    author.edits(LEDGER, 'ledger("safety")', 'ledger("safety", "no")')
    author.sees("evidence/ledger/", "takes 2 positional arguments but 3 were given")
    author.edits(LEDGER, 'ledger("safety", "no")', 'ledger("safety")')
    author.sees("evidence/ledger/", "An instruction to carers.")
