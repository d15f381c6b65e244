"""The sentences of a page as its readers meet them: macros written out, markup and markers gone."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

from scripts.model.care import RedFlag
from scripts.model.page import MacroCall
from scripts.model.term import Disagreement, Term
from scripts.rendering.registry import MACROS
from scripts.rendering.view import View

# Macros that write a part of a sentence; the others write blocks, whose sentences stand in data.
_INLINE = {"claim_link", "count", "figure", "link", "term"}
_TAG = re.compile(r"<[^>]+>")
_MARKUP = re.compile(r"\{:[^}\n]*\}|\[([^\]]*)\]\([^)]*\)|[*_`#]+")
_BLOCK = re.compile(r"\n\s*\n|\n(?=\s*(?:[-*+]|\d+\.)\s)|\n(?=#)|\||(?<=\})\n")
_ITEM = re.compile(r"\s*(?:[-*+]|\d+\.)\s+")
_SENTENCE = re.compile(r"(?<=[.!?])[\"'’”)]*\s+")
_NATURAL = re.compile(r"\b(\d+\s+in\s+\d+)\s+\([^)]*\)")  # "1 in 7 (14 %)" is one figure, said twice
WORD = re.compile(r"[\w'’.-]*\w")


@dataclass(frozen=True)
class Sentence:
    """A sentence; `line` is that of its paragraph, list item or cell in the text, from 0."""

    text: str
    line: int

    @property
    def words(self) -> list[str]:
        """The words in order, figures among them."""
        return WORD.findall(self.text)


def written_out(view: View, call: MacroCall) -> str:
    """What a macro adds to the sentence that it stands in; markers and blocks add nothing."""
    if call.name not in _INLINE:
        return ""
    return html.unescape(_TAG.sub("", str(MACROS[call.name](view, *call.args, **call.options))))


def sentences(text: str) -> Iterator[Sentence]:
    """The sentences of Markdown whose macros are written out; headings, list items and cells end a sentence."""
    start = 0
    for end in [*(match.start() for match in _BLOCK.finditer(text)), len(text)]:
        block = text[start:end]
        line = text.count("\n", 0, start) + len(block) - len(block.lstrip("\n"))
        words = _NATURAL.sub(r"\1", _MARKUP.sub(r"\1", _TAG.sub("", _item(block))))
        for sentence in _SENTENCE.split(" ".join(words.split()).strip("-+| ")):
            if WORD.search(sentence):
                yield Sentence(sentence, line)
        start = end


def _item(block: str) -> str:
    """A block without the sign or number of a list item at its head."""
    match = _ITEM.match(block)
    return block[match.end() :] if match else block


def texts_of(thing: RedFlag | Term | Disagreement) -> tuple[str, ...]:
    """What readers read of a thing in the data: a card's sign and action, a term's meaning, who says what."""
    if isinstance(thing, RedFlag):
        return thing.sign, thing.action
    if isinstance(thing, Term):
        return (thing.plain,)
    return thing.question, *(side.says for side in thing.positions), thing.reading
