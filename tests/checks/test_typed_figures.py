"""A clinical figure that is typed is found, in whatever form; a number that is none is left alone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from scripts.checks.typed_figures import check
from scripts.compiling.compile import compile_project
from tests.broken import CASES, NOTE, Case
from tests.support import small_project

CAUGHT: dict[str, str] = yaml.safe_load((CASES / "typed-figures" / "caught.yml").read_text(encoding="utf-8"))
PASSED: list[str] = yaml.safe_load((CASES / "typed-figures" / "passed.yml").read_text(encoding="utf-8"))
Found = Callable[[str], list[str]]

_NUMBERS = st.integers(0, 9999).map(str) | st.decimals(0, 100, places=1).map(str) | st.sampled_from(
    ["one", "two", "Three", "seven", "twelve", "ninety"]
)  # fmt: skip
_GAPS = st.sampled_from(["", " ", "  ", "-", "\N{NO-BREAK SPACE}", "\n", "** ", " *", "&nbsp;"])
_UNITS = st.sampled_from(
    ["%", "mm", "cm", "ml", "mmHg", "°C", "minutes", "hour", "days", "weeks", "month", "years", "percent", "seconds"]
)


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Found:
    """What the rule shows of a sentence on a page of the small knowledge base."""
    project = small_project(tmp_path_factory.mktemp("typed"), {NOTE: "", "mkdocs.yml": "{}"})
    compiled = compile_project(project)
    file = compiled.files[0]

    def shown(sentence: str) -> list[str]:
        page = replace(file, raw=replace(file.raw, prose=f"It was {sentence}, they say."))
        return [problem.found.strip("'") for problem in check(replace(compiled, files=(page,)))]

    return shown


def test_the_tables_are_long_enough() -> None:
    assert len(CAUGHT) >= 40
    assert len(PASSED) >= 25


@pytest.mark.parametrize(("words", "figure"), CAUGHT.items())
def test_a_typed_figure_is_a_problem(words: str, figure: str, tmp_path: Path) -> None:
    line = 11 + words[: words.index(figure.split()[0])].count("\n")
    message = f"typed-figure: '{figure}', expected a figure from data: {{{{ figure(\"claim-id\", ...) }}}}"
    case = Case("", [f"{NOTE}:{line}: body: {message}"], note=f"It was {words}, they say.")
    assert problems(case, tmp_path) == case.problems


@pytest.mark.parametrize("words", PASSED)
def test_a_number_that_is_no_clinical_figure_is_none(words: str, tmp_path: Path) -> None:
    assert problems(Case("", [], note=f"It was {words}, they say."), tmp_path) == []


def problems(case: Case, folder: Path) -> list[str]:
    """The problems of this rule alone."""
    return [str(problem) for problem in sorted(check(compile_project(case.build(folder))))]


@given(number=_NUMBERS, gap=_GAPS, unit=_UNITS)
def test_a_number_beside_a_unit_is_found_however_it_is_set(found: Found, number: str, gap: str, unit: str) -> None:
    spoken = number.isalpha() and gap == "" and unit.isalpha()  # "twomm" is no word
    assert spoken or len(found(f"about {number}{gap}{unit}")) == 1


@given(st.text(st.characters(exclude_categories=["Cs", "Nd", "Nl", "No"]).filter(lambda sign: not sign.isalpha())))
def test_where_there_is_neither_digit_nor_letter_there_is_no_figure(found: Found, text: str) -> None:
    assert found(text) == []
