"""How soon an edit of one page shows in a browser that is open on it, under the live preview."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Page

from scripts.artefacts.crawl import chromium
from scripts.artefacts.settings import site_path
from scripts.bench.generate import copy_project, multiply
from scripts.bench.servers import free_port
from scripts.project import Project

PAGE = "clinicians/techniques"


def editing(folder: Path, sizes: list[int], runs: int) -> None:
    """The table: the first build of the preview, and the time from an edit until the browser shows it."""
    print("\nAn edit of one page under the live preview (seconds until an open browser shows it)")
    print(f"{'size':>6} {'pages':>6} {'first build':>12} {'edit, median':>13} {'slowest':>8} {'edit : build':>13}")
    for size in sizes:
        project = copy_project(Project(Path(__file__).resolve().parents[2]), folder / f"edit-{size}")
        multiply(project, size, pages=True)
        start = time.perf_counter()
        with preview(project, folder / f"edit-{size}.log") as address, chromium() as browser:
            whole = time.perf_counter() - start
            page = browser.new_page()
            page.goto(f"{address}{PAGE}/")
            times = [_edit(page, project.docs / f"{PAGE}.md", f"Edit number {number}.") for number in range(runs + 1)]
        edit = statistics.median(times[1:])  # the first also fills what a preview keeps
        pages = len(list(project.docs.rglob("*.md")))
        print(
            f"{size:>5}x {pages:>6,} {whole:>12.1f} {edit:>13.2f} {max(times[1:]):>8.2f} {edit / whole:>13.3f}",
            flush=True,
        )


def _edit(page: Page, path: Path, words: str) -> float:
    start = time.perf_counter()
    path.write_text(f"{path.read_text(encoding='utf-8')}\n{words}\n", encoding="utf-8")
    page.wait_for_function("words => document.body.innerText.includes(words)", arg=words)
    return time.perf_counter() - start


@contextmanager
def preview(project: Project, log: Path) -> Iterator[str]:
    """The live preview as `make serve` starts it, on a free port, once it answers; its address.

    What it says goes to `log`. Raises RuntimeError with that where it ends by itself.
    """
    port = free_port()
    address = f"http://127.0.0.1:{port}{site_path(project)}"
    said = {"LIVE_PREVIEW": "1", "FAIL_ON_MACRO_ERROR": "false", "NO_MKDOCS_2_WARNING": "1"}
    line = [
        sys.executable,
        "-m",
        "mkdocs",
        "serve",
        "--no-strict",
        "--livereload",
        "--dirty",
        "-a",
        urlsplit(address).netloc,
    ]
    with log.open("w", encoding="utf-8") as output:
        server = subprocess.Popen(
            line, cwd=project.root, env=os.environ | said, stdout=output, stderr=subprocess.STDOUT
        )
    try:
        while not _answers(address):
            if server.poll() is not None:
                raise RuntimeError(log.read_text(encoding="utf-8"))
            time.sleep(0.2)
        yield address
    finally:
        server.terminate()
        server.wait()


def _answers(address: str) -> bool:
    try:
        with urllib.request.urlopen(address):  # noqa: S310 - of http alone, just made
            return True
    except OSError:
        return False
