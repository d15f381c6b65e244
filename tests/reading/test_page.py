"""A page is read to its headings, links, prose, blocks and macro calls, and nothing in it is run."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scripts.problems import Problems
from scripts.reading.page import RawPage, read_page
from scripts.reading.template import GAP
from tests.reading.support import cases

FRONT = "---\nid: a\n\n---\n"
# What pages are made of, in any order: the signs of Markdown, of the template language and of front matter.
_PIECES = st.sampled_from(
    ["---", "\n", "#", " ", "{{", "}}", "{%", "%}", "{#", "#}", "cite(", '"a"', ")", "](b.md)", "|", "```", "=", "*"]
)


def read(text: str) -> tuple[RawPage | None, list[str]]:
    problems = Problems()
    return read_page(text, "p.md", problems), [str(problem) for problem in problems]


@pytest.mark.parametrize("case", cases("pages.yml"))
def test_a_page_has_these_parts_and_these_problems(case: dict[str, Any]) -> None:
    page, messages = read(case["text"])
    assert messages == case.get("problems", [])
    for part, wanted in case.items():
        if part in _PARTS:
            assert page is not None
            assert _PARTS[part](page) == wanted


_PARTS: dict[str, Any] = {
    "headings": lambda page: [[item.level, item.text, item.id, item.line] for item in page.headings],
    "links": lambda page: [[target.replace(GAP, "*"), line] for target, line in page.links],
    "prose": lambda page: page.prose.replace(GAP, "*").rstrip("\n"),
    "blocks": lambda page: list(page.blocks[:-1]),
}


@pytest.mark.parametrize("case", cases("templates.yml"))
def test_a_body_holds_these_calls_or_these_problems(case: dict[str, Any]) -> None:
    page, messages = read(FRONT + case["body"])
    assert page is not None
    assert messages == case.get("problems", [])
    calls = [[call.name, list(call.args), dict(call.options), call.line] for call in page.calls]
    assert calls == case.get("calls", [])


@pytest.mark.parametrize("argument", ["(" * 5000, "-" * 9000 + "1", "[" * 5000 + "]" * 5000, "9" * 5000])
def test_an_argument_beyond_all_measure_is_one_problem(argument: str) -> None:
    page, messages = read(f"{FRONT}{{{{ cite({argument}) }}}}")
    assert page is not None
    assert page.calls == ()
    assert messages == ["p.md:5: body: template: a macro that cannot be read, expected {{ macro(...) }}"]


def test_a_line_outside_the_body_is_in_no_block() -> None:
    page, _ = read(FRONT + "one\n\ntwo")
    assert page is not None
    assert [page.block(line) for line in (1, 4, 5, 6, 7, 8)] == [-1, -1, 0, 1, 1, -1]


@given(st.lists(_PIECES).map("".join))
def test_any_body_keeps_the_line_numbers_of_its_file(body: str) -> None:
    page, messages = read(f"{FRONT}{body}end")
    assert page is not None
    assert page.prose.count("\n") == body.count("\n")
    assert len(page.blocks) == body.count("\n") + 1
    last = 5 + body.count("\n")
    assert all(5 <= int(message.split(":")[1]) <= last for message in messages)


@given(st.text() | st.lists(_PIECES).map("".join))
def test_any_text_is_a_page_or_a_problem_and_never_an_exception(text: str) -> None:
    page, messages = read(text)
    assert page is not None or len(messages) == 1
