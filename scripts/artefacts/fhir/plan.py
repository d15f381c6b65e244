"""A pathway as a PlanDefinition: each disposition an action, with the answers that lead there as its condition."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.artefacts.fhir.edges import answers_to, reached
from scripts.artefacts.fhir.resource import Fhir, Resource, coded, page_link, permalink, said
from scripts.compiling.shows import node_claims
from scripts.model.knowledge import Address
from scripts.model.pathway import Disposition, Pathway

_USE = (
    "Each condition is FHIRPath over one QuestionnaireResponse to the Questionnaire, whose items that are not enabled "
    "have no answers, as FHIR asks. A finished response meets exactly one condition. Nothing here is an order."
)


def plan(fhir: Fhir, pathway: Pathway) -> Resource:
    """What a pathway's answers lead to; one group of actions, of which exactly one applies."""
    at = fhir.to.at(Address(pathway.page))
    questions = fhir.url("Questionnaire", pathway.id)
    found = reached(pathway)
    group = {
        "title": pathway.head.title,
        "input": [{"title": "The answers to the questions", "requirement": {"type": "QuestionnaireResponse"}}],
        "groupingBehavior": "logical-group",
        "selectionBehavior": "exactly-one",
        "definitionCanonical": questions,
        "action": [_action(fhir, pathway, end) for end in pathway.dispositions.values() if end.id in found],
    }
    return {
        **fhir.head("PlanDefinition", pathway.id, pathway.head.title, permalink(at)),
        "type": coded("plan-definition-type", "clinical-protocol", "Clinical Protocol"),
        "usage": _USE,
        "relatedArtifact": [
            page_link("documentation", at, pathway.head.title),
            {"type": "depends-on", "resource": questions},
        ],
        "action": [group],
    }


def _action(fhir: Fhir, pathway: Pathway, end: Disposition) -> Resource:
    return {
        "linkId": end.id,
        "prefix": pathway.marks[end.id],
        "title": end.title,
        "textEquivalent": in_words(end),
        "code": said(end.level.words),
        "documentation": list(_documentation(fhir, pathway, end)),
        "condition": [
            {
                "kind": "applicability",
                "expression": {"language": "text/fhirpath", "expression": condition(pathway, end.id)},
            }
        ],
        "timingTiming": {"code": said(end.timeframe)},
    }


def in_words(end: Disposition) -> str:
    """A disposition whole, for readers: Markdown."""
    lines = [
        f"{end.title}.",
        f"How soon: {end.timeframe} ({end.urgency.words}; {end.timing.words}).",
        f"Where: {end.level.words}.",
        f"Whom to ask: {end.whom}.",
        "What to say: " + " ".join(end.say),
    ]
    return "\n\n".join([*lines, end.note] if end.note else lines)


def condition(pathway: Pathway, name: str) -> str:
    """That one of the answers was given which lead to a node, in FHIRPath."""
    given = "item.where(linkId = '{}' and answer.value = '{}').exists()"
    return " or ".join(
        given.format(question.id, quoted(option.label)) for question, option in answers_to(pathway, name)
    )


def quoted(words: str) -> str:
    """Words as they stand between the quotes of a FHIRPath string."""
    return words.replace("\\", "\\\\").replace("'", "\\'")


def _documentation(fhir: Fhir, pathway: Pathway, end: Disposition) -> Iterator[Resource]:
    """Where a reader finds the disposition, what there is to read, and the claims that it rests on."""
    to = fhir.to
    yield page_link("documentation", to.home("node", end.id), end.title)
    for name in end.pages:
        page, _, section = name.partition("#")
        yield page_link("documentation", to.at(Address(page, section)), to.knowledge.pages[page].front.title)
    claims = node_claims(end, pathway, to.knowledge)
    held = to.held(claims)
    for claim in claims:
        words = f"{claim} (held for clinical review: not for patients)" if claim in held else claim
        yield page_link("justification", to.home("claim", claim), words)
