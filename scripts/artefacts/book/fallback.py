"""A macro without a component of its own is set from the HTML that it writes for the site: plain, but whole."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from html.parser import HTMLParser
from urllib.parse import urldefrag, urljoin

from scripts.artefacts.book.leaf import Leaf
from scripts.artefacts.book.typst import Markup, call, join, words
from scripts.model.knowledge import Address
from scripts.rendering.registry import MACROS
from scripts.rendering.view import View

_VOID = {"br", "hr", "img", "input", "wbr", "path", "circle", "line", "rect"}
_SILENT = {"svg", "input", "button", "script", "style"}
_PLAIN = {"span", "label", "em", "i", "code", "small", "dfn", "abbr", "sub", "sup", "select"}
_STRONG = {"strong", "b", "legend", "summary", "dt", "h1", "h2", "h3", "h4", "h5", "h6", "figcaption"}
_PARAGRAPH = {"p", "legend", "summary", "dt", "dd", "h1", "h2", "h3", "h4", "h5", "h6", "figcaption"}
Attributes = dict[str, str]


class Setter(HTMLParser):
    """Sets HTML as it comes; each open element keeps what it holds until it is closed."""

    def __init__(self, leaf: Leaf) -> None:
        super().__init__(convert_charrefs=True)
        self.leaf = leaf
        self.open: list[tuple[str, Attributes, list[Markup]]] = [("", {}, [])]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element."""
        if tag not in _VOID:
            self.open.append((tag, {name: value or "" for name, value in attrs}, []))

    def handle_endtag(self, tag: str) -> None:
        """Close an element, and write it into what holds it."""
        if tag not in _VOID:
            name, attributes, held = self.open.pop()
            self.open[-1][2].append(self.made(name, attributes, held))

    def handle_data(self, data: str) -> None:
        """Write text."""
        self.open[-1][2].append(words(re.sub(r"\s+", " ", data)))

    def made(self, tag: str, attributes: Attributes, held: Sequence[Markup]) -> Markup:
        """An element as markup."""
        body = Markup(join(held).strip()) if tag in _PARAGRAPH else join(held)
        if tag in _SILENT or "visually-hidden" in attributes.get("class", ""):
            return Markup("")
        if "data-claims" in attributes:
            return self.leaf.marker(self.leaf.knowledge.claims[name] for name in attributes["data-claims"].split())
        if tag == "a":
            return self.link(attributes.get("href", ""), body)
        if tag in ("ul", "ol"):
            items = [item for item in held if item.strip()]
            return call("bullets", items) if tag == "ul" else call("steps", 1, items)
        if tag == "option":
            return join([words(" □ "), body]) if body != "choose" else Markup("")
        body = call("strong", body) if tag in _STRONG and body else body
        return body if tag in _PLAIN or tag in ("strong", "b", "li") else join(["", body, ""], "\n\n")

    def link(self, target: str, body: Markup) -> Markup:
        """A link, to its place in the document where that stands in it."""
        base = f"{self.leaf.edition.site}{self.leaf.page.url}"
        url, anchor = urldefrag(urljoin(base, target))
        found = [p.id for p in self.leaf.knowledge.pages.values() if self.leaf.edition.site + p.url == url]
        homes = {*self.leaf.knowledge.homes.values()}
        if found and (not anchor or Address(found[0], anchor) in homes):
            return self.leaf.around(Address(found[0], anchor), body)
        return call("away", f"{url}#{anchor}" if anchor else url, body)


def from_html(name: str) -> Callable[..., Markup]:
    """A component that sets what the macro of that name writes."""

    def component(leaf: Leaf, *args: object, **options: object) -> Markup:
        setter = Setter(leaf)
        setter.feed(str(MACROS[name](View(leaf.knowledge, leaf.page), *args, **options)))
        setter.close()
        return call("from-html", join(setter.open[0][2]))

    return component
