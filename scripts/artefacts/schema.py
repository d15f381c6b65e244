"""The JSON Schema of front matter, from which an editor can complete and check the keys of a page."""

from __future__ import annotations

import json
from pathlib import Path

from scripts.model.page import FrontMatter
from scripts.project import Project


def front_matter_schema() -> str:
    """The schema (JSON Schema 2020-12) as text, made from the types that the build itself uses."""
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Front matter",
        **FrontMatter.model_json_schema(),
    }
    return json.dumps(schema, indent=1, ensure_ascii=False) + "\n"


def schema_file(project: Project) -> Path:
    """Where the schema lies: beside the pages that it describes, and kept out of the site."""
    return project.docs / "front-matter.schema.json"
