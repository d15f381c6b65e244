"""Lists of a generated knowledge base, split over several pages as its author would split them."""

from __future__ import annotations

import re
from collections.abc import Sequence

import yaml

from scripts.compiling.compile import compile_project
from scripts.project import Project
from scripts.rendering.index import indexed, name_of

TITLE = re.compile(r"(?m)^(# .*?)( \{: #.*)$")
_EACH = 150  # entries on a page


def split_sources(project: Project) -> None:
    """Pages of the list of sources, each with a part of it; a published address that changes its page is forwarded."""
    page = "evidence/sources"
    knowledge = compile_project(project).knowledge
    published = {entry for item in knowledge.lasting.publications for entry in item.entries()}
    parts = _split(project, page, "source_list()", "source_list(", sorted(knowledge.sources))
    moved = [
        {"from": f"{page}/#{name}", "to": f"{page}-{number}/#{name}"}
        for number, names in enumerate(parts[1:], 2)
        for name in names
        if (f"{page}/", "source", name) in published
    ]
    (project.evidence / "forwards.yml").write_text(yaml.safe_dump(moved), encoding="utf-8")


def split_index(project: Project) -> None:
    """Pages of the list of pages, each with a part of it."""
    names = [name_of(thing) for thing in indexed(compile_project(project).knowledge, "pages")]
    _split(project, "a-to-z", 'index_of("pages")', 'index_of("pages", ', names)


def _split(project: Project, page: str, call: str, part: str, names: Sequence[str]) -> list[Sequence[str]]:
    """The first part on the page itself, each further one on a page of its own with nothing else; the names of each."""
    path = project.docs / f"{page}.md"
    text = path.read_text(encoding="utf-8")
    _, front, body = text.split("---\n", 2)
    title = next(line for line in body.splitlines() if line.startswith("# "))
    parts = _parts(names)
    first, *others = (f'{{{{ {part}"{names[0]}", "{names[-1]}") }}}}' for names in parts)
    path.write_text(text.replace(f"{{{{ {call} }}}}", first), encoding="utf-8")
    for number, other in enumerate(others, 2):
        head = re.sub(r"(?m)^related:.*\n", "", re.sub(r"(?m)^(id: .*)$", rf"\1-{number}", front))
        head = re.sub(r'(?m)^title: "?(.*?)"?$', rf'title: "\1 {number}"', head)
        top = TITLE.sub(rf"\1 {number}\2", title)
        further = f"---\n{head}---\n{top}\n\nA further part of the list.\n\n{other}\n"
        path.with_name(f"{path.stem}-{number}.md").write_text(further, encoding="utf-8")
    return parts


def _parts(names: Sequence[str]) -> list[Sequence[str]]:
    """Parts of about as many names; a name that only continues the last one stays with it."""
    found, start = [], 0
    while start < len(names):
        end = min(start + _EACH, len(names))
        while end < len(names) and names[end].startswith(names[end - 1]):
            end += 1
        found.append(names[start:end])
        start = end
    return found
