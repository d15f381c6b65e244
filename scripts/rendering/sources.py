"""The list of all sources."""

from __future__ import annotations

from markupsafe import Markup

from scripts.compiling.shows import sources_between
from scripts.model.cite import ALL, FOLDER, FORMS
from scripts.model.claim import Claim
from scripts.rendering.citations import reference_text
from scripts.rendering.view import View


def source_list(view: View, first: str = "", last: str = "") -> Markup:
    """Every source with its permanent anchor, how much of it was read, and the claims that rest on it.

    `first`, `last`: beginnings of ids, where the list is too long for one page.
    """
    claims: dict[str, list[Claim]] = {name: [] for name in sources_between(view.knowledge, first, last)}
    for item in view.knowledge.claims.values():
        for name in claims.keys() & set(item.sources):
            claims[name].append(item)
    rows = [(view.knowledge.sources[name], reference_text(view, name), behind) for name, behind in claims.items()]
    return view.template("source_list.html", rows=rows, folder=FOLDER, everything=ALL, forms=FORMS)
