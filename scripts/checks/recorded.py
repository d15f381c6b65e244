"""Every source, claim, red flag, protocol and pathway node is as it was when a second reader last checked it."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.checks import UNCHECKED, WITHDRAWN
from scripts.compiling.compile import Compiled
from scripts.compiling.record import digest, things
from scripts.problems import Problem

_MEND = "its checked text, or 'make record' once the change is read against its source"


def check(compiled: Compiled) -> Iterator[Problem]:
    """Problems `not-checked` and `withdrawn`."""
    record = compiled.record
    data = record.data if record and isinstance(record.data, dict) else {}
    seen: set[tuple[str, str]] = set()
    for kind, name, value in things(compiled.knowledge):
        seen.add((kind, name))
        entries = data.get(kind)
        noted = entries.get(name) if isinstance(entries, dict) else None
        place = compiled.origins.place(kind, name)
        if noted is None:
            yield place.problem(name, UNCHECKED, f"a {kind} that is not in the record of checked things", _MEND)
        elif noted != digest(value):
            yield place.problem(name, UNCHECKED, f"a {kind} that differs from what was checked", _MEND)
    if record is None:
        return
    for kind, entries in data.items():
        for name in entries if isinstance(entries, dict) else ():
            if (kind, name) not in seen and (kind, name) not in compiled.origins.faulty:
                place = record.place(kind, name)
                yield place.problem(name, WITHDRAWN, f"a checked {kind} that is gone", "it, or 'make record'")
