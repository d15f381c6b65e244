"""A Markdown page to its parts: front matter, headings, links, macro calls and prose."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from scripts.problems import Problem, Problems
from scripts.reading.document import Document
from scripts.reading.kept import kept
from scripts.reading.template import Call, read_calls, read_prose
from scripts.reading.yaml import read_yaml

_HEADING = re.compile(r"(#{1,6})\s*(.*?)\s*(?:\{:\s*#(?P<id>[\w.-]+)[^}]*\})?\s*$")
_UNDERLINE = re.compile(r"(=+|-+)\s*$")
_LINK = re.compile(r"\]\(\s*<?([^)\s>]+)>?(?:\s+\"[^\"]*\")?\s*\)")
_FENCE = re.compile(r"\s*(```|~~~)")
_ITEM = re.compile(r"\s*([-*+]|\d+\.)\s|\s*\|")


@dataclass(frozen=True)
class Heading:
    """A heading: level 1 to 6, its words, its permanent id (None where it has none), its line."""

    level: int
    text: str
    id: str | None
    line: int


@dataclass(frozen=True)
class RawPage:
    """One page, read and not yet understood. `prose` keeps the file's line numbers from `first_line`."""

    path: str
    front: Document
    first_line: int
    prose: str
    headings: tuple[Heading, ...]
    links: tuple[tuple[str, int], ...]
    calls: tuple[Call, ...]
    blocks: tuple[int, ...]

    def block(self, line: int) -> int:
        """The number of the paragraph, list item or table row on `line` of the file."""
        index = line - self.first_line
        return self.blocks[index] if 0 <= index < len(self.blocks) else -1


@kept
def read_page(text: str, path: str, problems: Problems) -> RawPage | None:
    """The page in `text`, or None where its front matter is missing or broken."""
    lines = text.split("\n")
    end = next((n for n, line in enumerate(lines[1:], 1) if line.rstrip() == "---"), None)
    if lines[0].rstrip() != "---" or end is None:
        found = "no front matter" if lines[0].rstrip() != "---" else "front matter without an end"
        problems.add(Problem(path, 1, "file", "front-matter", found, "keys between two lines of ---"))
        return None
    front = read_yaml("\n".join(lines[1:end]), path, problems, first_line=2)
    if front is None:
        return None
    first_line = end + 2
    body = "\n".join(lines[end + 1 :])
    prose = read_prose(body)
    plain = list(_unfenced(prose.split("\n")))
    return RawPage(
        path=path,
        front=front,
        first_line=first_line,
        prose="\n".join(plain),
        headings=tuple(_headings(plain, first_line)),
        links=tuple(_links(plain, first_line)),
        calls=read_calls(body, path, first_line, problems),
        blocks=tuple(_blocks(body.split("\n"))),
    )


def _unfenced(lines: list[str]) -> Iterator[str]:
    """The lines with code blocks emptied, so that an example is not taken for prose."""
    inside = False
    for line in lines:
        fence = bool(_FENCE.match(line))
        yield "" if inside or fence else line
        inside ^= fence


def _headings(lines: list[str], first_line: int) -> Iterator[Heading]:
    for number, (line, below) in enumerate(zip(lines, [*lines[1:], ""], strict=True), first_line):
        if match := _HEADING.fullmatch(line):
            yield Heading(len(match[1]), match[2], match["id"], number)
        elif line.strip() and (underline := _UNDERLINE.fullmatch(below)) and not _UNDERLINE.fullmatch(line):
            yield Heading(1 if underline[1][0] == "=" else 2, line.strip(), None, number)


def _links(lines: list[str], first_line: int) -> Iterator[tuple[str, int]]:
    for number, line in enumerate(lines, first_line):
        for match in _LINK.finditer(line):
            yield match[1], number


def _blocks(lines: list[str]) -> Iterator[int]:
    block = 0
    for line in lines:
        if not line.strip() or _ITEM.match(line):
            block += 1
        yield block
