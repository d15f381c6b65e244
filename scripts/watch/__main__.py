"""`python -m scripts.watch`: which sources were retracted or corrected, which links are gone; prints and exits."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path

from scripts.compiling.compile import Compiled, compile_project
from scripts.model.source import Source
from scripts.project import Project
from scripts.watch.asking import Asker, asker
from scripts.watch.finding import Finding, Silence
from scripts.watch.links import addresses, dois
from scripts.watch.report import known_findings, report
from scripts.watch.retractions import crossref, pubmed

ROOT = Path(__file__).resolve().parents[2]


def main(arguments: Sequence[str] | None = None, by: Asker | None = None) -> int:
    """Ask about every source of the knowledge base at the first argument; status 1 where there is something to do."""
    given = sys.argv[1:] if arguments is None else arguments
    root = Path(given[0]).resolve() if given else ROOT
    compiled = compile_project(Project(root))
    if len(compiled.problems):
        print(compiled.problems, file=sys.stderr)
        return 1
    return _say(compiled, root, found(by or asker(os.environ.get("WATCH_CONTACT", "")), compiled))


def found(by: Asker, compiled: Compiled) -> Iterator[Finding | Silence]:
    """The answers of everybody who is asked."""
    sources: list[Source] = list(compiled.knowledge.sources.values())
    return chain.from_iterable(ask(by, sources) for ask in (crossref, pubmed, dois, addresses))


def _say(compiled: Compiled, root: Path, answers: Iterator[Finding | Silence]) -> int:
    result = report(compiled, answers, known_findings(root))
    for problem in result.problems:
        print(problem, file=sys.stderr)
    text = result.text(len(compiled.knowledge.sources))
    print(text)
    if summary := os.environ.get("GITHUB_STEP_SUMMARY"):
        with Path(summary).open("a", encoding="utf-8") as file:
            file.write(text)
    return 1 if len(result.problems) else 0


if __name__ == "__main__":
    sys.exit(main())
