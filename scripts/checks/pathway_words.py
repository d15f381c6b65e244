"""The sentences of a pathway for patients, with those of its signs, have at most fifteen words each."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scripts.compiling.compile import Compiled
from scripts.model.knowledge import Knowledge
from scripts.model.pathway import Disposition, Node
from scripts.problems import Problem

MOST = 15
_SENTENCE = re.compile(r"[^.!?]+")


def check(compiled: Compiled) -> Iterator[Problem]:
    """Problem `long-sentence`."""
    knowledge = compiled.knowledge
    for pathway in knowledge.pathways.values():
        page = knowledge.pages.get(pathway.page)
        for node in pathway.nodes if page and page.for_patients else ():
            for text in _read(node, knowledge):
                for sentence in _SENTENCE.findall(text):
                    if len(words := sentence.split()) > MOST:
                        place = compiled.origins.place("node", node.id)
                        found = f"{len(words)} words: '{' '.join(words)}'"
                        yield place.problem(node.id, "long-sentence", found, f"at most {MOST} words")


def _read(node: Node, knowledge: Knowledge) -> Iterator[str]:
    """What a patient reads of a node."""
    if isinstance(node, Disposition):
        yield from (node.title, node.timeframe, node.whom, *node.say, node.note or "")
    else:
        yield from (node.text, node.help or "", *(option.label for option in node.answers))
        for name in node.signs:
            if flag := knowledge.red_flags.get(name):
                yield from (flag.sign, flag.action)
