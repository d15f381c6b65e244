"""Every word of the search stands once and leads somewhere, and every red flag is found by some word."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.checks.support import unknown
from scripts.compiling.compile import Compiled
from scripts.problems import Problem


def check(compiled: Compiled) -> Iterator[Problem]:
    """Problems `duplicate-word`, `lone-word`, `unknown-red-flag` and `unsearched-red-flag`."""
    knowledge = compiled.knowledge
    yield from _words(compiled)
    for group in knowledge.search_words.values():
        place = compiled.origins.place("word group", group.id, "red_flags")
        yield from unknown(compiled, "red flag", group.red_flags, knowledge.red_flags, place, f"{group.id}.red_flags")
    found = {name for group in knowledge.search_words.values() for name in group.red_flags}
    for name in knowledge.red_flags:
        if name not in found:
            place = compiled.origins.place("red flag", name)
            expected = "its id under red_flags of a group in docs/evidence/search-words.yml"
            yield place.problem(name, "unsearched-red-flag", "a red flag that no word leads to", expected)


def _words(compiled: Compiled) -> Iterator[Problem]:
    first: dict[str, str] = {}
    for group in compiled.knowledge.search_words.values():
        place = compiled.origins.place("word group", group.id, "words")
        for word in group.words:
            if word in first:
                found = f"'{word}', which stands in '{first[word]}'"
                yield place.problem(f"{group.id}.words", "duplicate-word", found, "each word once")
            first.setdefault(word, group.id)
        if len(group.words) == 1 and not group.red_flags:
            found, expected = f"'{group.words[0]}' alone", "another word of the same meaning, or red_flags"
            yield place.problem(f"{group.id}.words", "lone-word", found, expected)
