"""A claim without figures as an ArtifactAssessment: its statement, and what this project makes of it."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.artefacts.fhir.evidence import HELD, SUPPORT
from scripts.artefacts.fhir.resource import Fhir, Resource, fhir_id, permalink, said
from scripts.artefacts.pathways import CAUTION
from scripts.model.claim import Claim


def assessment(fhir: Fhir, claim: Claim) -> Resource:
    """The assessment of a claim; the artefact that is assessed is the claim at its permalink."""
    home = fhir.to.home("claim", claim.id)
    return {
        "resourceType": "ArtifactAssessment",
        "id": fhir_id(claim.id),
        "identifier": [permalink(home)],
        "title": claim.id,
        "date": fhir.day.isoformat(),
        **fhir.rights,
        "artifactUri": home,
        "content": list(_content(fhir, claim)),
    }


def _content(fhir: Fhir, claim: Claim) -> Iterator[Resource]:
    related = [*map(fhir.derived_from, claim.sources), *fhir.read_with(claim.id)]
    yield {**_comment("Statement", claim.statement), "relatedArtifact": related}
    yield _comment("Caveat", claim.caveat)
    if claim.inference:
        yield _comment("Our own conclusion, not the source's", claim.inference)
    people = f"{claim.population.words}, {claim.n} in the study" if claim.n else claim.population.words
    yield _class("classifier", "Population", people)
    yield _class("classifier", "Design", claim.design.words)
    yield {**_class("rating", "Support", claim.support.words), "summary": SUPPORT}
    if claim.held:
        yield _class("classifier", "Review", HELD)
    yield _comment("Use", CAUTION)


def _comment(kind: str, words: str) -> Resource:
    return {"informationType": "comment", "type": said(kind), "summary": words}


def _class(information: str, kind: str, words: str) -> Resource:
    return {"informationType": information, "type": said(kind), "classifier": [said(words)]}
