"""A page knows its address, its sections, and where each of its macros stands."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts.compiling.compile import compile_project
from scripts.compiling.pages import url_of
from scripts.model.page import Section
from tests.broken import Case


@pytest.mark.parametrize(
    ("path", "url"),
    [("index.md", ""), ("a.md", "a/"), ("a/index.md", "a/"), ("a/b.md", "a/b/"), ("a/b.c.md", "a/b.c/")],
)
def test_an_address_is_made_from_the_path(path: str, url: str) -> None:
    assert url_of(Path(path)) == url


def test_a_macro_knows_its_section_line_and_paragraph(tmp_path: Path) -> None:
    link = '{{ link("home") }}'
    note = f"One {link}\n{link}\n\n## Part {{: #part }}\n\n- {link}\n- {link}"
    page = compile_project(Case("", [], note=note).build(tmp_path)).knowledge.pages["note"]
    assert page.sections == (Section("note-top", "Note", 1, 9), Section("part", "Part", 2, 14))
    assert [(call.section, call.line) for call in page.calls] == [("", 11), ("", 12), ("part", 16), ("part", 17)]
    first, second, third, fourth = (call.block for call in page.calls)
    assert first == second
    assert len({first, third, fourth}) == 3
