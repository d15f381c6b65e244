"""HTML as a tree, so that a test can ask what a reader meets, and where."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

_VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
_UNSEEN = {"script", "style", "template"}


@dataclass(eq=False, repr=False)
class Element:
    """A tag with what it holds."""

    tag: str
    attrs: dict[str, str]
    parent: Element | None = None
    children: list[Element | str] = field(default_factory=list)

    def __repr__(self) -> str:  # short: a failing test shows it, and a tree is long
        return f"<{self.tag} {self.attrs}>"

    @property
    def classes(self) -> list[str]:
        return self.attrs.get("class", "").split()

    @property
    def text(self) -> str:
        """The words inside, in order, with runs of white space as one space."""
        return said("".join(self._strings()))

    def _strings(self) -> Iterator[str]:
        stack: list[Element | str] = [self]
        while stack:
            node = stack.pop()
            if isinstance(node, str):
                yield node
            elif node.tag not in _UNSEEN:
                stack.extend(reversed(node.children))

    def walk(self) -> Iterator[Element]:
        """This element and every one inside, in the order of the document."""
        stack = [self]
        while stack:
            node = stack.pop()
            yield node
            stack.extend(child for child in reversed(node.children) if isinstance(child, Element))

    def all(self, selector: str) -> list[Element]:
        """The elements inside that `selector` names: `tag`, `.class` or `tag.class`."""
        tag, _, name = selector.partition(".")
        return [e for e in self.walk() if e is not self and tag in ("", e.tag) and (not name or name in e.classes)]

    def one(self, selector: str) -> Element:
        """The only element inside that `selector` names."""
        found = self.all(selector)
        assert len(found) == 1, f"{len(found)} of {selector}"
        return found[0]

    def by_id(self) -> dict[str, Element]:
        """The elements inside by id (the first, where an id stands twice)."""
        found: dict[str, Element] = {}
        for element in self.walk():
            if name := element.attrs.get("id"):
                found.setdefault(name, element)
        return found


class _Builder(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = self.open = Element("", {})

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs}, self.open)
        self.open.children.append(element)
        if tag not in _VOID:
            self.open = element

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        node: Element | None = self.open
        while node and node.tag != tag:
            node = node.parent
        if node and node.parent:
            self.open = node.parent

    def handle_data(self, data: str) -> None:
        self.open.children.append(data)


def parse(html: str) -> Element:
    """The tree of `html`."""
    builder = _Builder()
    builder.feed(html)
    builder.close()
    return builder.root


def said(text: str) -> str:
    """`text` as it is read: every run of white space is one space."""
    return " ".join(text.split())
