"""Lists of a generated knowledge base, split over several pages as its author would split them."""

from __future__ import annotations

import re
from collections.abc import Sequence

import yaml

from scripts.checks.list_length import BUDGET, FRAME, LISTS
from scripts.compiling.compile import compile_project
from scripts.project import Project
from scripts.rendering.index import indexed, name_of

TITLE = re.compile(r"(?m)^(# .*?)( \{: #.*)$")
_FULL = 0.8  # of what a page may weigh: the first parts share a page with other lists


def split_sources(project: Project) -> None:
    """Pages of the list of sources, each with a part of it; a published address that changes its page is forwarded."""
    page = "evidence/sources"
    knowledge = compile_project(project).knowledge
    published = {entry for item in knowledge.lasting.publications for entry in item.entries()}
    sizes = sorted(zip(knowledge.sources, LISTS["source_list"].sizes(knowledge, []), strict=True))
    parts = _split(project, page, "source_list()", "source_list(", _parts(sizes, LISTS["source_list"].share))
    moved = [
        {"from": f"{page}/#{name}", "to": f"{page}-{number}/#{name}"}
        for number, names in enumerate(parts[1:], 2)
        for name in names
        if (f"{page}/", "source", name) in published
    ]
    (project.evidence / "forwards.yml").write_text(yaml.safe_dump(moved), encoding="utf-8")


def split_index(project: Project) -> None:
    """Pages of the list of pages, each with a part of it."""
    knowledge = compile_project(project).knowledge
    names = [name_of(thing) for thing in indexed(knowledge, "pages")]
    sizes = list(zip(names, LISTS["index_of"].sizes(knowledge, ["pages"]), strict=True))
    _split(project, "a-to-z", 'index_of("pages")', 'index_of("pages", ', _parts(sizes, LISTS["index_of"].share))


def _split(project: Project, page: str, call: str, part: str, parts: list[list[str]]) -> list[list[str]]:
    """The first part on the page itself, each further one on a page of its own with nothing else; the parts again."""
    path = project.docs / f"{page}.md"
    text = path.read_text(encoding="utf-8")
    _, front, body = text.split("---\n", 2)
    title = next(line for line in body.splitlines() if line.startswith("# "))
    first, *others = (f'{{{{ {part}"{names[0]}", "{names[-1]}") }}}}' for names in parts)
    path.write_text(text.replace(f"{{{{ {call} }}}}", first), encoding="utf-8")
    for number, other in enumerate(others, 2):
        head = re.sub(r"(?m)^related:.*\n", "", re.sub(r"(?m)^(id: .*)$", rf"\1-{number}", front))
        head = re.sub(r'(?m)^title: "?(.*?)"?$', rf'title: "\1 {number}"', head)
        top = TITLE.sub(rf"\1 {number}\2", title)
        further = f"---\n{head}---\n{top}\n\nA further part of the list.\n\n{other}\n"
        path.with_name(f"{path.stem}-{number}.md").write_text(further, encoding="utf-8")
    return parts


def _parts(sizes: Sequence[tuple[str, int]], share: float) -> list[list[str]]:
    """As many of the names as a page has room for, in each part; a name that only continues the last stays with it."""
    room = (_FULL * BUDGET - FRAME) / share
    parts: list[list[str]] = [[]]
    filled = 0
    for name, size in sizes:
        if filled + size > room and not name.startswith(parts[-1][-1]):
            parts.append([])
            filled = 0
        parts[-1].append(name)
        filled += size
    return parts
