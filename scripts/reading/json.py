"""JSON to a raw document with line numbers, in the same form and as strictly as YAML."""

from __future__ import annotations

import json

from scripts.problems import Problem, Problems
from scripts.reading.document import Document
from scripts.reading.yaml import read_yaml


def read_json(text: str, path: str, problems: Problems) -> Document | None:
    """The document in `text`, or None where it is not JSON.

    JSON is a subset of YAML, whose reader knows lines and duplicate keys; `json` only guards the subset.
    """
    try:
        json.loads(text)
    except (json.JSONDecodeError, RecursionError) as error:
        line = getattr(error, "lineno", 1)
        found = getattr(error, "msg", "nested too deeply")
        problems.add(Problem(path, line, "file", "json-syntax", found, "valid JSON"))
        return None
    return read_yaml(text, path, problems)
