"""No words of a pathway tell a reader to start, change, go on with or stop a treatment."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scripts.compiling.compile import Compiled
from scripts.model.pathway import Disposition, Node
from scripts.problems import Problem

_VERBS = (
    r"start|begin|restart|resume|stop|cease|pause|halt|change|switch|swap|increase|raise|reduce|lower|halve|double|"
    r"skip|miss out|delay|postpone|continue|carry on|go on|keep (?:on|up|going|using|taking|dilating)|"
    r"use|take|try|apply|insert|dilate|treat|move (?:up|down|on)|step (?:up|down)"
)
# An order: the verb at the head of a sentence or clause, or after "you should", "please", "and then".
_ORDER = re.compile(
    rf"(?:^|[.!;:]\s+|,\s+|\b(?:and|or|then|please|you\s+(?:should|must|can|may|could|need\s+to|have\s+to))\s+)"
    rf"(?:then\s+|please\s+|do\s+not\s+|don.t\s+|never\s+|always\s+)?(?:{_VERBS})\b(?!\s+(?:of|to\s+be|by)\b)",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[^.!?]+[.!?]*")


def check(compiled: Compiled) -> Iterator[Problem]:
    """Problem `advice`: in what authors wrote; a question to the clinician may name a treatment."""
    for pathway in compiled.knowledge.pathways.values():
        for node in pathway.nodes:
            for field, text in _authored(node):
                for sentence in _SENTENCE.findall(text):
                    if not sentence.endswith("?") and (match := _ORDER.search(sentence.strip())):
                        place = compiled.origins.place("node", node.id, field)
                        found = f"'{match[0].strip(' ,;:.')}' in '{sentence.strip()}'"
                        expected = "whom to ask and how soon, and no order about a treatment"
                        yield place.problem(f"{node.id}.{field}", "advice", found, expected)


def _authored(node: Node) -> Iterator[tuple[str, str]]:
    """The fields of a node that tell a reader what to do, with their words."""
    if isinstance(node, Disposition):
        yield "title", node.title
        yield "note", node.note or ""
        yield "whom", node.whom
        yield from (("say", text) for text in node.say)
    else:
        yield "help", node.help or ""
