"""The list of all sources."""

from __future__ import annotations

from markupsafe import Markup

from scripts.compiling.shows import sources_between
from scripts.model.cite import ALL, FOLDER, FORMS
from scripts.rendering.citations import reference_text
from scripts.rendering.view import View


def source_list(view: View, first: str = "", last: str = "") -> Markup:
    """Every source with its permanent anchor, how much of it was read, and the claims that rest on it.

    `first`, `last`: beginnings of ids, where the list is too long for one page.
    """
    names, known = sources_between(view.knowledge, first, last), view.knowledge
    rows = [(known.sources[name], reference_text(view, name), known.resting_on[name]) for name in names]
    return view.template("source_list.html", rows=rows, folder=FOLDER, everything=ALL, forms=FORMS)
