"""What a visit costs in bytes, measured on the built site, and what that comes to for a million readers a month."""

from __future__ import annotations

import re
import statistics
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from scripts.artefacts.compress import compress_files
from scripts.artefacts.places import fill
from scripts.model.knowledge import Knowledge
from scripts.rendering.view import TEMPLATES

PAGE, PLACE = "cost", "cost-measured"
READERS = 1_000_000
# Assumptions, said on the page: pages in one visit; what share of requests a cache near the reader answers; what the
# head of an answer weighs; prices of the worked example, in any currency.
PAGES, HITS, HEAD = 3, 0.9, 1_000
GIGABYTE_PRICE, REQUESTS_PRICE, PRICED = 0.05, 0.01, 10_000
_LOADED = re.compile(r'<link rel="?(?:stylesheet|icon)"? href="?([^">\s]+)|<script src="?([^">\s]+)')


@dataclass(frozen=True)
class Visit:
    """What a browser fetches: bytes and requests of a first page with all that it loads, bytes of a further one."""

    first: int
    first_requests: int
    further: int
    heaviest: int
    heaviest_page: str

    @property
    def bytes(self) -> int:
        """A whole visit, with the heads of the answers."""
        return self.first + (PAGES - 1) * self.further + self.requests * HEAD

    @property
    def requests(self) -> int:
        """Of a whole visit."""
        return self.first_requests + PAGES - 1

    @property
    def gigabytes(self) -> float:
        """What all readers of a month fetch."""
        return self.bytes * READERS / 1e9

    @property
    def millions(self) -> float:
        """Requests of all readers of a month, in millions."""
        return self.requests * READERS / 1e6

    @property
    def price(self) -> float:
        """Of a month, with the prices of the worked example."""
        return self.gigabytes * GIGABYTE_PRICE + self.requests * READERS / PRICED * REQUESTS_PRICE


def write_cost(knowledge: Knowledge, site: Path) -> None:
    """Put what was measured on the page about it, where there is one, and compress that page anew."""
    if PAGE not in knowledge.pages:
        return
    page = site / knowledge.pages[PAGE].url / "index.html"
    template = TEMPLATES.get_template("cost.html")
    filled = template.render(
        visit=measured(knowledge, site), readers=READERS, pages=PAGES, hits=HITS, head=HEAD,
        gigabyte_price=GIGABYTE_PRICE, requests_price=REQUESTS_PRICE, priced=PRICED,
    )  # fmt: skip
    if fill(page, PLACE, filled):
        compress_files([page])


def measured(knowledge: Knowledge, site: Path) -> Visit:
    """A visit that begins at a page of middle weight; the page about cost itself is left out."""
    pages = [page for page in knowledge.pages.values() if page.id != PAGE]
    weights = [sent(site / page.url / "index.html") for page in pages]
    loads = [set(loaded(site, site / page.url / "index.html")) for page in pages]
    with_all = [sum(map(sent, files)) + weight for files, weight in zip(loads, weights, strict=True)]
    heaviest = weights.index(max(weights))
    return Visit(
        first=round(statistics.median(with_all)),
        first_requests=1 + round(statistics.median(map(len, loads))),
        further=round(statistics.median(weights)),
        heaviest=weights[heaviest],
        heaviest_page=pages[heaviest].front.title,
    )


def loaded(site: Path, page: Path) -> Iterator[Path]:
    """The files that a page asks for before its reader does anything."""
    for link, script in _LOADED.findall(page.read_text(encoding="utf-8")):
        path = (page.parent / (link or script)).resolve()
        if path.is_relative_to(site.resolve()) and path.is_file():
            yield path


def sent(path: Path) -> int:
    """The bytes of a file on its way to a browser that takes brotli."""
    compressed = path.with_name(f"{path.name}.br")
    return (compressed if compressed.exists() else path).stat().st_size
