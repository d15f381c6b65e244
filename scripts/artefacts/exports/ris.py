"""Sources as RIS, the form that most reference managers import."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from scripts.model.source import CslType, Name, Source

_TYPES: dict[CslType, str] = {
    "article-journal": "JOUR",
    "article-magazine": "MGZN",
    "book": "BOOK",
    "chapter": "CHAP",
    "legislation": "STAT",
    "paper-conference": "CPAPER",
    "report": "RPRT",
    "thesis": "THES",
    "webpage": "ELEC",
}  # every other type is "GEN"


def ris(sources: Iterable[Source]) -> str:
    """A record for each source, in the order given; lines end as the format wants them."""
    return "\r\n".join("\r\n".join((*_lines(source), "ER  - ", "")) for source in sources)


def _lines(source: Source) -> Iterator[str]:
    yield from (f"{tag}  - {value}" for tag, value in _fields(source) if value)


def _fields(source: Source) -> Iterator[tuple[str, str | None]]:
    first, _, last = (source.page or "").partition("-")
    yield "TY", _TYPES.get(source.type, "GEN")
    yield "ID", source.id
    yield "TI", source.title
    yield from (("AU", _name(name)) for name in source.author)
    yield "T2", source.container_title
    yield "C3", source.event_title
    yield "PB", source.publisher
    yield "VL", source.volume
    yield "IS", source.issue
    yield "M1", source.number
    yield "SP", first
    yield "EP", last
    if source.issued:
        parts = source.issued.date_parts[0]
        yield "PY", str(parts[0])
        yield "DA", "/".join(f"{part:02}" for part in parts)
    yield "LA", source.language
    yield "DO", source.doi
    yield "AN", source.pmid
    yield "C2", source.pmcid
    yield "UR", source.url


def _name(name: Name) -> str:
    """A person as "Family, Given, Suffix"; a body as it stands, since the format has no sign for one."""
    if name.literal:
        return name.literal
    family = " ".join(part for part in (name.non_dropping_particle, name.family) if part)
    return ", ".join(part for part in (family, name.given, name.suffix) if part)
