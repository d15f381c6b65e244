"""What machines read of each page: schema.org JSON-LD and Highwire tags, the sitemap, and the word to crawlers.

Everything is taken from the knowledge and from the built page; nothing names a reviewer, since there is none.
"""

from __future__ import annotations

import html
import json
import posixpath
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from scripts.artefacts.edition import Edition
from scripts.artefacts.html import read_built_page
from scripts.model.knowledge import Knowledge
from scripts.model.page import Page
from scripts.model.source import Source
from scripts.model.vocabulary import Audience

LICENCE = "https://creativecommons.org/licenses/by/4.0/"
Cited = Mapping[str, Sequence[Source]]
_CANONICAL = re.compile(r'<link (?=[^>]*rel="?canonical\b)[^>]*href="?([^"\s>]+)')
_AUDIENCES: dict[Audience, tuple[dict[str, str], ...]] = {
    Audience.PATIENTS: ({"@type": "Patient"}, {"@type": "Audience", "audienceType": "Carers and parents"}),
    Audience.CLINICIANS: ({"@type": "MedicalAudience", "audienceType": "Clinician"},),
    Audience.TRAINEES: ({"@type": "EducationalAudience", "educationalRole": "student"},),
    Audience.EVERYONE: ({"@type": "Patient"}, {"@type": "MedicalAudience", "audienceType": "Clinician"}),
    Audience.MAINTAINERS: ({"@type": "Audience", "audienceType": "Maintainers of this site"},),
}
_KINDS = {
    "article-journal": "ScholarlyArticle",
    "article-magazine": "Article",
    "book": "Book",
    "chapter": "Chapter",
    "legislation": "Legislation",
    "paper-conference": "ScholarlyArticle",
    "report": "Report",
    "thesis": "Thesis",
    "webpage": "WebPage",
}
_SITEMAP = """<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
{}
</urlset>
"""
_ROBOTS = """# Everything may be read. A site that lies below the root of its host repeats this at that root.
User-agent: *
Allow: /
Sitemap: {}sitemap.xml
"""


def site_address(site: Path) -> str | None:
    """The address at which the built site is to be published, or None where its configuration names none."""
    found = _CANONICAL.search((site / "index.html").read_text(encoding="utf-8"))
    return html.unescape(found[1]) if found else None


def write_metadata(knowledge: Knowledge, subject: str, site: Path, edition: Edition, cited: Cited) -> None:
    """Describe every page to machines; `subject` is what medical pages are about.

    A site without an address is left as it is.
    """
    address = site_address(site)
    if address is None:
        return
    for page in knowledge.pages.values():
        path = site / page.url / "index.html"
        data = page_data(knowledge, page, address, cited[page.id], subject)
        tags = highwire(page, address, edition)
        add_to_head(path, f'{tags}<script type="application/ld+json">{script_text(data)}</script>')
    (site / "sitemap.xml").write_text(sitemap(knowledge, address), encoding="utf-8")
    (site / "sitemap.xml.gz").unlink(missing_ok=True)  # the generator's own, which holds the time of the build
    (site / "robots.txt").write_text(_ROBOTS.format(address), encoding="utf-8")


def add_to_head(path: Path, element: str) -> None:
    """Put an element at the end of a built page's head."""
    before, end, after = path.read_text(encoding="utf-8").partition("</head>")
    path.write_text(f"{before}{element}\n{end}{after}", encoding="utf-8")


def cited_by_pages(knowledge: Knowledge, site: Path) -> Cited:
    """For the id of each built page, the sources that it cites."""
    homes = {
        f"{knowledge.pages[place.page].url}#{place.anchor}": knowledge.sources[name]
        for (kind, name), place in knowledge.homes.items()
        if kind == "source"
    }
    return {page.id: _cited(homes, page, site / page.url / "index.html") for page in knowledge.pages.values()}


def _cited(homes: Mapping[str, Source], page: Page, path: Path) -> list[Source]:
    """The sources to whose entries (`homes`) a built page leads, in the order of first mention."""
    found: dict[str, Source] = {}
    for target, _ in read_built_page(path).links:
        place, _, anchor = target.partition("#")
        if place and (source := homes.get(f"{posixpath.normpath(posixpath.join(page.url, place))}/#{anchor}")):
            found[source.id] = source
    return list(found.values())


def page_data(
    knowledge: Knowledge, page: Page, address: str, sources: Sequence[Source], subject: str
) -> dict[str, object]:
    """A page as schema.org describes it; pages about the site itself are no medical pages."""
    front, medical = page.front, not page.path.startswith("about/")
    home = next(other for other in knowledge.pages.values() if not other.url)
    data: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": "MedicalWebPage" if medical else "WebPage",
        "@id": f"{address}{page.url}",
        "url": f"{address}{page.url}",
        "name": front.title,
        "description": front.description,
        "inLanguage": "en",
        "audience": list(_AUDIENCES[front.audience]),
        "lastReviewed": front.reviewed.isoformat(),
        "dateModified": front.reviewed.isoformat(),
        "isPartOf": {"@type": "WebSite", "@id": address, "url": address, "name": home.front.title},
        "isAccessibleForFree": True,
        "license": LICENCE,
    }
    if medical:
        data["about"] = {"@type": "MedicalProcedure", "name": subject}
    if sources:
        data["citation"] = [citation(source) for source in sources]
    return data


def highwire(page: Page, address: str, edition: Edition) -> str:
    """The tags by which reference managers take a page down: its own facts, and the body that wrote it."""
    facts = [
        ("title", page.front.title),
        *(("author", author) for author in edition.authors),
        ("publication_date", page.front.reviewed.strftime("%Y/%m/%d")),
        ("language", "en"),
        ("public_url", f"{address}{page.url}"),
    ]
    return "".join(f'<meta name="citation_{name}" content="{html.escape(value)}">' for name, value in facts)


def citation(source: Source) -> dict[str, object]:
    """A source by name, year and the address or number by which it is found."""
    data: dict[str, object] = {"@type": _KINDS.get(source.type, "CreativeWork"), "name": source.title}
    if source.year:
        data["datePublished"] = str(source.year)
    if places := list(_places(source)):
        data["url"] = places[0]
    if source.doi:
        data["identifier"] = f"doi:{source.doi}"
    return data


def _places(source: Source) -> Iterator[str]:
    if source.doi:
        yield f"https://doi.org/{source.doi}"
    if source.url:
        yield source.url
    if source.pmcid:
        yield f"https://www.ncbi.nlm.nih.gov/pmc/articles/{source.pmcid}/"
    if source.pmid:
        yield f"https://pubmed.ncbi.nlm.nih.gov/{source.pmid}/"


def script_text(data: object) -> str:
    """JSON that no parser of HTML takes for markup: the signs of tags and entities are written as escapes."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return re.sub("[<>&\u2028\u2029]", lambda found: f"\\u{ord(found[0]):04x}", text)


def sitemap(knowledge: Knowledge, address: str) -> str:
    """Every page with the day on which it was last read through."""
    rows = (
        f"<url><loc>{html.escape(address + page.url)}</loc><lastmod>{page.front.reviewed}</lastmod></url>"
        for page in sorted(knowledge.pages.values(), key=lambda page: page.url)
    )
    return _SITEMAP.format("\n".join(rows))
