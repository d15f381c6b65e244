"""The bill of materials: of CycloneDX's form, whole, and the same bytes each time."""

from __future__ import annotations

import datetime
import json
import re
from dataclasses import replace
from importlib.metadata import version
from typing import Any

import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

from scripts.artefacts.book.facts import Facts
from scripts.artefacts.sbom import LOCK, sbom
from scripts.model.shipped import SHIPPED

FACTS = Facts("A title", "1.2.3", datetime.date(2026, 11, 22), datetime.date(2027, 11, 22), "https://example.org/", ())


@pytest.fixture(scope="module")
def text() -> str:
    return sbom(FACTS, LOCK.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def data(text: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(text)
    return found


def test_it_keeps_the_rules_of_its_own_schema(text: str) -> None:
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(text) is None


def test_it_is_the_same_each_time_and_another_for_another_version(text: str) -> None:
    lock = LOCK.read_text(encoding="utf-8")
    assert sbom(FACTS, lock) == text
    assert json.loads(sbom(replace(FACTS, version="1.2.4"), lock))["serialNumber"] != json.loads(text)["serialNumber"]


def test_it_says_of_what_and_from_when(data: dict[str, Any]) -> None:
    whole = data["metadata"]["component"]
    assert (whole["name"], whole["version"]) == ("A title", "1.2.3")
    assert data["metadata"]["timestamp"] == "2026-11-22T00:00:00+00:00"


def test_every_locked_package_took_part_and_is_what_is_installed(data: dict[str, Any]) -> None:
    listed = {(item["name"], item["version"]) for item in data["components"] if item["scope"] == "excluded"}
    lines = LOCK.read_text(encoding="utf-8").splitlines()
    assert listed == {tuple(line.split()[0].split("==")) for line in lines if re.match(r"[a-z0-9]", line)}
    assert ("mkdocs-material", version("mkdocs-material")) in listed


def test_every_shipped_work_is_there_with_its_licence(data: dict[str, Any]) -> None:
    listed = {
        item["name"]: item["licenses"][0]["license"]["id"] for item in data["components"] if item["scope"] == "required"
    }
    assert listed == {work.name: work.licence for work in SHIPPED}
    needed = next(item for item in data["dependencies"] if item["ref"] == "site")["dependsOn"]
    assert set(needed) == {f"shipped/{name}" for name in listed}
