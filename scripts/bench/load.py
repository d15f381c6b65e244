"""`python -m scripts.bench.load`: how fast real servers send site/, against their own default page; prints a table.

wrk asks for a content page and for the default page of the same server, in turn, in one run: only the ratios count.
"""

from __future__ import annotations

import argparse
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from scripts.bench.servers import Server, running, version

ROOT = Path(__file__).resolve().parents[2]
# The page that each of Debian's packages shows before anybody has configured anything.
DEFAULTS = {
    "nginx": Path("/usr/share/nginx/html/index.html"),
    "Caddy": Path("/usr/share/caddy/index.html"),
}
CONTENT, DEFAULT = "patients/red-flags/", "default-of-the-server/"
_RATE = re.compile(r"Requests/sec:\s+([\d.]+)")
_SLOWEST = re.compile(r"99%\s+([\d.]+)(us|ms|s)")
_FAULTS = re.compile(r"Non-2xx or 3xx responses: (\d+)|Socket errors: (.*)")
_UNITS = {"us": 0.001, "ms": 1.0, "s": 1000.0}


@dataclass(frozen=True)
class Load:
    """What wrk saw: requests a second, and the milliseconds within which 99 of 100 answers came."""

    rate: float
    slowest: float


def main() -> int:
    """Measure and print; exit status 0."""
    parser = argparse.ArgumentParser(prog="python -m scripts.bench.load", description=__doc__)
    parser.add_argument("--runs", type=int, default=5, help="runs of each page (default 5)")
    parser.add_argument("--seconds", type=int, default=5, help="seconds of each run (default 5)")
    parser.add_argument("--connections", type=int, default=32, help="open connections (default 32)")
    options = parser.parse_args()
    if not (ROOT / "site" / CONTENT / "index.html").is_file():
        parser.error("no site/: build the site first, with make site")
    print(
        f"wrk over TLS, {options.connections} connections, medians of {options.runs} runs of {options.seconds} s each"
    )
    print(f"{'':<28}{'bytes':>9}{'requests/s':>12}{'p99 ms':>9}{'rate':>8}{'p99':>8}")
    for name in DEFAULTS:
        measure(name, options.runs, options.seconds, options.connections)
    print(f"rate, p99: ratios to the default page of the same server; the content page is /{CONTENT}")
    return 0


def measure(name: str, runs: int, seconds: int, connections: int) -> None:
    """Print the lines of one server: its default page, and the content page in each of its forms."""
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        shutil.copytree(ROOT / "site", site)
        (site / DEFAULT).mkdir()
        shutil.copyfile(DEFAULTS[name], site / DEFAULT / "index.html")
        page = site / CONTENT / "index.html"
        asked = {
            "its own default page": (DEFAULT, "", (site / DEFAULT / "index.html").stat().st_size),
            "content page, brotli": (CONTENT, "br", page.with_name("index.html.br").stat().st_size),
            "content page, gzip": (CONTENT, "gzip", page.with_name("index.html.gz").stat().st_size),
            "content page, as it is": (CONTENT, "", page.stat().st_size),
        }
        with running(name, site, Path(folder) / "server") as server:
            rows = [
                [load(server, *what[:2], seconds, connections) for what in asked.values()] for _ in range(runs + 1)
            ][1:]  # the first round pays for files that are read from disk
    print(f"{version(name)}")
    medians = [_median(column) for column in zip(*rows, strict=True)]
    for label, (_, _, size), found in zip(asked, asked.values(), medians, strict=True):
        ratios = f"{found.rate / medians[0].rate:>7.2f}x{found.slowest / medians[0].slowest:>7.2f}x"
        print(f"  {label:<26}{size:>9,}{found.rate:>12,.0f}{found.slowest:>9.2f}{ratios}")


def load(server: Server, path: str, coding: str, seconds: int, connections: int) -> Load:
    """One run of wrk. Raises RuntimeError where an answer failed."""
    address = f"https://localhost:{server.port}/{path}"
    line = ["wrk", "--latency", "-t1", f"-c{connections}", f"-d{seconds}s", "-H", f"Accept-Encoding: {coding}", address]
    said = subprocess.run(line, capture_output=True, text=True, check=True).stdout
    if fault := _FAULTS.search(said):
        raise RuntimeError(f"{address}: {fault[0]}")
    return parsed(said)


def parsed(said: str) -> Load:
    """What wrk printed, as numbers. Raises ValueError where it printed something else."""
    rate, slowest = _RATE.search(said), _SLOWEST.search(said)
    if rate is None or slowest is None:
        raise ValueError(f"wrk: no rate or no 99th percentile in {said!r}")
    return Load(float(rate[1]), float(slowest[1]) * _UNITS[slowest[2]])


def _median(runs: tuple[Load, ...]) -> Load:
    return Load(statistics.median(run.rate for run in runs), statistics.median(run.slowest for run in runs))


if __name__ == "__main__":
    sys.exit(main())
