"""What the page on the published data shows: the files, what each field means, and the cards for other sites."""

from __future__ import annotations

from markupsafe import Markup

from scripts.model.collections import FHIR, FOLDER, KINDS
from scripts.model.dictionary import dictionary
from scripts.model.embedded import FOLDER as CARDS
from scripts.rendering.escape import inline
from scripts.rendering.view import View


def data_files(view: View) -> Markup:
    """The collections of published data, with links to their files."""
    folders = {"folder": view.path(FOLDER), "decide": view.path("decide"), "fhir": view.path(FHIR)}
    return view.template("data_files.html", kinds=KINDS.values(), **folders)


def data_dictionary(view: View, name: str) -> Markup:
    """Every field of one collection: its type, its unit and its meaning."""
    return view.template("data_dictionary.html", collection=name, entries=dictionary(KINDS[name]))


def card_link(view: View, claim: str, text: str, ending: str = "html") -> Markup:
    """A link to the card of a claim for other sites, or with `ending` "svg" to its picture."""
    claim = view.knowledge.claims[claim].id
    return Markup('<a href="{}{}.{}">{}</a>').format(view.path(f"{CARDS}/claims"), claim, ending, inline(text))
