"""The FHIR bundles: valid R5, whole, each resource with its edition, its licence and what limits it."""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from fhir.resources.bundle import Bundle
from pydantic import BaseModel

from scripts.artefacts.fhir.resource import fhir_id
from scripts.artefacts.fhir.write import bundles, write_fhir
from scripts.model.collections import FHIR
from tests.artefacts.fhirs import ADDRESS, Data, fhir_of, resources, small_fhir
from tests.site.support import Site
from tests.support import ROOT

REAL, SMALL_ONE = bundles(fhir_of(ROOT)), bundles(small_fhir())
WHOLE = REAL["bundle"]
KINDS = ("PlanDefinition", "Questionnaire", "Citation", "Evidence", "ArtifactAssessment")
ID = re.compile(r"[A-Za-z0-9.-]{1,64}")


def every(bundle: Data) -> list[Data]:
    return [entry["resource"] for entry in bundle["entry"]]


@pytest.mark.parametrize("name", REAL)
@pytest.mark.parametrize("found", [REAL, SMALL_ONE], ids=["real", "small"])
def test_every_bundle_is_valid_r5_and_nothing_is_lost_in_reading(found: dict[str, Data], name: str) -> None:
    read = Bundle.model_validate(found[name])
    assert read.entry
    assert json.loads(read.model_dump_json()) == json.loads(json.dumps(found[name])), name


@pytest.mark.parametrize("change", [{"experimental": "perhaps"}, {"unknown": 1}, {"date": "soon"}])
def test_what_is_not_r5_would_be_refused(change: Data) -> None:
    entry = REAL["pathways"]["entry"][0]
    with pytest.raises(ValueError, match="validation error"):
        Bundle.model_validate({**REAL["pathways"], "entry": [{**entry, "resource": {**entry["resource"], **change}}]})


def test_every_code_is_one_that_fhir_knows() -> None:
    """The library reads any code; where FHIR closes the list, its models say which there are."""
    found = list(closed_codes(Bundle.model_validate(WHOLE)))
    assert not [(field, code) for field, code, known in found if code not in known]
    assert {"status", "selectionBehavior", "kind", "operator", "enableBehavior", "informationType"} <= {
        field for field, _, _ in found
    }
    assert {item["type"] for form in resources(WHOLE, "Questionnaire") for item in form["item"]} == {
        "display",
        "string",
    }


def closed_codes(value: object) -> Iterator[tuple[str, str, list[str]]]:
    """Each code of a closed list within a resource: its field, itself, and the list."""
    if isinstance(value, list):
        for item in value:
            yield from closed_codes(item)
    elif isinstance(value, BaseModel):
        for name, field in type(value).model_fields.items():
            held = getattr(value, name)
            extra = field.json_schema_extra if isinstance(field.json_schema_extra, dict) else {}
            known = extra.get("enum_values")
            if isinstance(known, list) and "+" not in known and isinstance(held, str):
                yield name, held, [str(code) for code in known]
            yield from closed_codes(held)


def test_as_many_resources_are_there_as_things() -> None:
    knowledge = fhir_of(ROOT).to.knowledge
    counts = {kind: len(resources(WHOLE, kind)) for kind in KINDS}
    assert counts == {
        "PlanDefinition": len(knowledge.pathways),
        "Questionnaire": len(knowledge.pathways),
        "Citation": len(knowledge.sources),
        "Evidence": sum(len(claim.measures) for claim in knowledge.claims.values()),
        "ArtifactAssessment": sum(not claim.measures for claim in knowledge.claims.values()),
    }
    assert every(WHOLE) == [item for name in REAL if name != "bundle" for item in every(REAL[name])]


@pytest.mark.parametrize("bundle", [WHOLE, SMALL_ONE["bundle"]], ids=["real", "small"])
def test_ids_are_fhirs_and_stand_once(bundle: Data) -> None:
    names = [(item["resourceType"], item["id"]) for item in every(bundle)]
    assert len(names) == len(set(names))
    assert all(ID.fullmatch(name) for _, name in names)
    addresses = [entry["fullUrl"] for entry in bundle["entry"]]
    assert addresses == [f"{ADDRESS}{FHIR}/{kind}/{name}" for kind, name in names]


def test_a_long_id_is_cut_and_stays_its_own() -> None:
    assert fhir_id("a" * 64) == "a" * 64
    long = [f"{'a-long-id-' * 10}{number}" for number in range(1000)]
    cut = {fhir_id(name) for name in long}
    assert len(cut) == len(long)
    assert all(ID.fullmatch(name) and len(name) == 64 for name in cut)
    assert fhir_id(long[0]) == "a-long-id-a-long-id-a-long-id-a-long-id-a-long-id-a.37cfccc0594a"


@pytest.mark.parametrize("bundle", [WHOLE, SMALL_ONE["bundle"]], ids=["real", "small"])
def test_every_reference_leads_to_a_resource_of_the_whole_bundle(bundle: Data) -> None:
    there = {entry["fullUrl"] for entry in bundle["entry"]}
    named = [value for item in every(bundle) for value in references(item)]
    assert set(named) <= there
    cited = {name for name in named if "/Citation/" in name}
    assert any("/Questionnaire/" in name for name in named)
    assert cited


def references(value: object) -> Iterator[str]:
    """Every reference and canonical address within a resource, without its own."""
    if isinstance(value, list):
        for item in value:
            yield from references(item)
    elif isinstance(value, dict):
        for key, item in value.items():
            if key in ("resource", "definitionCanonical", "reference"):
                yield item
            else:
                yield from references(item)


def test_each_says_that_it_is_a_draft_for_education_by_the_project() -> None:
    for item in every(WHOLE):
        assert "no clinician has signed it off" in json.dumps(item)
        assert "CC BY 4.0" in item["copyright"]
        assert item["date"] == "2026-11-22"
        if item["resourceType"] != "ArtifactAssessment":  # which has no such fields
            assert (item["status"], item["experimental"], item["version"]) == ("draft", True, "0.1.0")
            assert item["url"] == f"{ADDRESS}{FHIR}/{item['resourceType']}/{item['id']}"
            assert item["publisher"].startswith("Anal dilation as a medical treatment")
            assert item["copyrightLabel"] == "The contributors, CC BY 4.0"


def test_nobody_is_said_to_have_written_reviewed_or_endorsed_it() -> None:
    people = {"author", "editor", "reviewer", "endorser", "contact", "approvalDate", "lastReviewDate", "certainty"}
    assert not [item["id"] for item in every(WHOLE) if people & set(item)]


def test_identifiers_are_the_permalinks_of_the_site(site: Site) -> None:
    for item in every(WHOLE):
        (identifier,) = item["identifier"]
        place = identifier["system"] if item["resourceType"] == "Evidence" else identifier["value"]
        url, _, anchor = place.removeprefix(ADDRESS).partition("#")
        assert url in site.articles, place
        assert not anchor or anchor in site.anchors[url], place


def test_the_site_holds_the_bundles_as_they_are_made_from_the_knowledge(site: Site, tmp_path: Path) -> None:
    built = json.loads((site.folder / FHIR / "bundle.json").read_text(encoding="utf-8"))
    write_fhir(replace(fhir_of(ROOT), day=datetime.date.fromisoformat(built["timestamp"][:10])), tmp_path)
    found = {path.name: path.read_bytes() for path in (tmp_path / FHIR).iterdir()}
    assert set(found) == {f"{name}.json" for name in REAL}
    assert found == {name: (site.folder / FHIR / name).read_bytes() for name in found}
