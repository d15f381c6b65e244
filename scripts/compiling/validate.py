"""Raw mappings to frozen values, once, at the edge; every fault becomes a problem with its line."""

from __future__ import annotations

import json
from functools import partial
from typing import Any, TypeVar, cast

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from scripts.model.base import PATTERNS, Value
from scripts.problems import Place, Problem, Problems, shown
from scripts.reading.document import Document, Key, dotted
from scripts.reading.kept import KeptReading

V = TypeVar("V", bound=Value)

_RULES = {
    "missing": "missing-field",
    "extra_forbidden": "unknown-field",
    "enum": "vocabulary",
    "literal_error": "vocabulary",
    "string_pattern_mismatch": "malformed",
    "string_too_short": "malformed",
    "string_too_long": "malformed",
    "date_from_datetime_parsing": "malformed",
    "date_parsing": "malformed",
    "greater_than_equal": "out-of-range",
    "too_short": "missing-field",
    "too_long": "malformed",
}


def validate(model: type[V], raw: object, document: Document, key: Key, problems: Problems) -> V | None:
    """The value of `model` that `raw` (at `key` of `document`) spells, or None with its problems added.

    Read as JSON in strict mode: lists become tuples and dates are parsed, but "12" is no number.
    """
    try:
        return model.model_validate_json(json.dumps(raw), strict=True)
    except ValidationError as error:
        details = error.errors()
        for detail in details:
            # A list counts as too short when an item in it is faulty; the item has its own report.
            if detail["type"] != "too_short" or not any(_inside(other, detail) for other in details):
                problems.add(_problem(detail, document, key))
    return None


def validate_list(model: type[V], document: Document, problems: Problems) -> list[tuple[V, Key]]:
    """The values of a document that is a list, each with its key; faulty items are left out."""
    if not isinstance(document.data, list):
        found = type(document.data).__name__ if document.data is not None else "nothing"
        problems.add(document.place().problem("file", "wrong-type", found, "a list of items"))
        return []
    name = f"{document.path} {model.__name__}"
    return cast("list[tuple[V, Key]]", _lists.get(name, (document,), problems, partial(_items, model, document)))


_lists: KeptReading[list[Any]] = KeptReading()


def _items(model: type[V], document: Document, problems: Problems) -> list[tuple[V, Key]]:
    items: list[tuple[V, Key]] = []
    for position, raw in enumerate(cast("list[object]", document.data)):
        if value := validate(model, raw, document, (position,), problems):
            items.append((value, (position,)))
    return items


def _inside(detail: ErrorDetails, outer: ErrorDetails) -> bool:
    return len(detail["loc"]) > len(outer["loc"]) and detail["loc"][: len(outer["loc"])] == outer["loc"]


def _problem(detail: ErrorDetails, document: Document, key: Key) -> Problem:
    # Unions add the tried type's name to the location; only what the document holds is a key of it.
    where: Key = key
    for part in detail["loc"]:
        if (*where, part) in document.lines or detail["type"] == "missing":
            where = (*where, part)
    if detail["type"] == "extra_forbidden":
        where = (*key, *detail["loc"])
    rule = _RULES.get(detail["type"], "wrong-type")
    place: Place = document.place(*where)
    label = _label(document, key, where)
    return place.problem(label, rule, _found(detail), _expected(detail))


def _label(document: Document, key: Key, where: Key) -> str:
    """The key as a person names it: the item's id instead of its position, where it has one."""
    item = document.data
    for part in key:
        item = item[part]  # type: ignore[index]
    name = item.get("id") if isinstance(item, dict) else None
    rest = where[len(key) :]
    return dotted((name, *rest)) if isinstance(name, str) else dotted(where)


def _found(detail: ErrorDetails) -> str:
    if detail["type"] == "missing":
        return "nothing"
    if detail["type"] == "extra_forbidden":
        return f"a field '{detail['loc'][-1]}'"
    return shown(detail["input"])


def _expected(detail: ErrorDetails) -> str:
    context = detail.get("ctx", {})
    kind = detail["type"]
    if kind == "missing":
        return f"a field '{detail['loc'][-1]}'"
    if kind == "extra_forbidden":
        return "only known fields"
    if kind in ("enum", "literal_error"):
        return f"one of {context['expected']}"
    if kind == "string_pattern_mismatch":
        return PATTERNS.get(str(context["pattern"]), str(context["pattern"]))
    if kind == "too_short":
        return f"at least {context['min_length']} item(s)"
    if kind == "too_long":
        return f"at most {context['max_length']} item(s)"
    message = detail["msg"]
    return message.removeprefix("Input should be ").removeprefix("String should have ")
