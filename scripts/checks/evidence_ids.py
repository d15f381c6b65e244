"""Every id that the evidence names exists: sources, claims, topics."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from scripts.checks.support import unknown
from scripts.compiling.compile import Compiled
from scripts.problems import Problem


def check(compiled: Compiled) -> Iterator[Problem]:
    """Problems `unknown-source`, `unknown-claim`, `unknown-topic`, `unknown-reference`."""
    knowledge = compiled.knowledge
    known = {"source": knowledge.sources, "claim": knowledge.claims, "topic": knowledge.topics}
    for kind, owner, field, target, names in _named(compiled):
        place = compiled.origins.place(kind, owner, *field.split("."))
        yield from unknown(compiled, target, names, known[target], place, f"{owner}.{field}")
    yield from _document_references(compiled)


def _named(compiled: Compiled) -> Iterator[tuple[str, str, str, str, Iterable[str]]]:
    """What names what: (kind, id, field, kind of the named things, their ids)."""
    knowledge = compiled.knowledge
    for claim in knowledge.claims.values():
        yield "claim", claim.id, "sources", "source", claim.sources
    for flag in knowledge.red_flags.values():
        yield "red flag", flag.id, "basis", "claim", flag.basis
    for row in knowledge.protocol_rows:
        yield "protocol", row.id, "id", "source", [row.id]
        yield "protocol", row.id, "derived_from", "source", row.derived_from
        yield "protocol", row.id, "claims", "claim", row.claims
    for position, group in enumerate(knowledge.together):
        yield "together", str(position), "claims", "claim", group
    for term in knowledge.terms.values():
        yield "term", term.id, "claims", "claim", term.claims
    for card in knowledge.disagreements.values():
        yield "disagreement", card.id, "topic", "topic", [card.topic]
        for side in card.positions:
            yield "disagreement", card.id, "positions", "claim", side.claims
    for item in knowledge.statements:
        yield "statement", item.id, "claims", "claim", item.claims


def _document_references(compiled: Compiled) -> Iterator[Problem]:
    """The sources behind the document's numbers, and the numbers that its statements cite."""
    document = compiled.knowledge.document
    if document is None or not document.statements:
        return
    place = compiled.origins.place("statement", document.statements[0].id)
    named = [reference.source for reference in document.references if reference.source]
    yield from unknown(compiled, "source", named, compiled.knowledge.sources, place, "references")
    numbers = {reference.number for reference in document.references}
    for item in document.statements:
        for number in sorted(set(item.cites) - numbers):
            place = compiled.origins.place("statement", item.id, "cites")
            yield place.problem(f"{item.id}.cites", "unknown-reference", str(number), f"one of {sorted(numbers)}")
