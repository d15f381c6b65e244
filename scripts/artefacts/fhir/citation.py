"""A source as a Citation: the reference as the source prints it, and how much of it was read."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.artefacts.exports.write import in_plain_text
from scripts.artefacts.fhir.resource import Fhir, Resource, filled, permalink, said
from scripts.model.source import Name, Source

# The systems of identifiers as HL7's registry names them.
_SYSTEMS = {
    "doi": "https://doi.org",
    "pmid": "https://pubmed.ncbi.nlm.nih.gov",
    "pmcid": "https://pmc.ncbi.nlm.nih.gov",
}


def citation(fhir: Fhir, source: Source) -> Resource:
    """The citation of a source; its identifier is the place on the site that lists the source."""
    head = fhir.head("Citation", source.id, source.title, permalink(fhir.to.home("source", source.id)))
    summary = [{"style": said("The site's own style"), "text": in_plain_text(fhir.to.knowledge.references[source.id])}]
    return {**head, "summary": summary, "citedArtifact": _artefact(source)}


def _artefact(source: Source) -> Resource:
    return filled(
        identifier=list(_identifiers(source)),
        title=[filled(text=source.title)],
        publicationForm=[form] if (form := _form(source)) else None,
        webLocation=[{"url": source.url}] if source.url else None,
        classification=[
            _classified("Kind of source", source.custom.kind.words),
            _classified("Population", source.custom.population.words),
            _classified("How much was read for this site", source.custom.seen.words),
        ],
        contributorship=filled(entry=list(_contributors(source.author))),
    )


def _identifiers(source: Source) -> Iterator[Resource]:
    for field, system in _SYSTEMS.items():
        if value := getattr(source, field):
            yield {"system": system, "value": value}
    if source.number:
        yield {"type": said("Number of the report"), "value": source.number}


def _form(source: Source) -> Resource:
    """How it was published: in what, when and where in it."""
    published_in = filled(
        title=source.container_title or source.event_title,
        publisher=filled(display=source.publisher),
    )
    return filled(
        publishedIn={"type": said(source.type), **published_in} if published_in else None,
        articleDate=_date(source),
        volume=source.volume,
        issue=source.issue,
        pageString=source.page,
        language=[said(source.language)] if source.language else None,
    )


def _date(source: Source) -> str | None:
    """Year, year and month, or the day: FHIR's own partial dates."""
    parts = source.issued.date_parts[0] if source.issued else ()
    return "-".join(f"{part:0{4 if place == 0 else 2}}" for place, part in enumerate(parts)) or None


def _contributors(names: tuple[Name, ...]) -> Iterator[Resource]:
    """The authors in order, by name alone: no record of a person is made."""
    for place, name in enumerate(names, 1):
        yield {"contributor": {"display": printed(name)}, "rankingOrder": place}


def printed(name: Name) -> str:
    """A name in one line: a body's, or family and given names."""
    family = " ".join(filter(None, (name.non_dropping_particle, name.family)))
    return name.literal or ", ".join(filter(None, (family, name.given, name.suffix)))


def _classified(kind: str, words: str) -> Resource:
    return {"type": said(kind), "classifier": [said(words)]}
