"""Markdown to Typst: pandoc reads it, and each kind of block and of inline becomes a call of the templates."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import pypandoc

from scripts.artefacts.book.typst import NEXT, Label, Markup, call, join, words

READER = (
    "markdown-smart-citations-tex_math_dollars-raw_tex-raw_html-fancy_lists-example_lists-footnotes-subscript"
    "-superscript-strikeout-implicit_header_references-auto_identifiers-implicit_figures-bracketed_spans-task_lists"
)
TOKEN = re.compile("\ue000(\\d+)\ue001")  # stands in Markdown for what a macro set
_LINKING = re.compile(r"#(?:to|jump|term|away)\((?:<[^>]*>, |\"[^\"]*\", )?\[([^\[\]]*)\]\);|#indexed\([^)]*\);")
_CODE = re.compile(r"#indexed\([^)]*\);|#away\(\"[^\"]*\",|#[a-z-]+\(|<[^>]*>,?|[\[\](){};\\]|, (?:true|false)")
_SEVERAL = re.compile(r"(?<=\), )\(\d+, <[^>]*>\),?")  # sources of a marker after its first: it can be broken there
_PAGE = "\ue003"
_LETTER, _GAP = 0.012, 0.022  # of the width of a page's text: a letter of a table's head, and the room around a cell
Json = Any  # what pandoc writes in a node: it differs with the kind
Node = Mapping[str, Json]
Nodes = Sequence[Node]


def read_markdown(bodies: Sequence[str]) -> list[Nodes]:
    """The blocks of each text, read by one run of pandoc."""
    text = f"\n\n{_PAGE}\n\n".join(bodies)
    command = [pypandoc.get_pandoc_path(), "--from", READER, "--to", "json"]
    done = subprocess.run(command, input=text, capture_output=True, text=True, check=True)
    pages: list[list[Node]] = [[]]
    for block in json.loads(done.stdout)["blocks"]:
        if block["t"] == "Para" and flat(block["c"]) == _PAGE:
            pages.append([])
        else:
            pages[-1].append(block)
    return list(pages)


def flat(inlines: Nodes) -> str:
    """The words of inlines without their forms; what macros set stays a token."""
    return "".join(_flat(node) for node in inlines)


def _flat(node: Node) -> str:
    content: Json = node.get("c")
    if node["t"] in ("Str", "Code"):
        return str(content if node["t"] == "Str" else content[1])
    if node["t"] in ("Space", "SoftBreak", "LineBreak"):
        return " "
    return flat(content if node["t"] in ("Emph", "Strong") else content[1])


@dataclass
class Writer:
    """Writes the blocks of one page; `tokens` are what its macros set, `mark` finds words of the index in a text.

    `top`: the level of the page's title in the document.
    """

    page: str
    tokens: Sequence[Markup]
    link: Callable[[str, Markup], Markup]
    mark: Callable[[str], Markup] = field(default=lambda text: Markup(""))
    top: int = 2

    def __post_init__(self) -> None:
        self.level = self.top

    def blocks(self, nodes: Nodes) -> Markup:
        """Blocks, below each other."""
        return join((getattr(self, f"_{node['t'].lower()}")(node.get("c")) for node in nodes), "\n\n")

    def inlines(self, nodes: Nodes) -> Markup:
        """Inlines, one after the other."""
        return join(getattr(self, f"_{node['t'].lower()}")(node.get("c")) for node in nodes)

    def _header(self, content: Json) -> Markup:
        level, (name, _, _), inlines = content
        self.level = level + self.top - 1
        title = call("section", self.level, Label(f"{self.page}--{name}"), self.inlines(inlines))
        return join([title, self.mark(flat(inlines))])

    def _para(self, content: Nodes) -> Markup:
        return join([self.mark(flat(content)), self.inlines(content)])

    _plain = _para

    def _bulletlist(self, items: Sequence[Nodes]) -> Markup:
        return call("bullets", [self.blocks(item) for item in items])

    def _orderedlist(self, content: Json) -> Markup:
        (start, *_), items = content
        return call("steps", start, [self.blocks(item) for item in items])

    def _blockquote(self, content: Nodes) -> Markup:
        return call("quoted", self.blocks(content))

    def _codeblock(self, content: Json) -> Markup:
        return call("raw", str(content[1]), block=True)

    def _table(self, content: Json) -> Markup:
        _, _, _, (_, head), bodies, _ = content
        header = [unlinked(self._cell(cell)) for cell in head[0][1]]
        rows = [row[1] for body in bodies for row in body[3]]
        table = [[self._cell(cell) for cell in row] for row in rows]
        return call("data-table", header, table, _shares([*zip(header, *table, strict=True)]))

    def _cell(self, cell: Json) -> Markup:
        return self.blocks(cell[4])

    def _str(self, text: str) -> Markup:
        parts = TOKEN.split(text)
        return join(words(part) if n % 2 == 0 else self._token(int(part)) for n, part in enumerate(parts))

    def _token(self, number: int) -> Markup:
        return Markup(self.tokens[number].replace(NEXT, str(self.level + 1)))

    def _space(self, _: None) -> Markup:
        return Markup(" ")

    _softbreak = _space

    def _linebreak(self, _: None) -> Markup:
        return call("linebreak")

    def _emph(self, content: Nodes) -> Markup:
        return call("emph", self.inlines(content))

    def _strong(self, content: Nodes) -> Markup:
        return call("strong", self.inlines(content))

    def _code(self, content: Json) -> Markup:
        return call("raw", str(content[1]))

    def _link(self, content: Json) -> Markup:
        _, inlines, (target, _) = content
        return self.link(target, self.inlines(inlines))


def unlinked(text: Markup) -> Markup:
    """A head of a table without links and marks: it is repeated on each page, where it must be one thing only."""
    while (bare := _LINKING.sub(r"\1", text)) != text:
        text = Markup(bare)
    return text


def _shares(columns: Sequence[Sequence[Markup]]) -> list[int]:
    """How wide columns should be beside each other: as their usual cells ask for, and no narrower than a word."""
    texts = [[_CODE.sub("", _SEVERAL.sub("[]", cell)) for cell in column] for column in columns]
    usual = [min(70, round(sum(map(len, column)) / len(column)) + 6) for column in texts]
    wanted = [share / sum(usual) for share in usual]
    least = [_LETTER * max(len(word) for text in column for word in [*text.split(), "-"]) + _GAP for column in texts]
    lacking = sum(max(0, need - share) for share, need in zip(wanted, least, strict=True))
    spare = sum(max(0, share - need) for share, need in zip(wanted, least, strict=True))
    given = min(1, lacking / spare) if spare else 1
    return [
        round(1000 * (need + max(0, share - need) * (1 - given))) for share, need in zip(wanted, least, strict=True)
    ]
