"""Text that Markdown, HTML or a template could take for more than text, and data made of nothing else."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from scripts.model.knowledge import Knowledge
from scripts.model.page import Comparison
from tests.rendering.support import changed, with_things

HOSTILE = [
    "{{ 7*7 }}", "{% raw %}", "{# note #}", "<script>alert(1)</script>", "[x](javascript:alert(1))", "![x](y.png)",
    "**bold**", "__bold__", "*a* _b_", "`code`", "a | b", ":smile:", "\"quoted\" 'quoted'", "</section>", "</div>",
    "<!-- note -->", "&lt;b&gt;", "&amp;", "\\*", "~~gone~~", "^up^", "==mark==", "++new++", "{: #id .class }",
    "# Title", "- item", "1. item", "> quote", "[^1]", "[ref]: http://x.org", "http://x.org", "<http://x.org>",
    "!!! note", "??? note", "Term\n: meaning", "--- a\n---", "a\n\nb", "  \n    code", "*[HTML]: x", "a  \nb", "$x$",
]  # fmt: skip
# What the YAML reader lets through: no control characters but the line break.
_WRITTEN = st.text(st.characters(exclude_categories=("Cs", "Cc"), include_characters="\n"), max_size=40)
TEXTS = st.lists(_WRITTEN | st.sampled_from(HOSTILE), min_size=1, max_size=4).map(" ".join)


def filled(small: Knowledge, text: str) -> Knowledge:
    """The small base with `text` wherever its data holds words."""
    claim = {"statement": text, "caveat": text, "inference": text, "measures": _measures(text)}
    flag = dict.fromkeys(("sign", "short", "action", "timeframe", "disagreement"), text)
    source = {"title": text, "author": [{"literal": text}], "custom": _reading(text)}
    row = dict.fromkeys(("who", "country", "indication", "stop_if", "derivation", "notes"), text)
    card = {"question": text, "reading": text, "positions": [{"who": text, "says": text, "claims": ["bleeding"]}] * 2}
    full = with_things(
        small,
        claims=[changed(item, **claim) for item in small.claims.values()],
        red_flags=[changed(item, **flag) for item in small.red_flags.values()],
        sources=[changed(item, **source) for item in small.sources.values()],
        protocols=[changed(item, **row) for item in small.protocols["adult-home"]],
        terms=[changed(item, term=text, also=[text], plain=text) for item in small.terms.values()],
        disagreements=[changed(item, **card) for item in small.disagreements.values()],
    )
    return _with_pages(_with_document(full, text), text)


def _measures(text: str) -> list[dict[str, object]]:
    return [{"outcome": "healing", "arm": text, "value": 1.0, "timepoint": text, "population": text}]


def _reading(text: str) -> dict[str, object]:
    return {"kind": "rct", "population": "adult", "seen": "abstract", "linkable": False, "jurisdiction": text}


def _with_pages(knowledge: Knowledge, text: str) -> Knowledge:
    front = {"title": text, "comparison": _comparison(text)}
    pages = {name: replace(page, front=page.front.model_copy(update=front)) for name, page in knowledge.pages.items()}
    return replace(knowledge, pages=pages)


def _with_document(knowledge: Knowledge, text: str) -> Knowledge:
    document = knowledge.document
    assert document
    said = {"says": text, "because": text}
    filled = changed(
        document,
        statements=[{**item.model_dump(), **said} for item in document.statements],
        questions=[{**item.model_dump(), **said} for item in document.questions],
        references=[{**item.model_dump(), "why": text} for item in document.references],
    )
    return replace(knowledge, document=filled)


def _comparison(text: str) -> Comparison:
    cell = {"text": text, "figures": [{"claim": "healing", "outcome": "healing", "label": text}], "claims": ["healing"]}
    cells = {"one": cell, "two": {**cell, "none_found": True}}
    found = {
        "id": "techniques",
        "caption": text,
        "criteria": [{"id": "one", "label": text}, {"id": "two", "label": text}],
        "rows": [{"id": "row", "label": text, "section": "controlled", "cells": cells}],
    }
    return Comparison.model_validate(found, strict=False)
