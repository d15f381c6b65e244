"""The privacy receipt: what a browser did on every page, as `receipt.json` and on the page about it."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from scripts.artefacts.checksums import write_sums
from scripts.artefacts.compress import compress_files
from scripts.artefacts.crawl import SELF, Visit, chromium, crawl
from scripts.artefacts.errors import BuildError
from scripts.artefacts.written import SUMS
from scripts.model.knowledge import Knowledge
from scripts.model.private import FOLDER
from scripts.rendering.view import TEMPLATES

PAGE = "about/receipt/index.html"
DATA = "about/receipt/receipt.json"
# The colours, once a reader has chosen them.
ALLOWED = frozenset({"local storage: colours"})
_PLACE = re.compile(r'<(p|div) id="?receipt-result"?>.*?</\1>', re.DOTALL)
_COMPRESSED = (".br", ".gz")


@dataclass(frozen=True)
class Receipt:
    """A crawl: every visit, the day, the browser's version, and the digest of the files that were opened."""

    day: date
    browser: str
    digest: str
    visits: tuple[Visit, ...]

    @cached_property
    def pages(self) -> list[Visit]:
        """The visits to pages."""
        return [visit for visit in self.visits if not visit.page.startswith(f"{FOLDER}/")]

    @property
    def links(self) -> int:
        """How many private links were opened."""
        return len(self.visits) - len(self.pages)

    @property
    def others(self) -> list[str]:
        """The other hosts that were asked for anything."""
        return _distinct(host for visit in self.visits for host in (*visit.hosts, *visit.sockets) if host != SELF)

    @property
    def cookies(self) -> list[str]:
        """The cookies that were set."""
        return _distinct(cookie for visit in self.visits for cookie in visit.cookies)

    @property
    def stored(self) -> list[str]:
        """What was in the browser's storage."""
        return _distinct(item for visit in self.visits for item in visit.stored)

    @property
    def clean(self) -> bool:
        """Whether nothing was seen that the site promises not to do."""
        return not (self.others or self.cookies or set(self.stored) - ALLOWED)

    def data(self) -> dict[str, object]:
        """The receipt as data."""
        return {
            "version": 1,
            "day": self.day.isoformat(),
            "browser": self.browser,
            "site_sha256": self.digest,
            "clean": self.clean,
            "totals": {
                "pages": len(self.pages),
                "private_links": self.links,
                "requests": sum(visit.requests for visit in self.visits),
                "bytes": sum(visit.bytes for visit in self.visits),
                "other_hosts": self.others,
                "cookies": self.cookies,
                "stored": self.stored,
            },
            "pages": [asdict(visit) for visit in self.visits],
        }


def _distinct(items: Iterable[str]) -> list[str]:
    return sorted(set(items))


def make_receipt(knowledge: Knowledge, site: Path, day: date, prefix: str) -> Receipt:
    """Crawl a built site, whose pages expect to lie below `prefix`, and put the receipt into it. Raises BuildError."""
    if not (site / PAGE).is_file():
        raise BuildError(f"no {site.name}/{PAGE}: build the site first, with make site")
    with chromium() as browser:
        visits = crawl(site, browser, prefix)
        receipt = Receipt(day, f"Chromium {browser.version}", site_digest(site), tuple(visits))
    compress_files(write_receipt(receipt, knowledge, site))
    write_sums(site)
    return receipt


def site_digest(site: Path) -> str:
    """The sha256 of what `sha256sum` lists of the files in order; receipt, sums and compressed copies left out."""
    left_out = {PAGE, DATA, SUMS}
    names = sorted(path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())
    listed = [name for name in names if name not in left_out and not name.endswith(_COMPRESSED)]
    lines = (f"{hashlib.sha256((site / name).read_bytes()).hexdigest()}  ./{name}\n" for name in listed)
    return hashlib.sha256("".join(lines).encode()).hexdigest()


def write_receipt(receipt: Receipt, knowledge: Knowledge, site: Path) -> Sequence[Path]:
    """Put the receipt into a built site, as data and on its page; the files written. Raises BuildError."""
    page, data = site / PAGE, site / DATA
    titles = {item.url: item.front.title for item in knowledge.pages.values()}
    shown = TEMPLATES.get_template("receipt.html").render(receipt=receipt, titles=titles, allowed=ALLOWED)
    text, places = _PLACE.subn(lambda _: f'<div id="receipt-result">\n{shown}\n</div>', page.read_text("utf-8"))
    if places != 1:
        raise BuildError(f"{PAGE}: {places} places for the receipt, expected one")
    page.write_text(text, encoding="utf-8")
    data.write_text(json.dumps(receipt.data(), indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return page, data
