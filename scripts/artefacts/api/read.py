"""The published data read back into the model, so that a page can be made from nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypeVar

from scripts.model.base import Value
from scripts.model.care import Protocol, RedFlag
from scripts.model.claim import Claim
from scripts.model.collections import FOLDER, KINDS
from scripts.model.document import DocumentReference, Question, SourceDocument, Statement
from scripts.model.envelope import Index
from scripts.model.knowledge import Address, Knowledge
from scripts.model.page import FrontMatter, Page, Section
from scripts.model.pathway import Disposition, Head, Pathway
from scripts.model.pathway import Question as PathwayQuestion
from scripts.model.published import PublishedPage, PublishedPathway
from scripts.model.source import Source
from scripts.model.term import Disagreement, Term

V = TypeVar("V", bound=Value)
# The kinds of things as the knowledge names them in its homes.
_KINDS = {
    "claims": "claim",
    "sources": "source",
    "red-flags": "red flag",
    "protocols": "protocol",
    "terms": "term",
    "disagreements": "disagreement",
    "statements": "statement",
    "pages": "page",
}


def knowledge_from(folder: Path) -> Knowledge:
    """The knowledge as the files below `folder` tell it; raises ValidationError where one has not its shape.

    Not published, so not here: the self-test, the words of the search, what was released, and the calls in pages.
    """
    index = Index.model_validate_json((folder / "index.json").read_text(encoding="utf-8"))
    root = index.permalink.removesuffix(f"{FOLDER}/index.json")
    items = {name: _items(folder, name) for name in KINDS}
    pages = {item.id: _page(item, root) for item in items["pages"]}
    at = {f"{root}{page.url}": page.id for page in pages.values()}
    claims = items["claims"]
    return Knowledge(
        sources={item.id: plain(Source, item) for item in items["sources"]},
        claims={item.id: plain(Claim, item) for item in claims},
        topics={topic: tuple(c.id for c in claims if c.topic == topic) for topic in _each(claims, "topic")},
        red_flags={item.id: plain(RedFlag, item) for item in items["red-flags"]},
        protocols={
            kind: tuple(plain(Protocol, row) for row in items["protocols"] if row.kind == kind)
            for kind in _each(items["protocols"], "kind")
        },
        together=(),
        document=_document(index, items),
        terms={item.id: plain(Term, item) for item in items["terms"]},
        disagreements={item.id: plain(Disagreement, item) for item in items["disagreements"]},
        pages=pages,
        pathways={item.id: _pathway(item) for item in items["pathways"]},
        uses={claim.id: tuple(_place(link, at) for link in claim.used_on) for claim in claims if claim.used_on},
        homes={thing: _place(link, at) for thing, link in _homes(items)},
        histories={claim.id: claim.history for claim in claims if claim.history},
        references={item.id: item.reference for item in items["sources"]},
    )


def plain(model: type[V], item: Value) -> V:
    """A published item as the value of the model that it was made from."""
    return model.model_validate(item.model_dump(by_alias=True, include=set(model.model_fields)))


def _items(folder: Path, name: str) -> tuple[Any, ...]:
    text = (folder / f"{name}.json").read_text(encoding="utf-8")
    return KINDS[name].shape.model_validate_json(text).items


def _each(items: tuple[Any, ...], field: str) -> dict[str, None]:
    return dict.fromkeys(getattr(item, field) for item in items)


def _place(link: str, at: dict[str, str]) -> Address:
    page, _, anchor = link.partition("#")
    return Address(at[page], anchor)


def _homes(items: dict[str, tuple[Any, ...]]) -> Iterator[tuple[tuple[str, str], str]]:
    for name, kind in _KINDS.items():
        yield from (((kind, item.id), item.permalink) for item in items[name])
    yield from ((("red flag evidence", flag.id), flag.evidence) for flag in items["red-flags"])
    for pathway in items["pathways"]:
        yield from ((("node", node.id), node.permalink) for node in (*pathway.questions, *pathway.dispositions))


def _page(item: PublishedPage, root: str) -> Page:
    sections = tuple(Section(section.id, section.title, section.level, 0) for section in item.sections)
    return Page(plain(FrontMatter, item), item.path, item.permalink.removeprefix(root), sections, ())


def _pathway(item: PublishedPathway) -> Pathway:
    questions = {node.id: plain(PathwayQuestion, node) for node in item.questions}
    dispositions = {node.id: plain(Disposition, node) for node in item.dispositions}
    owners = {node.id: node.owner for node in item.questions} | {node.id: node.owner for node in item.dispositions}
    return Pathway(item.id, plain(Head, item), item.page, questions, dispositions, owners)


def _document(index: Index, items: dict[str, tuple[Any, ...]]) -> SourceDocument | None:
    if index.document is None:
        return None
    return SourceDocument(
        document=index.document,
        references=tuple(plain(DocumentReference, item) for item in items["document-references"]),
        statements=tuple(plain(Statement, item) for item in items["statements"] if item.kind == "statement"),
        questions=tuple(plain(Question, item) for item in items["statements"] if item.kind == "question"),
    )
