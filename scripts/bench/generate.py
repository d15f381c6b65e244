"""Generated knowledge bases: this one, with its claims, sources and pages several times over."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import yaml

from scripts.bench.split import TITLE, split_index, split_sources
from scripts.compiling.compile import compile_project
from scripts.compiling.record import write_record
from scripts.project import Project

# What a page has only where nodes of a pathway are its own.
_OWN_NODES = re.compile(r"(?m)^\{\{ decision_place\(\) \}\}\n")
# Pages of which a knowledge base has one, however large it is: they list everything.
_LISTS = re.compile(
    r"\{\{ (?:source_list|index_of|glossary|red_flag_evidence|trace|data_dictionary|downloads|self_test|disagreement)\("
)
_COPY = re.compile(r"-(\d+)(?:/|\.md$)")
_CALL = re.compile(r"\{\{ (?:cite|figure|claim|claim_link|outcome_plot|pictograph|dilator_sizes)\(.*?\}\}")
_OTHER_ID = re.compile(r" *(?:- )?(?:id|section|page|related): ")
_ID, _QUOTED = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)+"), re.compile(r'(?<=")[a-z0-9-]+(?=")')
_PARTS = ("CHANGELOG.md", "CITATION.cff", "main.py", "mkdocs.yml", "overrides", "scripts", "docs")


def copy_project(source: Project, target: Path) -> Project:
    """A copy of the project's own files in `target`, without what can be made again."""
    target.mkdir(parents=True)
    for name in _PARTS:
        path = source.root / name
        if path.is_dir():
            shutil.copytree(path, target / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(path, target / name)
    return Project(target)


def multiply(project: Project, times: int, pages: bool) -> None:
    """Let the project hold `times` as many sources and claims, and pages where wanted.

    A copied claim rests on copied sources and stands in a ledger page of its own topic, as a growing ledger is to be
    split; a copied page cites the copied claims. Lists of everything are split as an author would split them; what is
    about the whole is not copied, so the other pages are copied somewhat more often than `times`.
    """
    claims = set(compile_project(project).knowledge.claims)
    wanted = times * len(list(project.docs.rglob("*.md")))
    _multiply_sources(project, times)
    for path in sorted((project.evidence / "claims").glob("*.yml")):
        for copy in range(1, times):
            _copy_claims(project, path, copy)
    if pages and times > 1:
        split_sources(project)
        _copy_pages(project, wanted, times, claims)
        split_index(project)
    _write_navigation(project)
    write_record(project, compile_project(project).knowledge)


def _lists_all(path: Path) -> bool:
    return bool({"ledger", "about", "decide"} & set(path.parts)) or bool(
        _LISTS.search(path.read_text(encoding="utf-8"))
    )


def _copy_pages(project: Project, wanted: int, times: int, claims: set[str]) -> None:
    """Copy pages, each round with the next copy of the claims, until there are so many."""
    originals = [path for path in sorted(project.docs.rglob("*.md")) if not _lists_all(path)]
    more = wanted - len(list(project.docs.rglob("*.md")))
    for number in range(more):
        copy = number // len(originals) + 1
        _copy_page(project, originals[number % len(originals)], copy, (copy - 1) % (times - 1) + 1, claims)


def _write_navigation(project: Project) -> None:
    """Every page in the navigation: below its folder, and copies below their copy, ten to a group."""
    text = project.configuration.read_text(encoding="utf-8").partition("\nnav:")[0]
    tree: dict[tuple[str, ...], dict[str, list[str]]] = {(): {}}
    for path in sorted(project.docs.rglob("*.md")):
        name = path.relative_to(project.docs)
        copy = _COPY.search(name.as_posix())
        groups = (f"copies from {int(copy[1]) // 10 * 10} on", f"copy {copy[1]}") if copy else ()
        folder = "ledger" if "ledger" in name.parts else name.parent.as_posix()
        tree.setdefault(groups, {}).setdefault(folder, []).append(name.as_posix())
    nav: list[object] = [{folder: names} for folder, names in tree.pop(()).items()]
    groups_of: dict[str, list[object]] = {}
    for (group, part), folders in tree.items():
        groups_of.setdefault(group, []).append({part: [{folder: names} for folder, names in folders.items()]})
    nav += [{group: parts} for group, parts in groups_of.items()]
    project.configuration.write_text(f"{text}\n{yaml.safe_dump({'nav': nav}, sort_keys=False)}", encoding="utf-8")


def _multiply_sources(project: Project, times: int) -> None:
    path = project.evidence / "sources.json"
    sources = json.loads(path.read_text(encoding="utf-8"))
    copies = [{**source, "id": f"{source['id']}-{copy}"} for copy in range(1, times) for source in sources]
    path.write_text(json.dumps([*sources, *copies], indent=1, ensure_ascii=False), encoding="utf-8")


def _copy_claims(project: Project, path: Path, copy: int) -> None:
    topic = f"{path.stem}-{copy}"
    text = path.read_text(encoding="utf-8")
    text = re.sub(r"(?m)^(- id: .*)$", rf"\1-{copy}", text)
    text = re.sub(r"(?m)^  sources: \[(.*)\]$", lambda found: _sources(found[1], copy), text)
    (path.parent / f"{topic}.yml").write_text(text, encoding="utf-8")
    page = project.evidence / "ledger" / f"{path.stem}.md"
    body = page.read_text(encoding="utf-8").replace(f'ledger("{path.stem}")', f'ledger("{topic}")')
    body = re.sub(r"(?m)^id: (.*)$", rf"id: \1-{copy}", body, count=1)
    page.with_name(f"{topic}.md").write_text(body, encoding="utf-8")


def _sources(names: str, copy: int) -> str:
    return f"  sources: [{', '.join(f'{name.strip()}-{copy}' for name in names.split(','))}]"


def _copy_page(project: Project, path: Path, copy: int, evidence: int, claims: set[str]) -> None:
    """A page under another id and title, with its copied claims, without the keys that may stand only once."""
    text = path.read_text(encoding="utf-8")
    _, front, body = text.split("---\n", 2)
    keys = yaml.safe_load(front)
    keys |= {"id": f"{keys['id']}-{copy}", "title": f"{keys['title']} {copy}"}
    for name in ("covers", "decision"):
        keys.pop(name, None)
    body = TITLE.sub(rf"\1 {copy}\2", _OWN_NODES.sub("This copy has no node of its own.\n", body), count=1)
    target = project.docs / f"copy-{copy}" / path.relative_to(project.docs)
    target.parent.mkdir(parents=True, exist_ok=True)
    head = yaml.safe_dump(keys, allow_unicode=True, sort_keys=False, width=10_000)

    def copied(found: re.Match[str]) -> str:
        return f"{found[0]}-{evidence}" if found[0] in claims else found[0]

    head = "".join(line if _OTHER_ID.match(line) else _ID.sub(copied, line) for line in head.splitlines(keepends=True))
    body = _CALL.sub(lambda call: _QUOTED.sub(copied, call[0]), body)
    target.write_text(f"---\n{head}---\n{body}", encoding="utf-8")
