"""The words that readers meet, without markup, and how hard they are."""

from __future__ import annotations

import pytest

from scripts.rendering.plain import Sentence, sentences
from scripts.rendering.readability import reading_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One. Two? Three!", ["One.", "Two?", "Three!"]),
        ("A sentence\nthat wraps. Next.", ["A sentence that wraps.", "Next."]),
        ("## A heading {: #x }\n\nText.", ["A heading", "Text."]),
        ("- **One.** Two.\n- Three", ["One.", "Two.", "Three"]),
        ("1. First\n2. Second", ["First", "Second"]),
        ("| a cell | another |\n|---|---|", ["a cell", "another"]),
        ("See [a page](a.md) *now*.", ["See a page now."]),
        ('"Ask." Then go.', ['"Ask.', "Then go."]),
        ("At 37.5 °C or more.", ["At 37.5 °C or more."]),
        ("It is about 1 in 7 (14 %) of them.", ["It is about 1 in 7 of them."]),
        ("\n\n{: .note }\n", []),
    ],
)
def test_markdown_is_split_into_what_is_read(text: str, expected: list[str]) -> None:
    assert [sentence.text for sentence in sentences(text)] == expected


def test_a_sentence_knows_the_line_of_its_paragraph() -> None:
    assert [sentence.line for sentence in sentences("One.\n\nTwo\nlines. Same.\n\n\n- Three")] == [0, 2, 2, 6]


def test_a_text_of_longer_words_and_sentences_is_harder() -> None:
    easy = reading_of(list(sentences("The cat sat on the mat. It was fat.")))
    hard = reading_of(list(sentences("Anticoagulation necessitates multidisciplinary deliberation beforehand.")))
    assert easy.grade < 2 < 15 < hard.grade
    assert (easy.sentences, easy.longest, easy.mean) == (2, 6, 4.5)


def test_the_grade_is_that_of_flesch_and_kincaid() -> None:
    # 5 words in 1 sentence, 7 syllables: 0.39 * 5 + 11.8 * 7 / 5 - 15.59
    assert reading_of([Sentence("The doctor will see paper", 0)]).grade == pytest.approx(2.88)
