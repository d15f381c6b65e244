"""Questions on the kind of evidence: claims, told without their designs, and the designs."""

from __future__ import annotations

from scripts.model.knowledge import Knowledge
from scripts.model.learning import MatchItem
from scripts.model.vocabulary import Design
from scripts.rendering.learning.question import Question, QuestionError, open_claim, scattered

# Kinds that one text can be at once, or that a reader could call by either name; never set against each other.
_INSTRUCTIONS = {Design.HOSPITAL_LEAFLET, Design.CLINIC_PAGE, Design.HEALTH_SERVICE_PAGE}
_OPINIONS = {Design.EXPERT_OPINION, Design.NARRATIVE_REVIEW}
_SERIES = {Design.COHORT, Design.CASE_SERIES}
_POOLED = {Design.SYSTEMATIC_REVIEW, Design.RCT}  # a review of trials rests on trials


def mistakable(one: Design, other: Design) -> bool:
    """Whether two designs are the same, or could be taken for each other with some right."""
    kin = (_INSTRUCTIONS, _OPINIONS, _SERIES, _POOLED, {Design.EXPERT_OPINION, Design.CLINIC_PAGE})
    return one is other or any({one, other} <= group for group in kin)


def match_question(knowledge: Knowledge, item: MatchItem) -> Question:
    """Match what is claimed and the kind of evidence; raises QuestionError where two kinds could be mistaken."""
    pairs = sorted(item.pairs, key=lambda pair: scattered(item.id, pair.claim))
    claims = tuple(open_claim(knowledge, pair.claim) for pair in pairs)
    for place, claim in enumerate(claims):
        for other in claims[:place]:
            if mistakable(claim.design, other.design):
                found = f"'{other.id}' ({other.design}) beside '{claim.id}' ({claim.design})"
                raise QuestionError(found, "designs that cannot be mistaken")
    designs = sorted((claim.design for claim in claims), key=list(Design).index)
    options = tuple(design.brief for design in designs)
    right = tuple(designs.index(claim.design) for claim in claims)
    return Question(
        item.id, "matches", "Match each of these and the kind of evidence that it rests on.", options, right, "",
        rows=tuple(pair.says for pair in pairs), claims=claims,
    )  # fmt: skip
