"""A question as it is asked: its stem, what can be chosen, what is right, and what its answer opens."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field

from scripts.model.claim import Claim
from scripts.model.knowledge import Knowledge
from scripts.model.pathway import Pathway


class QuestionError(ValueError):
    """A question that cannot be asked fairly: what was found in it, and what it needs."""

    def __init__(self, found: str, expected: str) -> None:
        super().__init__(f"{found}, expected {expected}")
        self.found, self.expected = found, expected


@dataclass(frozen=True)
class Question:
    """A stem and its `options`: one is right, or, where there are `rows`, one for each of them.

    `right`: the places of the right options. `said`: the right answer in a sentence. `claims`: what it opens, with
    `beside` it the claims that would mislead without. `node`: the step of a pathway that it opens instead.
    """

    id: str
    kind: str
    stem: str
    options: tuple[str, ...]
    right: tuple[int, ...]
    said: str
    rows: tuple[str, ...] = ()
    claims: tuple[Claim, ...] = ()
    beside: tuple[Claim, ...] = field(default=())
    node: str = ""


def scattered(*names: object) -> str:
    """A text that puts things into an order without meaning, the same at every build."""
    return hashlib.sha256("\0".join(map(str, names)).encode()).hexdigest()


def open_claim(knowledge: Knowledge, name: str | None) -> Claim:
    """A claim that may be asked about; raises QuestionError for one that is unknown or held for clinical review."""
    claim = knowledge.claims.get(name or "")
    if claim is None:
        raise QuestionError(f"'{name}'", "the id of a claim")
    if claim.held:
        raise QuestionError(f"'{name}', held for clinical review", "a claim that is not held")
    return claim


def pathway_of(knowledge: Knowledge, name: str) -> Pathway:
    """A pathway; raises QuestionError where there is none of that id."""
    if name not in knowledge.pathways:
        raise QuestionError(f"'{name}'", f"one of {', '.join(map(repr, knowledge.pathways)) or 'no pathways'}")
    return knowledge.pathways[name]
