"""No clinical figure is typed: it comes from a claim, by macro, so that it can't drift."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from scripts.compiling.compile import Compiled
from scripts.compiling.pages import PageFile
from scripts.model.page import Comparison, FrontMatter
from scripts.model.pathway import Part
from scripts.model.vocabulary import Audience
from scripts.problems import Place, Problem
from scripts.reading.document import Document

_UP_TO_FOUR = "one|two|three|four"
_MORE = (
    "five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|"
    "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand"
)
_DIGITS = r"(?<!\d)(?<!\d[.,])\d+(?:[.,]\d+)*"
_NUMBER = rf"(?:{_DIGITS}|\b(?:{_UP_TO_FOUR}|{_MORE})\b)"
_UNITS = (
    r"%|per\s?cent|mmHg|mm|cm|ml|mg|kg|µg|°C|µV|atm\w*|Hegar|(?:milli|centi)(?:met|lit)(?:re|er)s?|"
    r"secs?|seconds?|mins?|minutes?|h|hrs?|hours?|days?|wks?|weeks?|months?|yrs?|years?|"
    r"times\s+(?:a|per)\s+(?:day|week)"
)
_SPACE = r"[^\S\n]*(?:\n[^\S\n]*)?"  # a line may be wrapped inside a figure; a paragraph ends it
_RANGE = rf"{_NUMBER}(?:(?:[^\S\n]*[-–][^\S\n]*|{_SPACE}(?:to|or|and){_SPACE}){_NUMBER})?"
_FIGURE = re.compile(
    rf"{_RANGE}-?{_SPACE}(?:{_UNITS})(?![\w])|\bHegar\s+\d+|"
    rf"\b{_NUMBER}\s+(?:in|out of|of(?:\s+the)?)\s+(?:every\s+)?(?:\d[\d,]*|{_MORE})\b|"
    rf"\b{_NUMBER}\s+in\s+(?:every\s+)?(?:{_UP_TO_FOUR})\b|\bage[ds]?\s+(?:of\s+)?{_NUMBER}|\bfortnights?\b|"
    r"\b(?:once|twice|thrice)\s+(?:a|per|every)\s+(?:day|week|month)\b|"
    rf"{_DIGITS}\s*(?:units?|IU|Fr|French)\b|\bp\s*[<=>]\s*0?\.\d+|\bn\s*=\s*\d+",
    re.IGNORECASE,
)
# What looks like a figure of medicine and is none (addresses, code, headings' ids), and what could hide one (emphasis).
_OTHER = re.compile(r"\{:[^}\n]*\}|`[^`\n]*`|\]\([^)\n]*\)|</?[a-z][^>\n]*>|https?://\S+|[*_]+|&(?:nbsp|thinsp);")


def check(compiled: Compiled) -> Iterator[Problem]:
    """Problems `typed-figure`, in pages for readers and in the sentences of data files."""
    for file in compiled.files:
        if file.page.front.audience is not Audience.MAINTAINERS:
            yield from _page(file)
    for place, key, text in _sentences(compiled):
        yield from _typed(text, place, key)


def _page(file: PageFile) -> Iterator[Problem]:
    yield from _typed(file.raw.prose, Place(file.raw.path, file.raw.first_line), "body")
    for field in ("title", "description"):
        yield from _typed(getattr(file.page.front, field), file.raw.front.place(field), field)
    for call in file.page.calls:
        own = [call.options.get(name) for name in ("text", "label", "against_label", "note")]
        words = [*own, *(call.args[1:] if call.name in ("term", "claim_link") else ())]
        for text in words:
            yield from _typed(str(text or ""), Place(file.raw.path, call.line), call.name)
    if comparison := file.page.front.comparison:
        yield from _comparison(comparison, file.raw.front)
    yield from _pictures(file.page.front, file.raw.front)
    for name, part in file.page.front.decision.items():
        yield from _decision(name, part, file.raw.front)


def _comparison(comparison: Comparison, front: Document) -> Iterator[Problem]:
    heads = [comparison.caption, *(criterion.label for criterion in comparison.criteria)]
    for text in heads:
        yield from _typed(text, front.place("comparison"), "comparison")
    for position, row in enumerate(comparison.rows):
        yield from _typed(row.label, front.place("comparison", "rows", position), f"comparison.{row.id}")
        for name, cell in row.cells.items():
            place = front.place("comparison", "rows", position, "cells", name)
            for text in (cell.text or "", *(figure.label or "" for figure in cell.figures)):
                yield from _typed(text, place, f"comparison.{row.id}.{name}")


def _pictures(front: FrontMatter, place: Document) -> Iterator[Problem]:
    for position, plot in enumerate(front.plots):
        texts = [plot.caption, *(group.label for group in plot.groups)]
        texts += [text for row in plot.rows for text in (row.label, row.note or "")]
        for text in texts:
            yield from _typed(text, place.place("plots", position), f"plots.{plot.id}")
    for position, label in enumerate(front.anatomy):
        yield from _typed(label.text, place.place("anatomy", position), f"anatomy.{label.spot}")


def _decision(name: str, part: Part, front: Document) -> Iterator[Problem]:
    """A pathway's nodes; how soon a disposition says to act is its own field, which says where the timing is from."""
    for position, question in enumerate(part.questions):
        place = front.place("decision", name, "questions", position)
        for text in (question.text, question.help or "", *(option.label for option in question.options)):
            yield from _typed(text, place, question.id)
    for position, node in enumerate(part.dispositions):
        place = front.place("decision", name, "dispositions", position)
        for text in (node.title, node.whom, node.note or "", *node.say):
            yield from _typed(text, place, node.id)


def _sentences(compiled: Compiled) -> Iterator[tuple[Place, str, str]]:
    """The sentences of data files that are ours and not a claim's: (place, key, text)."""
    knowledge, origins = compiled.knowledge, compiled.origins
    for term in knowledge.terms.values():
        yield origins.place("term", term.id, "plain"), f"{term.id}.plain", term.plain
    for card in knowledge.disagreements.values():
        texts = [card.question, card.reading, *(side.says for side in card.positions)]
        for text in texts:
            yield origins.place("disagreement", card.id), card.id, text
    for item in knowledge.statements:
        yield origins.place("statement", item.id, "because"), f"{item.id}.because", item.because
    for question in knowledge.self_test.values():
        pairs = [pair.says for pair in getattr(question, "pairs", ())]
        for text in (getattr(question, "stem", ""), getattr(question, "says", ""), *pairs):
            yield origins.place("question", question.id), question.id, text


def _typed(text: str, place: Place, key: str) -> Iterator[Problem]:
    for line, found in _figures(text):
        there = Place(place.path, place.line + line)
        yield there.problem(key, "typed-figure", found, 'a figure from data: {{ figure("claim-id", ...) }}')


@lru_cache(maxsize=100_000)  # a live preview asks again for every text that nobody touched
def _figures(text: str) -> tuple[tuple[int, str], ...]:
    """The figures in a text: how many lines below its first, and as written."""
    words = _OTHER.sub(" ", text)
    matches = _FIGURE.finditer(words)
    return tuple((words.count("\n", 0, match.start()), f"'{' '.join(match[0].split())}'") for match in matches)
