"""No clinical figure is typed: it comes from a claim, by macro, so that it can't drift."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scripts.compiling.compile import Compiled
from scripts.compiling.pages import PageFile
from scripts.model.vocabulary import Audience
from scripts.problems import Place, Problem

_UP_TO_FOUR = "one|two|three|four"
_MORE = "five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|ninety|hundred"
_NUMBER = rf"(?:\d[\d.,]*|\b(?:{_UP_TO_FOUR}|{_MORE})\b)"
_UNITS = (
    r"%|per\s?cent|mmHg|mm|cm|ml|mg|µg|°C|µV|atm\w*|Hegar|seconds?|minutes?|hours?|days?|weeks?|months?|years?|"
    r"times\s+(?:a|per)\s+(?:day|week)"
)
_RANGE = rf"{_NUMBER}(?:\s*(?:-|–|to|or|and)\s*{_NUMBER})?"
_FIGURE = re.compile(
    rf"{_RANGE}[\s\u00a0-]*(?:{_UNITS})(?![\w])|\bHegar\s+\d+|\b{_NUMBER}\s+(?:in|out of|of(?:\s+the)?)\s+(?:every\s+)?"
    rf"(?:\d[\d,]*|{_MORE})\b|\b\d[\d.,]*\s*units?\b|\bp\s*[<=>]\s*0?\.\d+|\bn\s*=\s*\d+",
    re.IGNORECASE,
)
# What looks like a figure of medicine and is none: names of standards, licences, reference numbers, headings' ids.
_OTHER = re.compile(r"\{:[^}]*\}|`[^`]*`|\]\([^)]*\)|<[^>]+>|https?://\S+")


def check(compiled: Compiled) -> Iterator[Problem]:
    """Problems `typed-figure`, in pages for readers and in the sentences of data files."""
    for file in compiled.files:
        if file.page.front.audience is not Audience.MAINTAINERS:
            yield from _page(file)
    for place, key, text in _sentences(compiled):
        yield from _typed(text, place, key)


def _page(file: PageFile) -> Iterator[Problem]:
    for number, line in enumerate(file.raw.prose.split("\n"), file.raw.first_line):
        yield from _typed(line, Place(file.raw.path, number), "body")
    yield from _typed(file.page.front.description, file.raw.front.place("description"), "description")
    for call in file.page.calls:
        words = [call.options.get("text"), *(call.args[1:] if call.name in ("term", "claim_link") else ())]
        for text in words:
            yield from _typed(str(text or ""), Place(file.raw.path, call.line), call.name)
    for position, row in enumerate(file.page.front.comparison.rows if file.page.front.comparison else ()):
        for name, cell in row.cells.items():
            place = file.raw.front.place("comparison", "rows", position, "cells", name)
            for text in (cell.text, *(figure.label for figure in cell.figures)):
                yield from _typed(text or "", place, f"comparison.{row.id}.{name}")


def _sentences(compiled: Compiled) -> Iterator[tuple[Place, str, str]]:
    """The sentences of data files that are ours and not a claim's: (place, key, text)."""
    knowledge, origins = compiled.knowledge, compiled.origins
    for term in knowledge.terms.values():
        yield origins.place("term", term.id, "plain"), f"{term.id}.plain", term.plain
    for card in knowledge.disagreements.values():
        texts = [card.question, card.reading, *(side.says for side in card.positions)]
        for text in texts:
            yield origins.place("disagreement", card.id), card.id, text
    document = knowledge.document
    for item in document.items if document else ():
        yield origins.place("statement", item.id, "because"), f"{item.id}.because", item.because


def _typed(text: str, place: Place, key: str) -> Iterator[Problem]:
    for match in _FIGURE.finditer(_OTHER.sub(" ", text)):
        yield place.problem(
            key, "typed-figure", f"'{match[0].strip()}'", 'a figure from data: {{ figure("claim-id", ...) }}'
        )
