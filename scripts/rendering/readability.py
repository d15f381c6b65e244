"""How hard a text is to read: sentence lengths, and the school grade of Flesch and Kincaid."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from dataclasses import dataclass

import pyphen

from scripts.rendering.plain import Sentence

_LETTERS = re.compile(r"[A-Za-z][A-Za-z'’-]*")


@dataclass(frozen=True)
class Reading:
    """Counts of a text: sentences, mean and longest words a sentence, and the grade.

    `grade`: 0.39 words a sentence + 11.8 syllables a word - 15.59 (Kincaid and others, 1975). Syllables are where a
    dictionary of hyphenation would break a word, so there are rather too few of them than too many.
    """

    sentences: int
    mean: float
    longest: int
    grade: float


def reading_of(sentences: Sequence[Sentence]) -> Reading:
    """The counts of at least one sentence."""
    lengths = [len(sentence.words) for sentence in sentences]
    words = [word for sentence in sentences for word in _LETTERS.findall(sentence.text)]
    syllables = sum(_syllables(word.lower()) for word in words)
    grade = 0.39 * len(words) / len(sentences) + 11.8 * syllables / max(1, len(words)) - 15.59
    return Reading(len(sentences), sum(lengths) / len(lengths), max(lengths), grade)


@functools.cache
def _dictionary() -> pyphen.Pyphen:
    return pyphen.Pyphen(lang="en_GB", left=1, right=1)


@functools.cache
def _syllables(word: str) -> int:
    return 1 + len(_dictionary().positions(word))
