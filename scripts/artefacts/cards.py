"""What stands on a flashcard: a claim's statement with gaps where its figures are, and all that qualifies it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from scripts.compiling.learning import changed_since, own_claims, read_with
from scripts.model.claim import Claim, Measure
from scripts.model.knowledge import Knowledge
from scripts.model.learning import Asked

_GAP = re.compile(r"\{\{c(\d+)::(.*?)\}\}")
MOST = 4  # gaps of a claim: a card for every one of eight figures teaches less than one for each of four
# A sentence that leans on one before it says nothing by itself.
_LEANS = re.compile(r"\b(?:the|that|this) same\b|\bafter that\b|^(?:Another|At one year)\b", re.IGNORECASE)
_WORDS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
# Times, sizes and shares in statements without measures; not the strength of an ointment, which is part of its name.
_NUMBER = r"(?:\d+(?:\.\d+)?|two|three|four|five|six|eight|twelve)"
_DRUG = "GTN|glyceryl|diltiazem|nifedipine|lidocaine"
_UNIT = rf"(?:mm|cm|°C|seconds?|minutes?|hours?|days?|weeks?|months?|%(?! (?:{_DRUG})))"
_PLAIN_FIGURE = re.compile(rf"(?<![\w.,=<>-]){_NUMBER}(?: ?(?:-|–|to|or) ?{_NUMBER})? ?{_UNIT}(?!\w)")


@dataclass(frozen=True)
class Card:
    """A claim as a note: `text` holds its gaps in Anki's form, from 1 up; all else is plain text."""

    claim: str
    text: str
    statement: str
    caveat: str
    evidence: str
    read_with: str
    sources: str
    link: str
    tags: frozenset[str]

    @property
    def gaps(self) -> int:
        """How many cards the note has."""
        return max(int(found) for found, _ in _GAP.findall(self.text))

    def asked(self, place: int) -> tuple[str, str]:
        """The question of a gap, with the other gaps filled, and its answer."""
        question = _GAP.sub(lambda found: "[…]" if int(found[1]) == place else found[2], self.text)
        return question, "; ".join(answer for found, answer in _GAP.findall(self.text) if int(found) == place)


def cards_of(knowledge: Knowledge, address: str) -> Iterator[Card]:
    """A card for each claim that is not held, stands by itself and has a figure or a word to ask for."""
    changed = changed_since(knowledge)
    phrases = _phrases(knowledge)
    for topic, names in knowledge.topics.items():
        for claim in (knowledge.claims[name] for name in names):
            text = gapped(claim, phrases.get(claim.id, []))
            if text and not claim.held and not _LEANS.search(claim.statement):
                tags = {f"topic::{topic}", f"audience::{claim.population}", f"design::{claim.design}"}
                if claim.id in changed and knowledge.released:
                    tags.add(f"changed-since::{knowledge.released.version}")
                yield _card(knowledge, claim, text, address, frozenset(tags))


def _card(knowledge: Knowledge, claim: Claim, text: str, address: str, tags: frozenset[str]) -> Card:
    home = knowledge.homes["claim", claim.id]
    people = f"; n = {claim.n:,}" if claim.n else ""
    beside = [knowledge.claims[name] for name in read_with([claim.id], knowledge)]
    sources = [knowledge.sources[name] for name in claim.sources]
    return Card(
        claim=claim.id,
        text=text,
        statement=claim.statement,
        caveat=claim.caveat,
        evidence=f"{_capital(claim.design.words)}{people}; {claim.population.words}. Support: {claim.support.words}.",
        read_with=" ".join(f"{other.statement} Caveat: {other.caveat}" for other in beside),
        sources="; ".join(f"{source.short}: {source.title}" for source in sources),
        link=f"{address}{knowledge.pages[home.page].url}#{home.anchor}",
        tags=tags,
    )


def _phrases(knowledge: Knowledge) -> dict[str, list[str]]:
    """The words that the self-test asks for, by claim."""
    found: dict[str, list[str]] = {}
    for item in knowledge.self_test.values():
        if isinstance(item, Asked) and item.phrase:
            found.setdefault(own_claims(item)[0], []).append(item.phrase)
    return found


def gapped(claim: Claim, phrases: list[str]) -> str | None:
    """The statement with gaps: its measures, or the words that the self-test asks for, or its times and sizes.

    A measure's counts share its gap, since they tell it. None where there is nothing to ask for.
    """
    statement = claim.statement
    spans = [_spans(statement, measure) for measure in claim.measures]
    spans = spans if any(spans) else [_places(statement, rf"(?<!\w){re.escape(phrase)}(?!\w)") for phrase in phrases]
    if not any(spans) and not claim.measures:
        figures = dict.fromkeys(_PLAIN_FIGURE.findall(statement))  # what is said twice is one gap
        spans = [_places(statement, rf"(?<![\w.,]){re.escape(figure)}(?!\w)") for figure in figures]
    return _with_gaps(statement, [group for group in spans if group])


def _spans(statement: str, measure: Measure) -> list[tuple[int, int]]:
    """Where a statement tells a measure: its value with the unit, and its events where they stand before a total."""
    text = f"{abs(measure.value):.15g}"
    value = re.escape(text) + (r"0*" if "." in text else r"(?:\.0)?")
    unit = rf"(?:\s?{re.escape(measure.unit.value)})?" if measure.unit else ""
    found = _places(statement, rf"(?<![\d.,–-]){value}{unit}(?![\d.]\d|\d|\w)")
    if found and measure.events is not None:
        word = f"|{_WORDS[measure.events]}" if measure.events < len(_WORDS) else ""
        events = rf"(?<![\w.,])(?:{measure.events}{word})"
        found += _places(statement, rf"{events}(?= of {measure.total}\b)")
        found += _places(statement, rf"{events}(?=(?: [\w-]+){{0,3}} \({value})")
    return sorted(set(found))


def _places(statement: str, pattern: str) -> list[tuple[int, int]]:
    return [found.span() for found in re.finditer(pattern, statement)]


def _with_gaps(statement: str, groups: list[list[tuple[int, int]]]) -> str | None:
    """The statement with the first few groups of places as gaps, in the order in which they stand; none overlaps."""
    taken: dict[tuple[int, int], int] = {}
    for group in sorted(groups):
        free = [span for span in group if not any(span[0] < end and start < span[1] for start, end in taken)]
        number = max(taken.values(), default=0) + 1
        if free and number <= MOST:
            taken |= dict.fromkeys(free, number)
    text = statement
    for (start, end), number in sorted(taken.items(), reverse=True):
        text = f"{text[:start]}{{{{c{number}::{text[start:end]}}}}}{text[end:]}"
    return text if taken else None


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
