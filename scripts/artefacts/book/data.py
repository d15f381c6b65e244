"""The data dictionary in print: where it stands, since it is of use only beside the files."""

from __future__ import annotations

from scripts.artefacts.book.leaf import Leaf
from scripts.artefacts.book.typst import Markup, call, join, words


def data_dictionary(leaf: Leaf, name: str) -> Markup:
    """A link to the fields of a collection on the site."""
    link = call("away", f"{leaf.edition.site}{leaf.page.url}#fields-{name}", words("on this page of the site"))
    return join([words("They are explained "), link, words(".")])


def data_files(leaf: Leaf) -> Markup:
    """A link to the files on the site."""
    link = call("away", f"{leaf.edition.site}{leaf.page.url}#files", words("on this page of the site"))
    return join([words("The files are listed "), link, words(".")])
