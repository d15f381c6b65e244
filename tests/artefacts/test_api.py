"""The published data: every file has the shape that its schema tells, and every permalink leads there."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any
from urllib.parse import urldefrag

import jsonschema
import pytest

from scripts.artefacts.api.table import columns
from scripts.artefacts.api.write import publishing, write_api
from scripts.artefacts.edition import edition_of
from scripts.artefacts.metadata import cited_by_pages
from scripts.model.collections import FOLDER, KINDS
from scripts.model.dictionary import dictionary
from scripts.project import Project
from tests.site.support import Site, raw
from tests.support import ROOT

ADDRESS = "https://example.org/anal-dilation/"
API = f"{ADDRESS}{FOLDER}/"


def read(site: Site, name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((site.folder / FOLDER / name).read_text(encoding="utf-8"))
    return found


def items(site: Site, name: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = read(site, f"{name}.json")["items"]
    return found


def files(site: Site) -> list[str]:
    """Every file of data, below the folder; without the schemas."""
    paths = (path.relative_to(site.folder / FOLDER).as_posix() for path in (site.folder / FOLDER).rglob("*.json"))
    return sorted(name for name in paths if not name.endswith(".schema.json"))


def test_every_file_has_the_shape_that_its_schema_tells(site: Site) -> None:
    validators = {}
    for name in [*KINDS, "index"]:
        schema = read(site, f"{name}.schema.json")
        assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
        assert schema["$id"] == f"{API}{name}.schema.json"
        jsonschema.Draft202012Validator.check_schema(schema)
        validators[schema["$id"]] = jsonschema.Draft202012Validator(
            schema, format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER
        )
    for name in files(site):
        data = read(site, name)
        assert not list(validators[data["$schema"]].iter_errors(data)), name
    assert len(files(site)) == len(KINDS) + 1 + sum(
        len(items(site, kind.name)) for kind in KINDS.values() if kind.single
    )


@pytest.mark.parametrize("change", [{"unknown": 1}, {"design": "guess"}, {"caveat": None}, {"n": "many"}])
def test_a_schema_refuses_what_the_model_refuses(site: Site, change: dict[str, object]) -> None:
    data = read(site, "claims/out-cad-healing.json")
    jsonschema.validate(data, read(site, "claims.schema.json"))
    data["items"][0] |= change
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(data, read(site, "claims.schema.json"))


def test_every_file_says_its_version_its_licence_its_address_and_what_limits_it(site: Site) -> None:
    for name in files(site):
        data = read(site, name)
        assert data["permalink"] == f"{API}{name}"
        assert (data["api"], data["version"]) == ("v1", "0.1.0")
        assert (data["licence"], data["attribution"]) == ("CC BY 4.0", "The contributors")
        assert "no clinician has signed it off" in data["caveat"]


def test_as_many_things_are_published_as_there_are(site: Site) -> None:
    knowledge = site.knowledge
    counts = {kind["name"]: kind["count"] for kind in read(site, "index.json")["collections"]}
    assert counts == {name: len(items(site, name)) for name in KINDS}
    assert counts == {
        "claims": 523,
        "measures": sum(len(item.get("measures", [])) for item in raw("claims/*.yml")),
        "sources": len(raw("sources.json")),
        "red-flags": len(raw("red-flags.yml")),
        "protocols": len(raw("protocols/*.yml")),
        "pathways": len(knowledge.pathways),
        "terms": len(raw("glossary.yml")),
        "disagreements": len(raw("disagreements.yml")),
        "statements": 46,
        "document-references": 11,
        "pages": len(knowledge.pages),
    }


def test_what_the_files_of_evidence_say_is_said_in_the_data(site: Site) -> None:
    for name, pattern in (("claims", "claims/*.yml"), ("red-flags", "red-flags.yml"), ("terms", "glossary.yml")):
        for item, published in zip(raw(pattern), items(site, name), strict=True):
            own = {key: value for key, value in item.items() if key != "measures"}
            assert own.items() <= published.items() if not _nested(own) else all(published[k] == own[k] for k in own)


def _nested(item: dict[str, Any]) -> bool:
    return any(isinstance(value, list | dict) for value in item.values())


def test_every_permalink_leads_to_its_place_on_the_built_site(site: Site) -> None:
    links = {link for name in files(site) for item in read(site, name).get("items", []) for link in addresses(item)}
    assert len(links) > 1500
    for link in links:
        url, anchor = urldefrag(link.removeprefix(ADDRESS))
        assert link.startswith(ADDRESS)
        assert not anchor or anchor in site.anchors[url], link
        assert url in site.articles, link


def addresses(value: object) -> list[str]:
    """Every address of the site's own in some data."""
    if isinstance(value, list):
        return [found for item in value for found in addresses(item)]
    if isinstance(value, dict):
        return [found for key, item in value.items() if key != "text" for found in addresses(item)]
    return [value] if isinstance(value, str) and value.startswith(ADDRESS) else []


def test_the_permalink_of_a_thing_is_that_of_the_page_that_shows_it_in_full(site: Site) -> None:
    for claim in items(site, "claims"):
        assert claim["permalink"].endswith(f"#{claim['id']}")
        assert "evidence/ledger/" in claim["permalink"]
    assert {urldefrag(flag["permalink"])[0] for flag in items(site, "red-flags")} == {f"{ADDRESS}patients/red-flags/"}


def test_what_is_held_for_clinical_review_is_marked_wherever_it_stands(site: Site) -> None:
    held = {item["id"] for item in raw("claims/*.yml") if item.get("clinician_check")}
    assert held
    assert {claim["id"] for claim in items(site, "claims") if claim["held_for_review"]} == held
    assert {m["claim"] for m in items(site, "measures") if m["held_for_review"]} <= held
    for name, rests in (("red-flags", "basis"), ("protocols", "claims"), ("terms", "claims"), ("statements", "claims")):
        for item in items(site, name):
            assert set(item["held_claims"]) == set(item[rests]) & held, item["id"]
    assert any(item["held_claims"] for item in items(site, "red-flags"))
    assert not [row["id"] for row in items(site, "protocols") if row["shown_to_patients"] and row["held_claims"]]


def test_the_file_of_a_single_thing_is_its_collection_with_one_item(site: Site) -> None:
    for kind in KINDS.values():
        for item in items(site, kind.name) if kind.single else ():
            assert read(site, f"{kind.name}/{item['id']}.json")["items"] == [item]


@pytest.mark.parametrize("name", [kind.name for kind in KINDS.values() if kind.table])
def test_a_table_read_back_says_what_the_json_says(site: Site, name: str) -> None:
    text = (site.folder / FOLDER / f"{name}.csv").read_text(encoding="utf-8")
    header, *rows = csv.reader(text.splitlines(keepends=True))
    assert header == columns(KINDS[name].models[0])
    found = [dict(zip(header, row, strict=True)) for row in rows]
    assert found == [{column: said(item, column) for column in header} for item in items(site, name)]


def said(item: dict[str, Any], column: str) -> str:
    value = item.get(column)
    if column in ("ci_low", "ci_high"):
        value = item["ci"][column == "ci_high"] if "ci" in item else None
    if value is None:
        return ""
    if isinstance(value, list):
        return " ".join(value)
    return str(value).lower() if isinstance(value, bool) else str(value)


def test_the_index_names_files_that_exist(site: Site) -> None:
    for kind in read(site, "index.json")["collections"]:
        first = items(site, kind["name"])[0]
        named = [
            kind["json"],
            kind["schema"],
            kind.get("csv"),
            kind.get("item", "").replace("{id}", first.get("id", "")),
        ]
        for address in filter(None, named):
            assert (site.folder / address.removeprefix(ADDRESS)).is_file(), address


@pytest.mark.parametrize("name", KINDS)
def test_the_dictionary_explains_every_field_and_no_other(site: Site, name: str) -> None:
    entries = dictionary(KINDS[name])
    assert all(entry.meaning.endswith(".") and entry.type for entry in entries)
    top = {entry.field for entry in entries if not {".", "["} & set(entry.field)}
    used = {key for item in items(site, name) for key in item}
    assert used <= top
    assert {entry.field for entry in entries if not entry.optional} & top <= used
    rows = site.anchors["evidence/data/"][f"fields-{name}"].parent
    assert rows is not None
    shown = {row.text for row in rows.all("table.dictionary") for row in row.all("code")}
    assert {entry.field for entry in entries} <= shown


def test_a_unit_stands_where_a_figure_has_one() -> None:
    units = {entry.field: entry.unit for entry in dictionary(KINDS["protocols"]) if entry.unit}
    assert units["sizes_mm"] == "mm"
    assert units["minutes_per_session"] == "minutes"
    assert {e.field: e.unit for e in dictionary(KINDS["claims"])}["n"] == "people"


def test_the_same_knowledge_gives_the_same_bytes(site: Site, tmp_path: Path) -> None:
    to = publishing(site.knowledge, Project(ROOT), ADDRESS, cited_by_pages(site.knowledge, site.folder))
    write_api(to, edition_of(Project(ROOT)), tmp_path)
    found = {path.relative_to(tmp_path): path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    assert found == {name: (site.folder / name).read_bytes() for name in found}
    assert len(found) == len(files(site)) + len(KINDS) + 1 + sum(kind.table for kind in KINDS.values())
