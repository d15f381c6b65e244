"""The bundles of FHIR resources: one for each kind, and `bundle.json` with all of them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from scripts.artefacts.fhir.assessment import assessment
from scripts.artefacts.fhir.citation import citation
from scripts.artefacts.fhir.evidence import evidence
from scripts.artefacts.fhir.plan import plan
from scripts.artefacts.fhir.questionnaire import questionnaire
from scripts.artefacts.fhir.resource import Fhir, Resource, permalink
from scripts.model.collections import FHIR

ALL = "bundle"


def _pathways(fhir: Fhir) -> Iterator[Resource]:
    for pathway in fhir.to.knowledge.pathways.values():
        yield plan(fhir, pathway)
        yield questionnaire(fhir, pathway)


def _citations(fhir: Fhir) -> Iterator[Resource]:
    for source in fhir.to.knowledge.sources.values():
        yield citation(fhir, source)


def _claims(fhir: Fhir) -> Iterator[Resource]:
    for claim in fhir.to.knowledge.claims.values():
        if claim.measures:
            yield from (evidence(fhir, claim, place) for place in range(1, len(claim.measures) + 1))
        else:
            yield assessment(fhir, claim)


RESOURCES: dict[str, Callable[[Fhir], Iterator[Resource]]] = {
    "pathways": _pathways,
    "citations": _citations,
    "claims": _claims,
}


def write_fhir(fhir: Fhir, site: Path) -> None:
    """Put every bundle into the site; the same bytes for the same knowledge."""
    folder = site / FHIR
    folder.mkdir(parents=True)
    for name, found in bundles(fhir).items():
        text = json.dumps(found, ensure_ascii=False, separators=(",", ":"))
        (folder / f"{name}.json").write_text(text + "\n", encoding="utf-8", newline="")


def bundles(fhir: Fhir) -> dict[str, Resource]:
    """Each bundle by the name of its file."""
    kinds = {name: tuple(make(fhir)) for name, make in RESOURCES.items()}
    every = tuple(resource for resources in kinds.values() for resource in resources)
    return {name: _bundle(fhir, name, resources) for name, resources in {**kinds, ALL: every}.items()}


def _bundle(fhir: Fhir, name: str, resources: Sequence[Resource]) -> Resource:
    return {
        "resourceType": "Bundle",
        "id": name,
        "identifier": permalink(f"{fhir.to.address}{FHIR}/{name}.json"),
        "type": "collection",
        "timestamp": f"{fhir.day.isoformat()}T00:00:00Z",
        "entry": [{"fullUrl": fhir.url(item["resourceType"], item["id"]), "resource": item} for item in resources],
    }
