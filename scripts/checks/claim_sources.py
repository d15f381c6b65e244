"""Every claim has a source, every source is cited by a claim, and an address is known where one is promised."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.compiling.compile import Compiled
from scripts.problems import Problem


def check(compiled: Compiled) -> Iterator[Problem]:
    """Problems `claim-without-source`, `uncited-source`, `no-address`."""
    knowledge, origins = compiled.knowledge, compiled.origins
    cited = {name for claim in knowledge.claims.values() for name in claim.sources}
    # A claim that could not be compiled may be the one that cites it: one fault is one report.
    certain = not any(kind == "claim" for kind, _ in origins.faulty)
    for claim in knowledge.claims.values():
        if not claim.sources:
            place = origins.place("claim", claim.id, "sources")
            yield place.problem(f"{claim.id}.sources", "claim-without-source", "no source", "at least one source")
    for source in knowledge.sources.values():
        if certain and source.id not in cited:
            place = origins.place("source", source.id)
            yield place.problem(source.id, "uncited-source", "a source that no claim cites", "a claim that cites it")
        if source.custom.linkable and not (source.url or source.doi or source.pmid or source.pmcid):
            place = origins.place("source", source.id, "custom", "linkable")
            expected = "a URL, DOI, PMID or PMCID, or linkable: false"
            yield place.problem(f"{source.id}.custom.linkable", "no-address", "no address", expected)
