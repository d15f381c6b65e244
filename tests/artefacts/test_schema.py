"""The schema of front matter, from which editors complete a page's keys, is the one that the build itself uses."""

from __future__ import annotations

import json
from typing import Any

import jsonschema
import pytest

from scripts.artefacts.schema import front_matter_schema, schema_file
from scripts.compiling.compile import compile_project
from scripts.project import Project
from tests.support import ROOT

SCHEMA = schema_file(Project(ROOT)).read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def fronts() -> list[dict[str, Any]]:
    files = compile_project(Project(ROOT)).files
    return [file.raw.front.data for file in files if isinstance(file.raw.front.data, dict)]


def test_the_schema_in_the_repository_is_not_stale() -> None:
    assert front_matter_schema() == SCHEMA, "run: python -m scripts schema"


def test_every_page_fits_the_schema(fronts: list[dict[str, Any]]) -> None:
    validator = jsonschema.Draft202012Validator(json.loads(SCHEMA))
    assert len(fronts) > 50
    for front in fronts:
        assert not [error.message for error in validator.iter_errors(front)]


def test_a_step_with_an_unknown_urgency_does_not(fronts: list[dict[str, Any]]) -> None:
    front = next(front for front in fronts if front["id"] == "red-flags")
    decision = json.loads(json.dumps(front["decision"]).replace('"emergency"', '"whenever"'))
    with pytest.raises(jsonschema.ValidationError, match="whenever"):
        jsonschema.validate({**front, "decision": decision}, json.loads(SCHEMA))
