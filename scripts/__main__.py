"""The command line: alone prints and exits; everything else returns values or raises."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from scripts.artefacts.errors import BuildError
from scripts.artefacts.feed import changes
from scripts.artefacts.receipt import make_receipt
from scripts.artefacts.schema import front_matter_schema, schema_file
from scripts.artefacts.settings import extra, site_path
from scripts.artefacts.site import build_site
from scripts.artefacts.versions import keep_book
from scripts.checks import OVERDUE, UNCHECKED, WITHDRAWN, run_checks
from scripts.checks.sentences import patients_texts
from scripts.compiling.compile import Compiled, compile_project, knowledge_of
from scripts.compiling.lasting import write_addresses
from scripts.compiling.learning import write_release
from scripts.compiling.record import write_record
from scripts.days import today
from scripts.problems import Problems
from scripts.project import Project
from scripts.rendering.readability import reading_of
from scripts.start import new_knowledge_base, renew_engine

ROOT = Path(__file__).resolve().parent.parent


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the exit status (0 for success)."""
    options = _parser().parse_args(arguments)
    project = Project(options.root.resolve())
    if "folder" in options:
        return new(project, options.kind, Project(options.folder.resolve()))
    command: Callable[[Project], int] = options.command
    return command(project)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m scripts", description="The knowledge base's own commands.")
    parser.add_argument("--root", type=Path, default=ROOT, help="the knowledge base's folder (default: this one)")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for function in (check, build, receipt, record, release, schema):
        text = (function.__doc__ or "").split("\n")[0]
        commands.add_parser(function.__name__, help=text, description=text).set_defaults(command=function)
    text = (new.__doc__ or "").split("\n")[0]
    second = commands.add_parser(new.__name__, help=text, description=text)
    second.add_argument("kind", choices=("kb", "engine"), help="a whole knowledge base, or a newer engine for one")
    second.add_argument("folder", type=Path, metavar="DIR", help="its folder; for kb, new or empty")
    return parser


def check(project: Project) -> int:
    """Report every problem in pages and evidence."""
    compiled = compile_project(project)
    problems = run_checks(compiled)
    if status := _report(problems):
        return status
    _reading(compiled)
    return _summary(compiled)


def build(project: Project) -> int:
    """Check, build the site, walk it, and only then put it in site/."""
    compiled = compile_project(project)
    problems = run_checks(compiled)
    _print(problems.only(OVERDUE), "warning: ")
    if status := _report(problems.without(OVERDUE)):
        return status
    try:
        site = build_site(project)
    except BuildError as error:
        print(error, file=sys.stderr)
        return 1
    print(f"built {site}")
    if not extra(project).get("security_contact"):
        print("no .well-known/security.txt: set SECURITY_CONTACT, or extra.security_contact in mkdocs.yml")
    return _summary(compiled)


def receipt(project: Project) -> int:
    """Open every page of site/ in Chromium, and put into the site what was asked and stored."""
    try:
        found = make_receipt(knowledge_of(project.root), project.site, today(), site_path(project))
    except BuildError as error:
        print(error, file=sys.stderr)
        return 1
    print(f"{len(found.pages)} pages and {found.links} private links opened with {found.browser}")
    for what, items in (("other hosts", found.others), ("cookies", found.cookies), ("stored", found.stored)):
        print(f"{what}: {', '.join(items) or 'none'}")
    return 0 if found.clean else 1


def record(project: Project) -> int:
    """Note the present evidence as checked by a second reader (docs/evidence/checked.yml)."""
    compiled = compile_project(project)
    problems = run_checks(compiled)
    if status := _report(problems.without(OVERDUE).without(UNCHECKED).without(WITHDRAWN)):
        return status
    print(f"noted {write_record(project, compiled.knowledge)} entries in docs/evidence/checked.yml")
    return 0


def release(project: Project) -> int:
    """Note the present claims and addresses as those of the newest version in CHANGELOG.md."""
    compiled = compile_project(project)
    if status := _report(run_checks(compiled).without(OVERDUE)):
        return status
    versions = changes((project.root / "CHANGELOG.md").read_text("utf-8"))
    newest = next(((change.version, change.day) for change in versions if change.day), None)
    if newest is None:
        print("CHANGELOG.md names no version with its day", file=sys.stderr)
        return 1
    others = {change.version for _, items in compiled.knowledge.lasting.changes for change in items}
    others -= {item.version for item in compiled.knowledge.lasting.publications} | {newest[0]}
    if others:
        names = ", ".join(sorted(others))
        print(f"docs/evidence/history.yml names version {names}, but this is {newest[0]}", file=sys.stderr)
        return 1
    fresh = write_addresses(project, compiled.knowledge, *newest)
    print(f"added {fresh} addresses to docs/evidence/addresses.yml")
    noted = write_release(project, compiled.knowledge, *newest)
    print(f"noted {len(noted.claims)} claims as those of version {noted.version} in docs/evidence/released.yml")
    books = keep_book(project, noted.version)
    print(f"kept in released/: {', '.join(books) or f'no book of version {noted.version}: run make site first'}")
    return 0


def schema(project: Project) -> int:
    """Write the JSON Schema of front matter for editors (docs/front-matter.schema.json)."""
    path = schema_file(project)
    path.write_text(front_matter_schema(), encoding="utf-8")
    print(f"wrote {project.name(path)}")
    return 0


def new(engine: Project, kind: str, project: Project) -> int:
    """Make a small second knowledge base with its own copy of the engine, or put this engine into one."""
    make = new_knowledge_base if kind == "kb" else renew_engine
    try:
        make(engine, project)
    except BuildError as error:
        print(error, file=sys.stderr)
        return 1
    print(f"{'made' if kind == 'kb' else 'renewed the engine of'} {project.root}; its README.md says how to build it")
    return 0


def _reading(compiled: Compiled) -> None:
    """How hard the pages and the cards for patients are to read."""
    print(f"{'for patients':<22} {'sentences':>9} {'words each':>10} {'longest':>8} {'grade':>6}")
    for name, found in patients_texts(compiled):
        reading = reading_of(found)
        print(f"{name:<22} {reading.sentences:>9} {reading.mean:>10.1f} {reading.longest:>8} {reading.grade:>6.1f}")


def _report(problems: Problems) -> int:
    _print(problems)
    if len(problems):
        print(f"{len(problems)} problem(s)", file=sys.stderr)
    return 1 if len(problems) else 0


def _print(problems: Problems, prefix: str = "") -> None:
    for problem in problems:
        print(f"{prefix}{problem}", file=sys.stderr)


def _summary(compiled: Compiled) -> int:
    knowledge = compiled.knowledge
    print(
        f"{len(knowledge.pages)} pages, {len(knowledge.claims)} claims ({len(knowledge.uses)} used on pages), "
        f"{len(knowledge.sources)} sources, {len(knowledge.red_flags)} red flags: no problems"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
