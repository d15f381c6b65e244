"""Retractions, concerns and corrections of the sources, as Crossref (with Retraction Watch) and PubMed know them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from urllib.parse import quote

from scripts.model.source import Source
from scripts.watch.asking import Asker
from scripts.watch.finding import Finding, Silence, data_of

CROSSREF = "https://api.crossref.org/v1/works/"
PUBMED = "https://eutils.ncbi.nlm.nih.gov/entrez/eutils/esummary.fcgi"
_TOGETHER = 100  # numbers in one question to PubMed
# The types of Crossref's notices, each with the rule of the problem; other types are not about the content.
_RULES = {
    "retraction": "retracted",
    "partial_retraction": "retracted",
    "withdrawal": "retracted",
    "removal": "retracted",
    "expression_of_concern": "concern",
    "correction": "corrected",
    "corrigendum": "corrected",
    "erratum": "corrected",
}
_EXPECTED = {
    "retracted": "claims that do without this source, or say so",
    "concern": "claims that say so",
    "corrected": "claims that were read against the correction",
}


def crossref(asker: Asker, sources: Iterable[Source]) -> Iterator[Finding | Silence]:
    """What Crossref lists under `updated-by` of each source with a DOI; other agencies' DOIs are unknown to it."""
    for source in sources:
        if source.doi is None:
            continue
        answer = asker.get(CROSSREF + quote(source.doi, safe=""))
        if answer is None or answer.status_code not in (200, 404):
            yield Silence("Crossref", source.id, answer.status_code if answer is not None else None)
        elif answer.status_code == 200:
            yield from _notices(source, data_of(answer).get("message"))


def _notices(source: Source, message: object) -> Iterator[Finding]:
    listed = message.get("updated-by", []) if isinstance(message, dict) else []
    for notice in {(item.get("type"), item.get("DOI")): item for item in listed if isinstance(item, dict)}.values():
        if rule := _RULES.get(str(notice.get("type")).replace("-", "_").lower()):
            doi = str(notice.get("DOI", "")).lower()
            found = f"{str(notice['type']).replace('_', ' ')} https://doi.org/{doi}, by Crossref"
            yield Finding(source.id, rule, found, _EXPECTED[rule], doi)


def pubmed(asker: Asker, sources: Iterable[Source]) -> Iterator[Finding | Silence]:
    """Which sources PubMed marks as retracted, and which numbers it does not know."""
    numbered = {source.pmid: source for source in sources if source.pmid}
    for start in range(0, len(numbered), _TOGETHER):
        numbers = list(numbered)[start : start + _TOGETHER]
        asked = {"db": "pubmed", "retmode": "json", "id": ",".join(numbers), "tool": "knowledge-base-watch"}
        answer = asker.get(PUBMED, asked)
        status = answer.status_code if answer is not None else None
        result = data_of(answer).get("result") if answer is not None and status == 200 else None
        for number in numbers:
            summary = result.get(number) if isinstance(result, dict) else None
            yield from _summary(numbered[number], number, summary, status)


def _summary(source: Source, number: str, summary: object, status: int | None) -> Iterator[Finding | Silence]:
    if not isinstance(summary, dict):
        yield Silence("PubMed", source.id, status)
    elif "error" in summary:
        yield Finding(source.id, "gone", f"no PubMed number {number}", "a number that PubMed knows", f"pmid:{number}")
    elif "Retracted Publication" in summary.get("pubtype", ()):
        found = f"retracted publication https://pubmed.ncbi.nlm.nih.gov/{number}/, by PubMed"
        yield Finding(source.id, "retracted", found, _EXPECTED["retracted"], f"pmid:{number}")
