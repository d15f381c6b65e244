"""The self-test on paper: every question whole, and the answers behind the last one, so that no eye falls on them."""

from __future__ import annotations

from collections.abc import Sequence

from scripts.artefacts.book.fallback import Attributes, Setter
from scripts.artefacts.book.leaf import Leaf
from scripts.artefacts.book.typst import Level, Markup, call, join, words
from scripts.rendering.registry import MACROS
from scripts.rendering.view import View


class _Quiz(Setter):
    """Sets the questions, and keeps their answers."""

    def __init__(self, leaf: Leaf) -> None:
        super().__init__(leaf)
        self.answers: list[Markup] = []

    def made(self, tag: str, attributes: Attributes, held: Sequence[Markup]) -> Markup:
        """An element as markup; an answer is put aside."""
        if tag == "summary":
            return Markup("")
        if tag == "details":
            self.answers.append(Markup(join(held).strip()))
            return Markup("")
        if tag == "fieldset":
            return call("undivided", join(held))
        return super().made(tag, attributes, held)


def self_test(leaf: Leaf, topic: str) -> Markup:
    """The questions of a topic, then their answers under the same numbers."""
    setter = _Quiz(leaf)
    setter.feed(str(MACROS["self_test"](View(leaf.knowledge, leaf.page), topic)))
    setter.close()
    questions = call("from-html", join(setter.open[0][2]))
    answers = call("from-html", call("steps", 1, setter.answers))
    return join([questions, call("subheading", Level(), words("Answers")), answers], "\n\n")
