"""Every rule says what it is and catches what it names; several faults are reported together, in order."""

from __future__ import annotations

import re
from pathlib import Path
from types import ModuleType

import pytest

from scripts.checks import rules
from tests.broken import SEVERAL, Case, load, parameters
from tests.support import problems_of, small_project

CASES = load("checks")


def name_of(rule: ModuleType) -> str:
    return rule.__name__.rpartition(".")[2]


@pytest.mark.parametrize("case", parameters("checks"))
def test_a_fault_is_reported_with_exactly_these_problems(case: Case, tmp_path: Path) -> None:
    assert problems_of(case.build(tmp_path)) == case.problems


@pytest.mark.parametrize("rule", rules(), ids=name_of)
def test_the_docstring_of_a_rule_is_one_sentence(rule: ModuleType) -> None:
    assert re.fullmatch(r"[A-Z][^.!?\n]+\.", rule.__doc__ or "")


def test_every_rule_has_cases_and_every_file_of_cases_a_rule() -> None:
    assert {name_of(rule) for rule in rules()} == set(CASES)


@pytest.mark.parametrize("rule", rules(), ids=name_of)
def test_a_rule_has_a_case_of_each_problem_that_it_names(rule: ModuleType) -> None:
    named = re.findall(r"`([a-z-]+)(?:\.\.\.)?`", rule.check.__doc__)
    seen = {message.split(": ")[2] for case in CASES[name_of(rule)] for message in case.problems}
    assert named
    for problem in named:
        assert any(other == problem or (problem.endswith("-") and other.startswith(problem)) for other in seen), problem


def test_several_faults_in_several_files_are_reported_together_and_sorted(tmp_path: Path) -> None:
    project = small_project(tmp_path, SEVERAL)
    assert problems_of(project) == [
        "docs/clinicians/techniques.md:34: healing: together: 'healing' without 'recurrences', "
        "expected the whole group on the page",
        "docs/evidence/claims/safety.yml:21: limit.n: wrong-type: 'many', expected a valid integer",
        "docs/evidence/red-flags.yml:16: small-bleeds.urgency: vocabulary: 'later', "
        "expected one of 'emergency', 'urgent', 'soon' or 'routine'",
        "docs/evidence/together.yml:1: 0.claims: unknown-claim: 'recurrences', "
        "expected the id of a claim (perhaps 'recurrence')",
        "docs/index.md:18: body: typed-figure: '7 days', expected a figure from data: {{ figure(\"claim-id\", ...) }}",
        "docs/patients/glossary.md:11: terms: heading: level 4 after level 1, expected at most 2",
    ]
