"""Sources as BibTeX: UTF-8, titles as they stand, bodies as one name, addresses and DOIs untouched."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from scripts.model.source import CslDate, CslType, Name, Source

_TYPES: dict[CslType, str] = {
    "article-journal": "article",
    "article-magazine": "article",
    "book": "book",
    "chapter": "incollection",
    "paper-conference": "inproceedings",
    "report": "techreport",
    "thesis": "phdthesis",
}  # every other type is "misc"
_WHOLES = {"article": "journal", "incollection": "booktitle", "inproceedings": "booktitle"}
_PUBLISHERS = {"techreport": "institution", "phdthesis": "school"}
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_COMMANDS = str.maketrans(
    {sign: f"\\{sign}" for sign in "&%$#_"}
    | {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}
    | {"{": r"\textbraceleft{}", "}": r"\textbraceright{}"}  # BibTeX counts a brace even behind a backslash
)


def bibtex(sources: Iterable[Source]) -> str:
    """An entry for each source under its own id, in the order given."""
    return "\n".join(map(_entry, sources))


def _entry(source: Source) -> str:
    kind = _TYPES.get(source.type, "misc")
    fields = "".join(f",\n  {name} = {value}" for name, value in _fields(source, kind) if value != "{}")
    return f"@{kind}{{{source.id}{fields}\n}}\n"


def _fields(source: Source, kind: str) -> Iterator[tuple[str, str]]:
    yield "author", f"{{{' and '.join(map(_name, source.author))}}}"
    yield "title", f"{{{_text(source.title)}}}"  # the second braces keep its capitals as they are
    yield _WHOLES.get(kind, "howpublished"), _text(source.container_title)
    yield "eventtitle", _text(source.event_title)
    yield _PUBLISHERS.get(kind, "publisher"), _text(source.publisher)
    yield "volume", _text(source.volume)
    yield "number", _text(source.issue or source.number)
    yield "pages", _text(source.page).replace("-", "--")
    yield from _dates(source.issued)
    yield "language", _text(source.language)
    yield "doi", f"{{{source.doi or ''}}}"
    yield "pmid", _text(source.pmid)
    yield "pmcid", _text(source.pmcid)
    yield "url", f"{{{source.url or ''}}}"


def _dates(issued: CslDate | None) -> Iterator[tuple[str, str]]:
    """`year` and `month` for BibTeX; `date` for biblatex, which also knows days."""
    if issued:
        parts = issued.date_parts[0]
        yield "year", f"{{{parts[0]}}}"
        if len(parts) > 1:
            yield "month", _MONTHS[parts[1] - 1]
            yield "date", "{" + "-".join(f"{part:02}" for part in parts) + "}"


def _name(name: Name) -> str:
    if name.literal:
        return _text(name.literal)
    family = " ".join(part for part in (name.non_dropping_particle, name.family) if part)
    return ", ".join(_escaped(part) for part in (family, name.suffix, name.given) if part)


def _text(text: str | None) -> str:
    return f"{{{_escaped(text or '')}}}"


def _escaped(text: str) -> str:
    return text.translate(_COMMANDS)
