"""The data dictionary: every published field with its type, its unit and its meaning, from the shapes themselves."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from scripts.model.collections import Kind

Schema = dict[str, Any]
_WORDS = {
    "string": "text",
    "integer": "whole number",
    "number": "number",
    "boolean": "true or false",
    "null": "nothing",
}
_DEEP = {"pages"}  # what a page's front matter nests is for this site alone; the schema tells it


@dataclass(frozen=True)
class Entry:
    """One field: `field` as a path ("measures[].value"); `optional`: it is left out where it is not known."""

    field: str
    type: str
    unit: str
    meaning: str
    optional: bool


def dictionary(kind: Kind) -> list[Entry]:
    """The fields of a collection's items, in order, each once."""
    found: dict[str, Entry] = {}
    for model in kind.models:
        schema = model.model_json_schema()
        for entry in _entries(schema, schema, "", deep=kind.name not in _DEEP):
            found.setdefault(entry.field, entry)
    return list(found.values())


def _entries(schema: Schema, root: Schema, path: str, deep: bool) -> Iterator[Entry]:
    for name, value in schema["properties"].items():
        inner, optional = _without_null(value)
        item, many = (inner["items"], "[]") if "items" in inner and isinstance(inner["items"], dict) else (inner, "")
        target = _resolved(item, root)
        meaning, _, unit = value.get("description", "").partition(" Unit: ")
        yield Entry(f"{path}{name}", _words(inner, root), unit.rstrip("."), meaning, optional)
        if deep and "properties" in target:
            yield from _entries(target, root, f"{path}{name}{many}.", deep)


def _without_null(value: Schema) -> tuple[Schema, bool]:
    """A value's shape without the possibility that it is absent."""
    shapes = [shape for shape in value.get("anyOf", ()) if shape.get("type") != "null"]
    return (shapes[0], True) if len(shapes) == 1 else (value, False)


def _resolved(value: Schema, root: Schema) -> Schema:
    name = value.get("$ref", "").rpartition("/")[2]
    return dict(root["$defs"][name]) if name else value


def _words(value: Schema, root: Schema) -> str:
    """A shape in words."""
    shape = _resolved(value, root)
    if "const" in shape:
        return f"always {shape['const']}"
    if "enum" in shape:
        return f"one of: {', '.join(map(str, shape['enum']))}"
    if "prefixItems" in shape:
        return f"list of {len(shape['prefixItems'])} {_words(shape['prefixItems'][0], root)}s"
    if shape.get("type") == "array":
        return f"list of {_words(shape['items'], root)}"
    if shape.get("format") == "date":
        return "date"
    return _WORDS.get(shape.get("type", ""), "object")
