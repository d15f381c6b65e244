"""The record of what a second reader checked: a digest of every claim, source, red flag, protocol and pathway node.

A figure that changes by accident looks like any other figure. The record tells the two apart: the check compares
each thing with the digest noted when it was last checked, and only `record` notes new ones.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator

from scripts.model.base import Value
from scripts.model.knowledge import Knowledge
from scripts.project import Project

HEAD = """\
# What was checked: a digest of every source, claim, red flag, protocol and pathway node as a second reader last saw it.
# Written by `make record`, after the change has been read against its source; never by hand.
"""


def things(knowledge: Knowledge) -> Iterator[tuple[str, str, Value]]:
    """Everything that is recorded: (kind, id, value)."""
    for kind, table in (("source", knowledge.sources), ("claim", knowledge.claims), ("red flag", knowledge.red_flags)):
        yield from ((kind, name, value) for name, value in table.items())
    yield from (("protocol", row.id, row) for row in knowledge.protocol_rows)
    yield from (("node", node.id, node) for pathway in knowledge.pathways.values() for node in pathway.nodes)


def digest(value: Value) -> str:
    """Twelve characters that change when any field of `value` does."""
    text = json.dumps(value.model_dump(mode="json", exclude_defaults=True), sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def write_record(project: Project, knowledge: Knowledge) -> int:
    """Note the present state of everything as checked; the number of entries."""
    lines: dict[str, list[str]] = {}
    for kind, name, value in things(knowledge):
        lines.setdefault(kind, []).append(f"  {name}: '{digest(value)}'")
    parts = [f"{kind}:\n" + "\n".join(sorted(entries)) for kind, entries in lines.items()]
    path = project.record
    temporary = path.with_suffix(".part")
    temporary.write_text(HEAD + "\n" + "\n\n".join(parts) + "\n", encoding="utf-8")
    temporary.replace(path)
    return sum(len(entries) for entries in lines.values())
