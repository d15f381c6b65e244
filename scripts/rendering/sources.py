"""The list of all sources."""

from __future__ import annotations

from markupsafe import Markup

from scripts.model.cite import ALL, FOLDER, FORMS
from scripts.model.claim import Claim
from scripts.rendering.citations import reference_text
from scripts.rendering.view import View


def source_list(view: View) -> Markup:
    """Every source with its permanent anchor, how much of it was read, and the claims that rest on it."""
    claims: dict[str, list[Claim]] = {name: [] for name in view.knowledge.sources}
    for item in view.knowledge.claims.values():
        for name in item.sources:
            claims[name].append(item)
    rows = [(source, reference_text(view, name), claims[name]) for name, source in view.knowledge.sources.items()]
    return view.template("source_list.html", rows=rows, folder=FOLDER, everything=ALL, forms=FORMS)
