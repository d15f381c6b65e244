"""What tests read of a PDF: its text by pages as poppler sees it, its outline, and the pathways printed in it."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pikepdf

from scripts.artefacts.written import Written
from scripts.model.knowledge import Knowledge

ADDRESS = "https://example.org/anal-dilation/"
_NODE = re.compile(r"^(?=Question \d+\. |Card [A-Z]+\. )", re.MULTILINE)
_NODE_HEAD = re.compile(r"Question (?P<question>\d+)\. |Card (?P<card>[A-Z]+)\. ")
_TO = r":(?:gotoquestion(?P<question>\d+)|card(?P<card>[A-Z]+)),page(?P<page>\d+?)(?=\D)"
_ANSWER = re.compile(rf"(?P<before>.*?){_TO}")


@dataclass(frozen=True)
class Entry:
    """An entry of a PDF's outline: level from 1, page from 1."""

    level: int
    title: str
    page: int


@dataclass(frozen=True)
class Pdfs:
    """The folder of the PDFs, and the list of what was written."""

    folder: Path
    knowledge: Knowledge
    written: tuple[Written, ...]
    names: Mapping[str, Path] = field(default_factory=dict)

    @property
    def book(self) -> Path:
        """The whole book."""
        return self.folder / "book.pdf"


def pages(path: Path) -> list[str]:
    """The text of each page, in reading order."""
    command = [shutil.which("pdftotext") or "pdftotext", "-enc", "UTF-8", str(path), "-"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert not done.stderr, done.stderr
    return done.stdout.split("\f")[:-1]


def squeezed(text: str) -> str:
    """A text without spaces, since a line may break anywhere."""
    return re.sub(r"\s+", "", text.replace("\N{WORD JOINER}", ""))


def outline(path: Path) -> list[Entry]:
    """The outline of a PDF."""
    with pikepdf.open(path) as pdf, pdf.open_outline() as tree:
        numbers = {page.obj.objgen: number for number, page in enumerate(pdf.pages, 1)}
        return list(_entries(tree.root, numbers, 1))


def _entries(items: list[pikepdf.OutlineItem], numbers: dict[tuple[int, int], int], level: int) -> Iterator[Entry]:
    for item in items:
        yield Entry(level, item.title, numbers[_target(item).objgen])
        yield from _entries(item.children, numbers, level + 1)


def _target(item: pikepdf.OutlineItem) -> pikepdf.Object:
    """The page to which an entry leads."""
    found = item.destination if item.action is None else item.action.D
    assert isinstance(found, pikepdf.Array)
    return found[0]


@dataclass(frozen=True)
class Answer:
    """An answer as printed: the words before it on the page, squeezed, the mark it leads to, and the page it names."""

    before: str
    to: str
    page: int


def paper_pathway(texts: list[str]) -> tuple[dict[str, list[Answer]], dict[str, int]]:
    """The pathway printed on these pages: for each question its answers.

    And for each question and card the number of the page, among these, on which it stands, from 0.
    """
    answers: dict[str, list[Answer]] = {}
    stands: dict[str, int] = {}
    for number, text in enumerate(texts):
        for node in _NODE.split(text):
            if found := _NODE_HEAD.match(node):
                mark = found["question"] or found["card"]
                stands[mark] = number
                if found["question"]:
                    answers[mark] = list(_answers(squeezed(node)))
    return answers, stands


def _answers(node: str) -> Iterator[Answer]:
    for match in _ANSWER.finditer(node):
        yield Answer(match["before"], match["question"] or match["card"], int(match["page"]))
