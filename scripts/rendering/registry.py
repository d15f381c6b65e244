"""The macros that pages may call, by name: the face of rendering to generators and checks."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from scripts.rendering.care import care_card, red_flag_evidence, red_flags
from scripts.rendering.citations import cite, marker, references
from scripts.rendering.claims import claim, held_claims, ledger, ledger_index
from scripts.rendering.data import card_link, data_dictionary, data_files
from scripts.rendering.downloads import downloads
from scripts.rendering.drawing import pathway_drawing
from scripts.rendering.figures import figure, number, value_text
from scripts.rendering.index import index_of
from scripts.rendering.learning.macros import flashcards, self_test
from scripts.rendering.licences import licences
from scripts.rendering.pathways import decision_place, pathway
from scripts.rendering.pictures.anatomy import anatomy_drawing
from scripts.rendering.pictures.forest import outcome_plot
from scripts.rendering.pictures.pictograph import pictograph
from scripts.rendering.pictures.sizes import dilator_sizes
from scripts.rendering.pictures.timeline import protocol_timeline
from scripts.rendering.sources import source_list
from scripts.rendering.tables import compare, protocols
from scripts.rendering.trace import trace
from scripts.rendering.view import TEMPLATES
from scripts.rendering.words import claim_link, count, disagreement, glossary, link, see_also, term

MACROS: dict[str, Callable[..., Any]] = {
    function.__name__: function
    for function in (
        anatomy_drawing, card_link, care_card, cite, claim, claim_link, compare, count, data_dictionary, data_files,
        decision_place, dilator_sizes, disagreement, downloads, figure, flashcards, glossary, held_claims, index_of,
        ledger, ledger_index, licences, link, outcome_plot, pathway, pathway_drawing, pictograph, protocol_timeline,
        protocols, red_flag_evidence, red_flags, references, see_also, self_test, source_list, term, trace,
    )
}  # fmt: skip

# What templates may call besides what they are given.
TEMPLATES.globals.update(marker=marker, number=number, figure=value_text)
