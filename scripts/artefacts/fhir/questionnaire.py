"""A pathway as a Questionnaire: its questions in reading order, each asked after the answers that lead to it."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.artefacts.fhir.edges import answers_to, reached
from scripts.artefacts.fhir.resource import Fhir, Resource, filled, permalink
from scripts.artefacts.pathways import CAUTION
from scripts.model.knowledge import Address
from scripts.model.pathway import Pathway, Question

_CONTROL = "http://hl7.org/fhir/StructureDefinition/questionnaire-itemControl"
_HELP = {
    "url": _CONTROL,
    "valueCodeableConcept": {"coding": [{"system": "http://hl7.org/fhir/questionnaire-item-control", "code": "help"}]},
}


def questionnaire(fhir: Fhir, pathway: Pathway) -> Resource:
    """The questions of a pathway, after a line that says what they are not for."""
    home = permalink(fhir.to.at(Address(pathway.page)))
    found = reached(pathway)
    # A dot, which no id of ours has, parts these link ids from those of questions.
    caution = {"linkId": f"{pathway.id}.caution", "type": "display", "text": CAUTION}
    items = [_item(fhir, pathway, node) for node in pathway.questions.values() if node.id in found]
    head = fhir.head("Questionnaire", pathway.id, pathway.head.title, home)
    return {**head, "item": [caution, *items]}


def _item(fhir: Fhir, pathway: Pathway, question: Question) -> Resource:
    return {
        "linkId": question.id,
        "prefix": pathway.marks[question.id],
        "text": question.text,
        "type": "string",
        **enabling(pathway, question.id),
        "required": True,
        "answerConstraint": "optionsOnly",
        "answerOption": [{"valueString": option.label} for option in question.answers],
        **filled(item=list(_shown(fhir, question))),
    }


def enabling(pathway: Pathway, name: str) -> Resource:
    """When a question is asked: after any of the answers that lead to it; always for the first."""
    after = [
        {"question": question.id, "operator": "=", "answerString": option.label}
        for question, option in answers_to(pathway, name)
    ]
    return filled(enableWhen=after, enableBehavior="any" if len(after) > 1 else None)


def _shown(fhir: Fhir, question: Question) -> Iterator[Resource]:
    """What is shown with a question: its word of help, and the signs that it asks about."""
    if question.help:
        yield {"extension": [_HELP], "linkId": f"{question.id}.help", "type": "display", "text": question.help}
    for name in question.signs:
        sign = fhir.to.knowledge.red_flags[name].sign
        yield {"linkId": f"{question.id}.sign.{name}", "type": "display", "text": sign}
