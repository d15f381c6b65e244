"""The FHIR resources of a knowledge base, and programs that read them as a FHIR server or a form would."""

from __future__ import annotations

import datetime
import re
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from scripts.artefacts.api.publishing import Publishing
from scripts.artefacts.edition import edition_of
from scripts.artefacts.fhir.resource import Fhir
from scripts.compiling.compile import knowledge_of
from scripts.project import Project
from tests.support import small_project

ADDRESS = "https://example.org/anal-dilation/"
DAY = datetime.date(2026, 11, 22)
Data = dict[str, Any]
# The whole of FHIRPath that the conditions use: `item.where(linkId = '…' and answer.value = '…').exists()`, and `or`.
_WORDS = r"'((?:[^'\\]|\\['\\])*)'"
_TERM = re.compile(rf"item\.where\(linkId = {_WORDS} and answer\.value = {_WORDS}\)\.exists\(\)")


def fhir_of(root: Path) -> Fhir:
    """What is published of the project at `root`; nothing of FHIR needs the built pages."""
    return Fhir(Publishing(knowledge_of(root), ADDRESS, {}, {}), edition_of(Project(root)), DAY)


def small_fhir() -> Fhir:
    """The same of a copy of the small knowledge base, since compiling leaves files behind."""
    with tempfile.TemporaryDirectory() as folder:
        return fhir_of(small_project(Path(folder)).root)


def resources(bundle: Data, kind: str) -> list[Data]:
    return [entry["resource"] for entry in bundle["entry"] if entry["resource"]["resourceType"] == kind]


def filled_in(form: Data, answers: Mapping[str, str]) -> Data:
    """The response of somebody who goes down the form and answers each question that it asks.

    An item that is not enabled has no answer, and counts as not answered for those after it.
    """
    given: dict[str, str] = {}
    for item in form["item"]:
        if item["type"] != "display" and _enabled(item, given) and item["linkId"] in answers:
            label = answers[item["linkId"]]
            assert {"valueString": label} in item["answerOption"]
            given[item["linkId"]] = label
    return {
        "resourceType": "QuestionnaireResponse",
        "questionnaire": form["url"],
        "status": "completed",
        "item": [{"linkId": name, "answer": [{"valueString": label}]} for name, label in given.items()],
    }


def asked(form: Data, response: Data) -> list[str]:
    """The questions that a form shows to somebody who has answered so, in its order."""
    given = {item["linkId"]: item["answer"][0]["valueString"] for item in response["item"]}
    return [item["linkId"] for item in form["item"] if item["type"] != "display" and _enabled(item, given)]


def _enabled(item: Data, given: Mapping[str, str]) -> bool:
    if "enableWhen" not in item:
        return True
    met = [given.get(when["question"]) == when["answerString"] for when in item["enableWhen"]]
    assert all(when["operator"] == "=" for when in item["enableWhen"])
    assert len(met) == 1 or item["enableBehavior"] == "any"
    return any(met)


def met(condition: str, response: Data) -> bool:
    """Whether a response meets a condition; raises AssertionError where that is not of the subset we promise."""
    terms = [_TERM.fullmatch(term) for term in _parted(condition)]
    assert all(terms), condition
    return any(_answered(response, _plain(term[1]), _plain(term[2])) for term in terms if term)


def _parted(condition: str) -> Iterator[str]:
    """The terms between `or`; one in a quoted text parts nothing."""
    place = 0
    while found := _TERM.match(condition, place):
        yield found[0]
        place = found.end()
        if place == len(condition):
            return
        assert condition.startswith(" or ", place), condition
        place += len(" or ")
    raise AssertionError(condition)


def _plain(words: str) -> str:
    return re.sub(r"\\(.)", r"\1", words)


def _answered(response: Data, link: str, label: str) -> bool:
    items = (item for item in response["item"] if item["linkId"] == link)
    return any(answer["valueString"] == label for item in items for answer in item["answer"])


def applying(plan: Data, response: Data) -> list[str]:
    """The ids of the dispositions whose conditions a response meets."""
    (group,) = plan["action"]
    found = []
    for action in group["action"]:
        (condition,) = action["condition"]
        assert (condition["kind"], condition["expression"]["language"]) == ("applicability", "text/fhirpath")
        if met(condition["expression"]["expression"], response):
            found.append(action["linkId"])
    return found
