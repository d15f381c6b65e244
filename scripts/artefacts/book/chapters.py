"""Pages as chapters: the body of a page in Typst, and the head that it gets in a document."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from scripts.artefacts.book.components import COMPONENTS
from scripts.artefacts.book.expand import body_of, expand
from scripts.artefacts.book.facts import code, spelled
from scripts.artefacts.book.index import marker_of
from scripts.artefacts.book.leaf import Edition, Leaf, label_of, leaf_of
from scripts.artefacts.book.prose import Node, Nodes, Writer, flat, read_markdown
from scripts.artefacts.book.typst import Label, Markup, call, join, words
from scripts.model.knowledge import Address
from scripts.model.page import Page
from scripts.project import Project


@dataclass(frozen=True)
class Chapter:
    """A page set in an edition: its title, and its sections with their ids ("" before the first heading)."""

    page: Page
    name: str
    title: Markup
    sections: tuple[tuple[str, Markup], ...]

    @property
    def body(self) -> Markup:
        """Everything below the title."""
        return join((text for _, text in self.sections), "\n\n")


def chapters(edition: Edition, project: Project, pages: Iterable[Page]) -> Iterator[Chapter]:
    """The pages of an edition as chapters, in this order (citations are numbered in it)."""
    leaves = [leaf_of(edition, page.id) for page in pages]
    texts = [body_of((project.docs / leaf.page.path).read_text(encoding="utf-8")) for leaf in leaves]
    expanded = [expand(leaf, text, COMPONENTS) for leaf, text in zip(leaves, texts, strict=True)]
    read = read_markdown([text for text, _ in expanded])
    for leaf, (_, tokens), blocks in zip(leaves, expanded, read, strict=True):
        linker = Links(leaf, {page.path: page for page in edition.knowledge.pages.values()})
        writer = Writer(leaf.page.id, tokens, linker.to, marker_of(edition.knowledge), edition.top)
        yield _chapter(leaf.page, writer, blocks)


def _chapter(page: Page, writer: Writer, blocks: Nodes) -> Chapter:
    (_, (name, _, _), inlines), rest = blocks[0]["c"], blocks[1:]
    sections = tuple((section, writer.blocks(nodes)) for section, nodes in _sections(rest))
    return Chapter(page, name, writer.inlines(inlines), sections)


def _sections(blocks: Nodes) -> Iterator[tuple[str, list[Node]]]:
    """Blocks by the section of the second level that they stand in."""
    name, found = "", list[Node]()
    for block in blocks:
        if block["t"] == "Header" and block["c"][0] == 2:
            yield name, found
            name, found = block["c"][1][0], []
        found.append(block)
    yield name, found


def questions_of(edition: Edition, project: Project, page_id: str) -> Iterator[tuple[Markup, list[Markup]]]:
    """The questions that a page lists, below the titles of its sections."""
    leaf = leaf_of(edition, page_id)
    text, tokens = expand(leaf, body_of((project.docs / leaf.page.path).read_text(encoding="utf-8")), COMPONENTS)
    writer = Writer(page_id, tokens, Links(leaf, {}).to)
    for _, blocks in _sections(read_markdown([text])[0][1:]):
        lists = [item for block in blocks if block["t"] == "BulletList" for item in block["c"]]
        asked = [writer.blocks(item) for item in lists if flat(item[0]["c"]).endswith("?")]
        if asked:
            yield writer.inlines(blocks[0]["c"][2]), asked


@dataclass(frozen=True)
class Links:
    """Links as Markdown writes them: to a file of the docs, to a file of the site, or away."""

    leaf: Leaf
    paths: Mapping[str, Page]

    def to(self, target: str, body: Markup) -> Markup:
        """A link with the words that it has."""
        parts = urlsplit(target)
        if parts.scheme:
            return call("away", target, body)
        path = posixpath.normpath(posixpath.join(posixpath.dirname(self.leaf.page.path), parts.path))
        if not parts.path or path in self.paths:
            page = self.paths[path] if parts.path else self.leaf.page
            return call("to", label_of(Address(page.id, parts.fragment)), body)
        return call("away", urljoin(f"{self.leaf.edition.site}{self.leaf.page.url}", target), body)


def head(chapter: Chapter, part: str, kicker: str, edition: Edition, *, breaks: bool = True) -> Markup:
    """The head of a chapter: title, for whom, when it was read, and the way to its current version.

    `breaks`: whether it begins a page.
    """
    front = chapter.page.front
    address = edition.url(Address(chapter.page.id))
    info = {
        "title": words(front.title),
        "part": words(part),
        "kicker": words(kicker),
        "breaks": breaks,
        "audience": words(front.audience.words),
        "reviewed": words(spelled(front.reviewed)),
        "due": words(spelled(front.review_due)),
        "page-label": label_of(Address(chapter.page.id)),
        "label": Label(f"{chapter.page.id}--{chapter.name}"),
        "address": address,
        "qr": code(address),
    }
    return call("chapter", info, chapter.title)
