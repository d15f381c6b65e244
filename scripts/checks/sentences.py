"""A sentence on a page for patients has at most twenty words."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.checks.support import calls
from scripts.compiling.compile import Compiled
from scripts.compiling.pages import PageFile
from scripts.compiling.shows import flags_of
from scripts.model.care import RedFlag
from scripts.model.page import MacroCall
from scripts.model.term import Disagreement, Term
from scripts.model.vocabulary import FLAGGED
from scripts.problems import Place, Problem
from scripts.reading.template import GAP
from scripts.rendering.plain import Sentence, sentences, texts_of, written_out
from scripts.rendering.registry import MACROS
from scripts.rendering.view import View

MOST = 20


def check(compiled: Compiled) -> Iterator[Problem]:
    """Problem `patients-sentence`: on the pages, and in the cards and terms that they show."""
    for file in compiled.files:
        if file.page.for_patients:
            yield from _long(words_of(compiled, file), Place(file.raw.path, file.raw.first_line), "body")
    things = {(kind, thing.id): thing for kind, thing in _shown(compiled)}
    for (kind, name), thing in things.items():
        for text in texts_of(thing):
            yield from _long(text, compiled.origins.place(kind, name), name)


def patients_texts(compiled: Compiled) -> Iterator[tuple[str, list[Sentence]]]:
    """The sentences of each page for patients, and of the cards of each urgency, with the name of page or cards."""
    for file in compiled.files:
        if file.page.for_patients and (found := list(sentences(words_of(compiled, file)))):
            yield file.page.id, found
    for urgency in FLAGGED:
        flags = [flag for flag in compiled.knowledge.red_flags.values() if flag.urgency is urgency]
        if found := [sentence for flag in flags for text in texts_of(flag) for sentence in sentences(text)]:
            yield f"cards: {urgency}", found


def words_of(compiled: Compiled, file: PageFile) -> str:
    """The body of a page with its macros written out; a call that cannot be written is another rule's problem."""
    view = View(compiled.knowledge, file.page)
    parts = file.raw.prose.split(GAP)
    said = [_said(view, call) for call in file.page.calls[: len(parts) - 1]]
    return parts[0] + "".join(word + part for word, part in zip(said, parts[1:], strict=False))


def _said(view: View, call: MacroCall) -> str:
    try:
        return written_out(view, call) if call.name in MACROS else ""
    except (KeyError, ValueError, TypeError, LookupError):
        return ""


def _shown(compiled: Compiled) -> Iterator[tuple[str, RedFlag | Term | Disagreement]]:
    """What pages for patients show from the data, with its kind."""
    knowledge = compiled.knowledge
    for file, call, _ in calls(compiled):
        if not file.page.for_patients:
            continue
        if call.name in ("red_flags", "care_card"):
            yield from (("red flag", flag) for flag in flags_of(call, knowledge.red_flags))
        elif call.name == "glossary":
            yield from (("term", term) for term in knowledge.terms.values())
        elif call.name == "disagreement" and call.args and call.args[0] in knowledge.disagreements:
            yield "disagreement", knowledge.disagreements[str(call.args[0])]


def _long(text: str, place: Place, key: str) -> Iterator[Problem]:
    for sentence in sentences(text):
        if len(sentence.words) > MOST:
            found = f"{len(sentence.words)} words: '{sentence.text}'"
            there = Place(place.path, place.line + sentence.line)
            yield there.problem(key, "patients-sentence", found, f"at most {MOST} words")
