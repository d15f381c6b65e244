"""A list that would weigh more than a page may is caught, and its parts on several pages are not."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from scripts.project import Project
from tests.support import SMALL, edited, problems_of, small_project

SOURCES, GLOSSARY = "docs/evidence/sources.json", "docs/evidence/glossary.yml"
LEAFLET, TRIAL = json.loads((SMALL / SOURCES).read_text(encoding="utf-8"))
FIRST_PAGE = "      - evidence/sources.md\n"
LIST_PAGE = (SMALL / "docs/evidence/sources.md").read_text(encoding="utf-8")


def many_sources(folder: Path, calls: list[str]) -> Project:
    """A base with 900 more sources, all behind one claim, and a page of the list for each call."""
    copies = [{**LEAFLET, "id": f"extra-{number:03}", "title": "Dilation " * 30} for number in range(900)]
    claims = "docs/evidence/claims/safety.yml"
    text = (SMALL / claims).read_text(encoding="utf-8")
    names = ", ".join(item["id"] for item in copies)
    files = {SOURCES: json.dumps([LEAFLET, TRIAL, *copies], indent=1), claims: text.replace("[", f"[{names}, ", 1)}
    for number, call in enumerate(calls):
        suffix = f"-{number}" if number else ""
        page = LIST_PAGE.replace("source_list()", call).replace("sources-top", f"sources-top{suffix}")
        files[f"docs/evidence/sources{suffix}.md"] = page.replace("id: sources", f"id: sources{suffix}", 1)
    menu = "".join(f"      - evidence/sources-{number}.md\n" for number in range(1, len(calls)))
    files["mkdocs.yml"] = edited("mkdocs.yml", FIRST_PAGE, FIRST_PAGE + menu)
    return small_project(folder, files)


@pytest.mark.parametrize(
    ("calls", "too_long"),
    [
        (["source_list()"], ["docs/evidence/sources.md"]),
        (['source_list("", "extra-2")', 'source_list("extra-3")'], ["docs/evidence/sources-1.md"]),
        (['source_list("", "extra-2")', 'source_list("extra-3", "extra-5")', 'source_list("extra-6")'], []),
    ],
)
def test_sources_need_as_many_pages_as_their_weight_says(calls: list[str], too_long: list[str], tmp_path: Path) -> None:
    problems = problems_of(many_sources(tmp_path, calls))
    assert [problem.partition(":")[0] for problem in problems if "list-too-long" in problem] == too_long
    assert not [problem for problem in problems if "not-listed" in problem]


def test_an_index_that_is_too_long_is_told_how_to_be_parted(tmp_path: Path) -> None:
    terms = (SMALL / GLOSSARY).read_text(encoding="utf-8")
    more = [
        f"- {{id: extra-{n}, term: extra {n} {'word ' * 40}, also: [], plain: A word., claims: []}}" for n in range(700)
    ]
    home = edited("docs/index.md", "{{ see_also() }}", '{{ index_of("terms") }}')
    project = small_project(tmp_path, {GLOSSARY: "\n".join([terms, *more]), "docs/index.md": home})
    found = [problem for problem in problems_of(project) if "list-too-long" in problem]
    assert [problem.partition(", about")[0] for problem in found] == [
        "docs/index.md:20: index_of: list-too-long: 702 entries"
    ]
    assert found[0].endswith('{{ index_of("pages", "a", "m") }}')
