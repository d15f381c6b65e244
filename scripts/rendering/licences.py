"""Whose works the site ships, and under which licences."""

from __future__ import annotations

from markupsafe import Markup

from scripts.model.shipped import SHIPPED
from scripts.rendering.view import View

# Where each licence can be read, by its SPDX id.
TEXTS = "https://spdx.org/licenses/{}.html"


def licences(view: View) -> Markup:
    """The works of others that the site ships, each with its part, its holder and its licence, as a table."""
    return view.template("licences.html", works=SHIPPED, texts=TEXTS)
