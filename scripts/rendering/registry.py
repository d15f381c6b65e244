"""The macros that pages may call, by name: the face of rendering to generators and checks."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from scripts.rendering.care import care_card, red_flag_evidence, red_flags
from scripts.rendering.citations import cite, marker, references
from scripts.rendering.claims import claim, held_claims, ledger, ledger_index
from scripts.rendering.drawing import pathway_drawing
from scripts.rendering.figures import figure, number, value_text
from scripts.rendering.pathways import decision_place, pathway
from scripts.rendering.sources import source_list
from scripts.rendering.tables import compare, protocols
from scripts.rendering.trace import trace
from scripts.rendering.view import TEMPLATES
from scripts.rendering.words import claim_link, count, disagreement, glossary, link, see_also, term

MACROS: dict[str, Callable[..., Any]] = {
    function.__name__: function
    for function in (
        care_card, cite, claim, claim_link, compare, count, decision_place, disagreement, figure, glossary,
        held_claims, ledger, ledger_index, link, pathway, pathway_drawing, protocols, red_flag_evidence, red_flags,
        references, see_also, source_list, term, trace,
    )
}  # fmt: skip

# What templates may call besides what they are given.
TEMPLATES.globals.update(marker=marker, number=number, figure=value_text)
