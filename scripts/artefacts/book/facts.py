"""What a PDF says of itself: version, day, and where the current version is."""

from __future__ import annotations

import datetime
import io
from dataclasses import dataclass

import segno
import yaml

from scripts.days import set_day
from scripts.model.knowledge import Knowledge
from scripts.project import Project


@dataclass(frozen=True)
class Facts:
    """The same for every PDF of one build; `site` is the address of the site."""

    title: str
    version: str
    day: datetime.date
    due: datetime.date
    site: str
    keywords: tuple[str, ...]

    @property
    def timestamp(self) -> int:
        """The day as seconds since 1970."""
        return int(datetime.datetime.combine(self.day, datetime.time(), datetime.UTC).timestamp())


def facts_of(knowledge: Knowledge, project: Project, site: str) -> Facts:
    """Facts from the citation file and the pages; the day is the one that is set, or that of the newest review."""
    cited = yaml.safe_load((project.root / "CITATION.cff").read_text(encoding="utf-8"))
    fronts = [page.front for page in knowledge.pages.values()]
    day = set_day() or max(front.reviewed for front in fronts)
    due = min(front.review_due for front in fronts)
    home = next(page for page in knowledge.pages.values() if not page.url)
    return Facts(home.front.title, str(cited["version"]), day, due, site, tuple(cited.get("keywords", ())))


def spelled(day: datetime.date) -> str:
    """A day in words: 22 November 2026."""
    return f"{day.day} {day:%B %Y}"


def code(address: str) -> str:
    """A QR code as SVG."""
    drawn = io.BytesIO()
    segno.make(address, error="m", micro=False).save(drawn, kind="svg", border=0, xmldecl=False, svgns=True, nl=False)
    return drawn.getvalue().decode()


def edition_info(facts: Facts, title: str, description: str) -> dict[str, object]:
    """What the templates need to know of a document."""
    return {
        "title": title,
        "description": description,
        "keywords": list(facts.keywords),
        "date": facts.day,
        "version": facts.version,
        "day": spelled(facts.day),
        "due": spelled(facts.due),
        "site": facts.site,
        "qr": code(facts.site),
    }
