"""The place of a list of downloads: the files are made after the pages, so the build fills the place at its end."""

from __future__ import annotations

from markupsafe import Markup

from scripts.rendering.view import View


def downloads(view: View, audience: str) -> Markup:
    """Where the files for `audience` will be listed; until then it says where the list is."""
    return view.template("downloads.html", audience=audience)
