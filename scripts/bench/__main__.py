"""`python -m scripts.bench`: prints the tables; alone prints and exits."""

from __future__ import annotations

import argparse
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from scripts.bench.editing import editing
from scripts.bench.expand import expand
from scripts.bench.generate import copy_project, multiply
from scripts.bench.growth import growth
from scripts.bench.pathways import add_pathway, paths_in, time_pathway
from scripts.checks import run_checks
from scripts.compiling.compile import compile_project
from scripts.project import Project

ROOT = Path(__file__).resolve().parents[2]


def main() -> int:
    """Measure and print; exit status 0."""
    parser = argparse.ArgumentParser(prog="python -m scripts.bench", description=__doc__)
    parser.add_argument("--runs", type=int, default=5, help="runs of each alternative (default 5)")
    parser.add_argument("--compile", type=int, nargs="*", default=[1, 10, 100], help="sizes for compiling")
    parser.add_argument("--site", type=int, nargs="*", default=[1, 10], help="sizes for the whole site")
    parser.add_argument("--pathway", type=int, nargs="*", default=[100, 1000, 10000], help="nodes of a pathway")
    parser.add_argument("--edit", type=int, nargs="*", default=[1, 10], help="sizes for an edit under the live preview")
    parser.add_argument("--growth", type=int, nargs="*", default=[1, 10, 50], help="sizes for whole builds, each once")
    parser.add_argument("--books", action="store_true", help="set the PDFs in whole builds too: hours from 10x on")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        if options.compile:
            compiling(Path(folder), options.compile, options.runs)
        if options.pathway:
            pathways(Path(folder), options.pathway, options.runs)
        if options.site:
            building(Path(folder), options.site, options.runs)
        if options.edit:
            editing(Path(folder), options.edit, options.runs)
        if options.growth:
            growth(Path(folder), options.growth, options.books)
    return 0


def compiling(folder: Path, sizes: list[int], runs: int) -> None:
    """Time of compiling and of checking the evidence, for each size, taken in turn."""
    projects = {}
    for size in sizes:
        projects[size] = copy_project(Project(ROOT), folder / f"compile-{size}")
        multiply(projects[size], size, pages=False)
    times: dict[int, list[tuple[float, float]]] = {size: [] for size in sizes}
    for _ in range(runs):
        for size, project in projects.items():
            times[size].append(_compile(project))
    print("\nCompiling and checking the evidence (median seconds, and per claim against the first size)")
    print(f"{'size':>6} {'claims':>8} {'compile':>9} {'check':>8} {'compile per claim':>19} {'check per claim':>16}")
    claims = {size: len(compile_project(project).knowledge.claims) for size, project in projects.items()}
    medians = {size: [statistics.median(column) for column in zip(*rows, strict=True)] for size, rows in times.items()}
    first = [value / claims[sizes[0]] for value in medians[sizes[0]]]
    for size in sizes:
        ratios = [value / claims[size] / base for value, base in zip(medians[size], first, strict=True)]
        compile_time, check_time = medians[size]
        row = f"{size:>5}x {claims[size]:>8,} {compile_time:>9.2f} {check_time:>8.2f}"
        print(f"{row} {ratios[0]:>18.2f}x {ratios[1]:>15.2f}x")


def _compile(project: Project) -> tuple[float, float]:
    start = time.perf_counter()
    compiled = compile_project(project)
    middle = time.perf_counter()
    run_checks(compiled)
    return middle - start, time.perf_counter() - middle


def pathways(folder: Path, sizes: list[int], runs: int) -> None:
    """Time of compiling and checking the project with a generated pathway, beside the project without it, in turn."""
    plain = copy_project(Project(ROOT), folder / "pathway-0")
    projects = {size: copy_project(Project(ROOT), folder / f"pathway-{size}") for size in sizes}
    for size, project in projects.items():
        add_pathway(project, size)
    time_pathway(plain)  # the first run pays for imports and caches
    rows = [[sum(time_pathway(project)[1:]) for project in (plain, *projects.values())] for _ in range(runs)]
    base, *fastest = [min(column) for column in zip(*rows, strict=True)]
    print(f"\nProving a generated pathway (fastest run, in seconds beyond the {base:.2f} s of the project alone)")
    print(f"{'nodes':>7} {'paths':>9} {'seconds':>8} {'against the project alone':>26}")
    for size, seconds in zip(sizes, fastest, strict=True):
        paths = paths_in(time_pathway(projects[size])[0])
        print(f"{size:>7,} {paths:>9.1e} {seconds - base:>8.2f} {(seconds - base) / base:>25.2f}x")


def building(folder: Path, sizes: list[int], runs: int) -> None:
    """Time of MkDocs on this site against MkDocs on the same Markdown with its macros expanded, in turn.

    "first": with references to format; "again": with those kept from the build before, as on every later build.
    """
    print("\nBuilding the site (median seconds, and ratios to the same Markdown with macros expanded)")
    heads = (("pages", 6), ("first", 8), ("again", 8), ("expanded", 9), ("first", 7), ("again", 7), ("peak memory", 12))
    print(f"{'size':>6} " + " ".join(f"{head:>{width}}" for head, width in heads))
    for size in sizes:
        ours = copy_project(Project(ROOT), folder / f"ours-{size}")
        multiply(ours, size, pages=True)
        plain = copy_project(ours, folder / f"plain-{size}")
        expand(ours, plain.root)
        columns = _alternate(runs, partial(_build, ours, first=True), partial(_build, ours), partial(_build, plain))
        first, again, expanded = [statistics.median(column) for column in columns]
        pages = len(list(ours.docs.rglob("*.md")))
        memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        row = f"{size:>5}x {pages:>6} {first:>8.2f} {again:>8.2f} {expanded:>9.2f}"
        print(f"{row} {first / expanded:>6.2f}x {again / expanded:>6.2f}x {memory:>9.0f} MB")


def _alternate(runs: int, *alternatives: Callable[[], float]) -> list[list[float]]:
    rows = [[run() for run in alternatives] for _ in range(runs)]
    return [list(column) for column in zip(*rows, strict=True)]


def _build(project: Project, first: bool = False) -> float:
    if first:
        shutil.rmtree(project.cache, ignore_errors=True)
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(project.root / "out")]
    start = time.perf_counter()
    subprocess.run(command, cwd=project.root, check=True, capture_output=True)
    return time.perf_counter() - start


if __name__ == "__main__":
    sys.exit(main())
