"""The macros of pages as components of a PDF, by name: the same names and arguments as on the site."""

from __future__ import annotations

from collections.abc import Callable

from scripts.artefacts.book.care import care_card, red_flag_evidence, red_flags
from scripts.artefacts.book.data import data_dictionary, data_files
from scripts.artefacts.book.evidence import (
    claim,
    disagreement,
    glossary,
    held_claims,
    ledger,
    ledger_index,
    trace,
)
from scripts.artefacts.book.fallback import from_html
from scripts.artefacts.book.index import index_of
from scripts.artefacts.book.inline import cite, claim_link, count, downloads, figure, link, see_also, term
from scripts.artefacts.book.learning import self_test
from scripts.artefacts.book.paths import decision_place, pathway, pathway_drawing
from scripts.artefacts.book.pictures import (
    anatomy_drawing,
    dilator_sizes,
    outcome_plot,
    pictograph,
    protocol_timeline,
)
from scripts.artefacts.book.sources import references, source_list
from scripts.artefacts.book.tables import compare, protocols
from scripts.rendering.registry import MACROS

_OWN: dict[str, Callable[..., object]] = {
    function.__name__: function
    for function in (
        anatomy_drawing, care_card, cite, claim, claim_link, compare, count, data_dictionary, data_files,
        decision_place, dilator_sizes, disagreement, downloads, figure, glossary, held_claims, index_of, ledger,
        ledger_index, link, outcome_plot, pathway, pathway_drawing, pictograph, protocol_timeline, protocols,
        red_flag_evidence, red_flags, references, see_also, self_test, source_list, term, trace,
    )
}  # fmt: skip

COMPONENTS = {name: _OWN.get(name) or from_html(name) for name in MACROS}
