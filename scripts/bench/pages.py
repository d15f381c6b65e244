"""`python -m scripts.bench.pages`: pages as a slow phone gets them, beside the theme as it comes with the same words.

Both sites are served compressed from this machine, and Lighthouse opens their pages in turn, in its mobile setting.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from scripts.artefacts.compress import compress
from scripts.artefacts.crawl import QUIET, chromium
from scripts.artefacts.serving import served
from scripts.artefacts.settings import navigation_tree
from scripts.bench.expand import expand
from scripts.bench.generate import copy_project
from scripts.project import Project

ROOT = Path(__file__).resolve().parents[2]
PAGES = ("", "patients/at-home-adults/", "clinicians/techniques/", "decide/patients/", "evidence/ledger/outcomes/")
WIDTHS = (360, 1280)
_CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
_EXTENSIONS = ("admonition", "attr_list", "def_list", "md_in_html", "tables", "pymdownx.details")


@dataclass(frozen=True)
class Report:
    """What Lighthouse says of one visit: scores of 100, milliseconds, the shift of the layout, bytes, requests."""

    scores: tuple[float, ...]
    lcp: float
    blocked: float
    shift: float
    bytes: float
    requests: float


def main() -> int:
    """Measure and print; exit status 0."""
    parser = argparse.ArgumentParser(prog="python -m scripts.bench.pages", description=__doc__)
    parser.add_argument("--runs", type=int, default=3, help="visits of each page (default 3); medians are shown")
    parser.add_argument("--pictures", type=Path, help="a folder for pictures of the pages, as the theme comes and ours")
    parser.add_argument("--lighthouse", type=Path, default=ROOT / ".venv" / "lighthouse", help="where npm installed it")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        stock = stock_site(Path(folder))
        with served(stock) as theirs, served(Project(ROOT).site) as ours:
            sites = {"stock": theirs, "ours": ours}
            if options.pictures:
                take_pictures(sites, options.pictures)
            if options.runs:
                measure(sites, options.runs, options.lighthouse)
    return 0


def stock_site(folder: Path) -> Path:
    """The same words in the theme as it comes: no macros, no overrides, no style or script of ours."""
    project = copy_project(Project(ROOT), folder / "stock")
    expand(project, project.root)
    shutil.rmtree(project.root / "overrides")
    settings = {
        "site_name": "Anal dilation as a medical treatment",
        "site_url": "https://example.org/",
        "theme": {"name": "material"},
        "markdown_extensions": list(_EXTENSIONS),
        "exclude_docs": "*.yml\n*.json\n",
        "nav": navigation_tree(Project(ROOT)),
    }
    project.configuration.write_text(yaml.safe_dump(settings, sort_keys=False), encoding="utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(folder / "site")]
    subprocess.run(command, cwd=project.root, check=True, capture_output=True)
    compress(folder / "site")
    return folder / "site"


def measure(sites: Mapping[str, str], runs: int, lighthouse: Path) -> None:
    """The table: each page of each site, visited in turn."""
    heads = ("performance / accessibility / best practices / SEO", "LCP s", "blocked ms", "shift", "KB", "requests")
    print(f"{'page':<28} {'site':<6} " + "  ".join(heads))
    for page in PAGES:
        visits: dict[str, list[Report]] = {name: [] for name in sites}
        for _ in range(runs):
            for name, address in sites.items():
                visits[name].append(_visit(lighthouse, address + page))
        for name, reports in visits.items():
            print(f"{page or 'home':<28} {name:<6} " + "  ".join(_cells(reports, heads)))


def _cells(reports: list[Report], heads: tuple[str, ...]) -> Iterator[str]:
    scores = (statistics.median(column) for column in zip(*(report.scores for report in reports), strict=True))
    yield f"{' / '.join(f'{score:.0f}' for score in scores):>{len(heads[0])}}"
    values = [
        f"{statistics.median(report.lcp for report in reports) / 1000:.1f}",
        f"{statistics.median(report.blocked for report in reports):.0f}",
        f"{statistics.median(report.shift for report in reports):.2f}",
        f"{statistics.median(report.bytes for report in reports) / 1000:.0f}",
        f"{statistics.median(report.requests for report in reports):.0f}",
    ]
    yield from (f"{value:>{len(head)}}" for value, head in zip(values, heads[1:], strict=True))


def _visit(lighthouse: Path, address: str) -> Report:
    program = lighthouse / "node_modules" / "lighthouse" / "cli" / "index.js"
    flags = " ".join(["--headless", *QUIET])
    command = ["node", str(program), address, "--quiet", "--output=json", f"--chrome-flags={flags}"]
    chrome = shutil.which("chromium") or "chromium"
    done = subprocess.run(command, env={**os.environ, "CHROME_PATH": chrome}, capture_output=True, check=True)
    said: dict[str, Any] = json.loads(done.stdout)
    audits = said["audits"]
    asked = audits["network-requests"]["details"]["items"]
    return Report(
        scores=tuple(100 * said["categories"][name]["score"] for name in _CATEGORIES),
        lcp=audits["largest-contentful-paint"]["numericValue"],
        blocked=audits["total-blocking-time"]["numericValue"],
        shift=audits["cumulative-layout-shift"]["numericValue"],
        bytes=audits["total-byte-weight"]["numericValue"],
        requests=sum(not item["url"].startswith("data:") for item in asked),
    )


def take_pictures(sites: Mapping[str, str], folder: Path) -> None:
    """What a reader sees first of each page, on a phone and on a desk."""
    folder.mkdir(parents=True, exist_ok=True)
    with chromium() as browser:
        for width in WIDTHS:
            page = browser.new_page(viewport={"width": width, "height": 900})
            for address in PAGES:
                for name, site in sites.items():
                    page.goto(site + address)
                    title = address.strip("/").replace("/", "-") or "home"
                    page.screenshot(path=folder / f"{title}-{width}-{name}.png")


if __name__ == "__main__":
    sys.exit(main())
