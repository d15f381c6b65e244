"""What was found, in the project's form of problems, and as the text of a job's summary."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from scripts.compiling.compile import Compiled
from scripts.problems import Place, Problem, Problems
from scripts.watch.finding import Finding, Silence

KNOWN = Path(".github") / "watched.yml"
_OTHERS = "the source's own host"  # of which many refuse programs: no problem


@dataclass(frozen=True)
class Report:
    """Problems to act on; how many findings were known before; who did not answer about which sources."""

    problems: Problems
    known: int
    silences: tuple[Silence, ...]

    def text(self, asked: int) -> str:
        """Markdown: what to do, source by source, and what could not be asked."""
        lines = [f"# Watch: {len(self.problems)} to look at", "", f"{asked} sources; {self.known} known before.", ""]
        lines += [f"- `{problem}`" for problem in self.problems]
        lines += (
            ["", f"Who has looked at one adds it to `{KNOWN}`, with what came of it."] if len(self.problems) else []
        )
        refused = sorted({silence.source for silence in self.silences if silence.service == _OTHERS})
        lines += ["", f"Hosts that did not say (a person must look now and then): {', '.join(refused) or 'none'}."]
        return "\n".join(lines) + "\n"


def report(compiled: Compiled, found: Iterable[Finding | Silence], known: set[tuple[str, str]]) -> Report:
    """The report; `known`: pairs of source and notice that somebody has looked at."""
    items = list(found)
    silences = tuple(item for item in items if isinstance(item, Silence))
    findings = {(item.source, item.notice): item for item in items if isinstance(item, Finding)}
    fresh = [item for key, item in findings.items() if key not in known]
    problems = Problems([_problem(compiled, item) for item in fresh])
    problems.items += _silent(compiled, silences)
    return Report(problems, len(findings) - len(fresh), silences)


def _problem(compiled: Compiled, item: Finding) -> Problem:
    return compiled.origins.place("source", item.source).problem(item.source, item.rule, item.found, item.expected)


def _silent(compiled: Compiled, silences: tuple[Silence, ...]) -> Iterator[Problem]:
    """One problem for each service that did not answer: a week without an answer must not look like a good one."""
    place = Place(compiled.project.name(compiled.project.evidence / "sources.json"), 1)
    for service in sorted({silence.service for silence in silences} - {_OTHERS}):
        missed = [silence for silence in silences if silence.service == service]
        found = f"nothing about {len(missed)} source(s), the first {missed[0].source} (status {missed[0].status})"
        yield place.problem(service, "no-answer", found, "an answer about each")


def known_findings(root: Path) -> set[tuple[str, str]]:
    """What somebody has looked at: pairs of source and notice. Raises ValueError where an entry lacks a part."""
    path = root / KNOWN
    entries = yaml.safe_load(path.read_text(encoding="utf-8")) if path.is_file() else []
    for entry in entries or []:
        if not isinstance(entry, dict) or set(entry) != {"source", "notice", "result"}:
            raise ValueError(f"{KNOWN.as_posix()}: {entry!r}, expected the keys source, notice and result")
    return {(str(entry["source"]), str(entry["notice"])) for entry in entries or []}
