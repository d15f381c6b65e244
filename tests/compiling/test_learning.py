"""Which questions belong to a topic, what they show, and what a release notes."""

from __future__ import annotations

import datetime
from dataclasses import replace
from pathlib import Path

from scripts.compiling.compile import compile_project
from scripts.compiling.learning import changed_since, items_of, read_with, shown_claims, topic_of, write_release
from scripts.compiling.shows import claims_of
from scripts.model.knowledge import Knowledge
from scripts.model.learning import CaseItem, Item, MatchItem, StatementItem
from scripts.model.page import MacroCall
from tests.support import problems_of, small_project

TRUE = StatementItem(id="true", claim="healing", arm="dilation", says="{figure} healed.")
MATCH = MatchItem.model_validate(
    {"id": "match", "pairs": [{"claim": name, "says": "Words"} for name in ("bleeding", "healing", "home-size")]},
    strict=False,
)
CASE = CaseItem(id="case", topic="safety", stem="Where?", pathway="which-care", question="who", answer="A child")
ITEMS: dict[str, Item] = {item.id: item for item in (TRUE, MATCH, CASE)}
DAY = datetime.date(2026, 11, 22)


def knowledge(folder: Path) -> Knowledge:
    return replace(compile_project(small_project(folder)).knowledge, self_test=ITEMS)


def test_a_question_belongs_to_the_topic_of_its_first_claim_or_to_the_one_that_it_names(tmp_path: Path) -> None:
    found = knowledge(tmp_path)
    assert {item.id: topic_of(item, found) for item in ITEMS.values()} == {
        "true": "outcomes", "match": "safety", "case": "safety",
    }  # fmt: skip
    assert [item.id for item in items_of("safety", found)] == ["match", "case"]


def test_a_claim_that_misleads_alone_is_shown_with_its_group(tmp_path: Path) -> None:
    found = knowledge(tmp_path)
    assert read_with(["healing"], found) == ["recurrence"]
    assert list(shown_claims(TRUE, found)) == ["healing", "recurrence"]
    assert list(shown_claims(CASE, found)) == []


def test_a_page_with_questions_uses_the_claims_of_their_answers(tmp_path: Path) -> None:
    found = knowledge(tmp_path)
    page = found.pages["techniques"]
    call = MacroCall("self_test", ("outcomes",), {}, 1, "", 1)
    assert list(claims_of(call, page, found)) == ["healing", "recurrence"]


def test_a_release_notes_every_claim_and_then_tells_which_differ(tmp_path: Path) -> None:
    project = small_project(tmp_path)
    before = compile_project(project).knowledge
    assert changed_since(before) == set()
    write_release(project, before, "1.0.0", DAY)
    path = project.evidence / "claims" / "outcomes.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("One centre.", "Two centres."), encoding="utf-8")
    after = compile_project(project).knowledge
    assert after.released
    assert (after.released.version, after.released.day) == ("1.0.0", DAY)
    assert set(after.released.claims) == set(before.claims)
    assert changed_since(after) == {"healing"}


def test_a_release_that_is_badly_written_is_a_problem_of_its_file(tmp_path: Path) -> None:
    project = small_project(tmp_path, {"docs/evidence/released.yml": "version: 1\nday: soon\n"})
    assert [problem.split(": ")[0] for problem in problems_of(project)] == ["docs/evidence/released.yml:1"] * 2 + [
        "docs/evidence/released.yml:2"
    ]
