"""JSON to a raw document with line numbers, in the same form and as strictly as YAML."""

from __future__ import annotations

import json
import re

from scripts.problems import Problem, Problems
from scripts.reading.document import Document
from scripts.reading.yaml import read_yaml

# Signs beyond the first 65,536, as JSON escapes them; a backslash that is itself escaped is passed over.
_PAIR = re.compile(r"\\\\|\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}")


def read_json(text: str, path: str, problems: Problems) -> Document | None:
    """The document in `text`, or None where it is not JSON.

    JSON is a subset of YAML, whose reader knows lines and duplicate keys; `json` only guards the subset.
    """
    try:
        json.loads(text, parse_int=str)
    except (json.JSONDecodeError, RecursionError) as error:
        line = getattr(error, "lineno", 1)
        found = getattr(error, "msg", "nested too deeply")
        problems.add(Problem(path, line, "file", "json-syntax", found, "valid JSON"))
        return None
    unescaped = _PAIR.sub(lambda match: match[0] if match[0] == r"\\" else json.loads(f'"{match[0]}"'), text)
    return read_yaml(unescaped, path, problems)
