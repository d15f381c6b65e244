"""Whether the sources' addresses still lead somewhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from urllib.parse import quote

from scripts.model.source import Source
from scripts.watch.asking import Asker
from scripts.watch.finding import Finding, Silence, data_of, status_of

# Tells whether a DOI is known without a visit to a publisher, many of whom refuse programs.
HANDLES = "https://doi.org/api/handles/"
_KNOWN, _UNKNOWN = 1, 100
_GONE = (404, 410)


def dois(asker: Asker, sources: Iterable[Source]) -> Iterator[Finding | Silence]:
    """The DOIs that the DOI system does not know."""
    for source in sources:
        if source.doi is None:
            continue
        answer = asker.get(HANDLES + quote(source.doi, safe="/"))
        code = data_of(answer).get("responseCode") if answer is not None else None
        if code == _UNKNOWN:
            yield Finding(source.id, "gone", f"no DOI {source.doi}", "a DOI that leads somewhere", source.doi.lower())
        elif code != _KNOWN:
            yield Silence("doi.org", source.id, answer.status_code if answer is not None else None)


def addresses(asker: Asker, sources: Iterable[Source]) -> Iterator[Finding | Silence]:
    """The addresses that say that nothing is there; a host that refuses programs or is silent proves nothing."""
    for source in sources:
        if source.url is None:
            continue
        status = status_of(asker, source.url)
        if status in _GONE:
            expected = "an address that leads somewhere, or the archived copy"
            yield Finding(source.id, "gone", f"status {status} at {source.url}", expected, source.url)
        elif status is None or status >= 400:
            yield Silence("the source's own host", source.id, status)
