"""A collection as comma-separated values (RFC 4180): a row for each item, a column for each field."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator

from scripts.model.base import Value

_BOUNDS = ("ci_low", "ci_high")  # an interval takes two columns, since each is a number


def table(model: type[Value], items: Iterable[Value]) -> str:
    """The items as a table; ids in a cell are parted by a space, truth is `true` or `false`, absent is empty."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(columns(model))
    writer.writerows([_cell(value) for _, value in _row(item)] for item in items)
    return text.getvalue()


def columns(model: type[Value]) -> list[str]:
    """The names of the columns."""
    fields = [list(_BOUNDS) if name == "ci" else [name] for name in model.model_fields]
    return [name for names in fields for name in names]


def _row(item: Value) -> Iterator[tuple[str, object]]:
    for name, value in item.model_dump(mode="json").items():
        if name == "ci":
            yield from zip(_BOUNDS, value or (None, None), strict=True)
        else:
            yield name, value


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, list):
        return " ".join(map(str, value))
    return value if isinstance(value, str) else json.dumps(value)
