"""The pathways as FHIR: a response to the Questionnaire leads to the disposition that the compiler's walks lead to."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest
from fhir.resources.questionnaireresponse import QuestionnaireResponse
from hypothesis import given

from scripts.artefacts.fhir.plan import condition, plan
from scripts.artefacts.fhir.questionnaire import enabling, questionnaire
from scripts.artefacts.fhir.resource import Fhir
from scripts.compiling.walks import walk
from scripts.model.knowledge import Address
from scripts.model.pathway import NOT_SURE, Option, Pathway, Question
from tests.artefacts.fhirs import Data, applying, asked, fhir_of, filled_in, met, small_fhir
from tests.pathways import Step, asking, ending, paths, pathway_of, sound_pathways, spelled
from tests.support import ROOT

REAL = fhir_of(ROOT)
SMALL_ONE = small_fhir()
ALL = [(fhir, pathway) for fhir in (REAL, SMALL_ONE) for pathway in fhir.to.knowledge.pathways.values()]
each = pytest.mark.parametrize(("fhir", "pathway"), ALL, ids=[pathway.id for _, pathway in ALL])


def labels(path: list[Step]) -> dict[str, str]:
    return {question.id: option.label for question, option in path}


def made(pathway: Pathway) -> tuple[Data, Data]:
    """The parts of a made-up pathway's resources that need no knowledge besides."""
    items: list[dict[str, Any]] = [
        {
            "linkId": question.id,
            "type": "string",
            "answerOption": [{"valueString": option.label} for option in question.answers],
            **enabling(pathway, question.id),
        }
        for question in pathway.questions.values()
    ]
    return {"url": "made", "item": items}, {name: condition(pathway, name) for name in pathway.dispositions}


@each
def test_every_path_leads_to_its_disposition_and_to_no_other(fhir: Fhir, pathway: Pathway) -> None:
    form, rules = questionnaire(fhir, pathway), plan(fhir, pathway)
    for path in paths(pathway):
        response = filled_in(form, labels(path))
        QuestionnaireResponse.model_validate(response)
        assert applying(rules, response) == [path[-1][1].to], spelled(path)


def test_as_many_paths_are_walked_as_the_pathways_have() -> None:
    counts = {pathway.id: len(list(paths(pathway))) for pathway in REAL.to.knowledge.pathways.values()}
    assert counts == {"which-technique": 78, "which-care": 54}


@each
def test_every_path_asks_the_same_questions_in_the_same_order(fhir: Fhir, pathway: Pathway) -> None:
    form = questionnaire(fhir, pathway)
    for path in paths(pathway):
        response = filled_in(form, labels(path))
        assert [item["linkId"] for item in response["item"]] == [question.id for question, _ in path], spelled(path)
        assert asked(form, response) == [question.id for question, _ in path], spelled(path)


@each
def test_who_is_halfway_is_asked_one_more_question_and_told_nothing(fhir: Fhir, pathway: Pathway) -> None:
    form, rules = questionnaire(fhir, pathway), plan(fhir, pathway)
    for path in paths(pathway):
        for done in range(len(path)):
            response = filled_in(form, labels(path[:done]))
            assert applying(rules, response) == []
            assert asked(form, response) == [question.id for question, _ in path[: done + 1]]


@each
def test_an_answer_that_was_changed_leaves_no_trace(fhir: Fhir, pathway: Pathway) -> None:
    """A form drops the answers to what it no longer asks; whoever said yes before is led by the present answers."""
    form, rules = questionnaire(fhir, pathway), plan(fhir, pathway)
    every = list(paths(pathway))
    for before, after in pairwise(every):
        response = filled_in(form, {**labels(before), **labels(after)})
        assert applying(rules, response) == [after[-1][1].to]


@each
def test_every_reached_disposition_is_an_action_with_its_words(fhir: Fhir, pathway: Pathway) -> None:
    walks = walk(pathway)
    assert walks
    (group,) = plan(fhir, pathway)["action"]
    actions = {action["linkId"]: action for action in group["action"]}
    assert set(actions) == set(walks.order) & set(pathway.dispositions)
    for name, action in actions.items():
        end, words = pathway.dispositions[name], action["textEquivalent"]
        assert action["title"] == end.title
        assert action["timingTiming"] == {"code": {"text": end.timeframe}}
        for part in (end.title, end.timeframe, end.whom, end.urgency.words, end.level.words, *end.say, end.note or ""):
            assert part in words
        links = [link["document"]["url"] for link in action["documentation"] if link["type"] == "documentation"]
        named = [Address(*place.partition("#")[::2]) for place in end.pages]
        assert links == [fhir.to.home("node", name), *map(fhir.to.at, named)]


@each
def test_the_form_shows_each_question_with_its_signs_and_every_answer(fhir: Fhir, pathway: Pathway) -> None:
    caution, *items = questionnaire(fhir, pathway)["item"]
    assert "no clinician has signed it off" in caution["text"]
    for item, question in zip(items, pathway.questions.values(), strict=True):
        assert item["text"] == question.text
        assert [option["valueString"] for option in item["answerOption"]] == [o.label for o in question.answers]
        assert not question.signs or {"valueString": NOT_SURE} in item["answerOption"]
        shown = [part["text"] for part in item.get("item", [])]
        signs = [fhir.to.knowledge.red_flags[name].sign for name in question.signs]
        assert shown == [*filter(None, [question.help]), *signs]


def test_no_claim_that_is_held_stands_behind_an_action_without_a_word() -> None:
    held = {claim.id for claim in REAL.to.knowledge.claims.values() if claim.held}
    found = 0
    for pathway in REAL.to.knowledge.pathways.values():
        for action in plan(REAL, pathway)["action"][0]["action"]:
            for link in (link for link in action["documentation"] if link["type"] == "justification"):
                name = link["document"]["url"].partition("#")[2]
                assert ("held for clinical review" in link["display"]) == (name in held)
                found += 1
    assert found > 100


@given(pathway=sound_pathways())
def test_any_sound_pathway_is_led_as_it_is_walked(pathway: Pathway) -> None:
    form, conditions = made(pathway)
    items = [item for item in form["item"] if item.get("enableWhen") or item["linkId"] == pathway.head.start]
    form = {**form, "item": items}
    for path in paths(pathway):
        response = filled_in(form, labels(path))
        assert asked(form, response) == [question.id for question, _ in path]
        assert [name for name, text in conditions.items() if text and met(text, response)] == [path[-1][1].to]


@pytest.mark.parametrize("label", ["It's so", "a \\ b", "' or item.exists() or '", "one' and 'two"])
def test_quotes_in_an_answer_do_not_change_a_condition(label: str) -> None:
    options = (Option(label=label, to="end"), Option(label="No", to="other"))
    question = Question(id="q", text="So?", known=True, options=options)
    pathway = pathway_of([question], [ending("end"), ending("other")])
    form, conditions = made(pathway)
    assert met(conditions["end"], filled_in(form, {"q": label}))
    assert not met(conditions["end"], filled_in(form, {"q": "No"}))


def test_a_question_that_no_path_reaches_is_not_asked() -> None:
    pathway = pathway_of([asking("a", "x", "y"), asking("b", "x", "y")], [ending("x"), ending("y")])
    fhir = replace(REAL, to=replace(REAL.to, knowledge=replace(REAL.to.knowledge, pathways={})))
    pathway = replace(pathway, page=next(iter(fhir.to.knowledge.pages)))
    assert [item["linkId"] for item in questionnaire(fhir, pathway)["item"]] == ["made.caution", "a"]
    assert "linkId = 'b'" not in condition(pathway, "x")
