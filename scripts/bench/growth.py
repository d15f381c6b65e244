"""Whole builds of generated knowledge bases: what a page costs and weighs when there are many more of them."""

from __future__ import annotations

import os
import re
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from scripts.artefacts.search import FIRST, SECOND
from scripts.artefacts.site import build_site
from scripts.bench.generate import copy_project, multiply
from scripts.compiling.compile import compile_project
from scripts.project import Project

BUDGET = 100_000  # bytes of a page with what it asks for, as tests/site/test_budget.py has it
_LOADED = re.compile(r'<link rel="(?:stylesheet|icon)" href="([^"]+)"|<script src="([^"]+)"')


@dataclass(frozen=True)
class Growth:
    """One build. Units: seconds, MB (`memory`: the largest of any of its processes), bytes.

    Pages are weighed as sent. The data of the search are not: copies of one text compress to almost nothing.
    """

    pages: int
    claims: int
    sources: int
    seconds: float
    memory: float
    median: float
    heaviest: int
    ledger: int
    search: int


def growth(folder: Path, sizes: list[int], books: bool) -> None:
    """The table of whole builds, each once, and its ratios per page to the first."""
    print(f"\nWhole builds, {'with' if books else 'without'} the PDFs (each once; pages in bytes as sent, with brotli)")
    heads = (
        "pages",
        "claims",
        "sources",
        "seconds",
        "peak MB",
        "median page",
        "heaviest",
        "ledger",
        "of budget",
        "search data",
    )
    print(f"{'size':>5} " + " ".join(f"{head:>11}" for head in heads))
    rows = {}
    for size in sizes:
        project = copy_project(Project(Path(__file__).resolve().parents[2]), folder / f"growth-{size}")
        multiply(project, size, pages=True)
        rows[size] = row = grown(project, books)
        values = (
            f"{row.pages:,}", f"{row.claims:,}", f"{row.sources:,}", f"{row.seconds:.0f}", f"{row.memory:.0f}",
            f"{row.median:,.0f}", f"{row.heaviest:,}", f"{row.ledger:,}", f"{row.ledger / BUDGET:.0%}",
            f"{row.search:,}",
        )  # fmt: skip
        print(f"{size:>4}x " + " ".join(f"{value:>11}" for value in values), flush=True)
    print(f"\n{'per page, against the first':>28} {'seconds':>9} {'memory':>9} {'search':>9}; whole: median, ledger")
    first = rows[sizes[0]]
    for size, row in rows.items():
        more = row.pages / first.pages
        each = (row.seconds / first.seconds, row.memory / first.memory, row.search / first.search)
        whole = (row.median / first.median, row.ledger / first.ledger)
        print(
            f"{size:>27}x " + " ".join(f"{value / more:>8.2f}x" for value in each),
            *(f"{value:.2f}x" for value in whole),
        )


def grown(project: Project, books: bool) -> Growth:
    """Build the site in a process of its own, and weigh it; raises RuntimeError with what the build said."""
    line = [sys.executable, "-m", "scripts.bench.growth", str(project.root), *(["books"] if books else [])]
    start = time.perf_counter()
    process = subprocess.Popen(line, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    seconds = time.perf_counter() - start
    if process.returncode:
        raise RuntimeError(f"{project.root}: the build failed")
    knowledge, site = compile_project(project).knowledge, project.site
    weights = {page.url: weight(site, page.url) for page in knowledge.pages.values()}
    ledgers = {knowledge.pages[name].url for name in knowledge.pages_listing("claim")}
    return Growth(
        pages=len(knowledge.pages), claims=len(knowledge.claims), sources=len(knowledge.sources),
        seconds=seconds, memory=usage.ru_maxrss / 1024,
        median=statistics.median(_sent(site / url / "index.html") for url in weights),
        heaviest=max(weights.values()), ledger=max(weights[url] for url in ledgers),
        search=sum((site / name).stat().st_size for name in (FIRST, SECOND)),
    )  # fmt: skip


def weight(site: Path, url: str) -> int:
    """A page, and every file that it asks for before a reader does anything, in bytes as sent."""
    page = site / url / "index.html"
    names = dict.fromkeys(link or script for link, script in _LOADED.findall(page.read_text(encoding="utf-8")))
    return _sent(page) + sum(_sent((page.parent / name).resolve()) for name in names)


def _sent(path: Path) -> int:
    compressed = path.with_name(f"{path.name}.br")
    return (compressed if compressed.exists() else path).stat().st_size


if __name__ == "__main__":
    build_site(Project(Path(sys.argv[1])), books=len(sys.argv) > 2)
