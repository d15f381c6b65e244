"""The evidence folder, read and compiled into values."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from scripts.compiling.origins import Origins
from scripts.compiling.validate import validate, validate_list
from scripts.model.base import Value
from scripts.model.care import Protocol, RedFlag
from scripts.model.claim import Claim
from scripts.model.document import SourceDocument
from scripts.model.learning import CaseItem, FigureItem, Item, MatchItem, OrderItem, Release, StatementItem, WordsItem
from scripts.model.search import WordGroup
from scripts.model.source import Source
from scripts.model.term import Disagreement, Term
from scripts.problems import Problems, shown
from scripts.project import Project
from scripts.reading.document import Document
from scripts.reading.json import read_json
from scripts.reading.kept import kept
from scripts.reading.text import read_text
from scripts.reading.yaml import read_yaml

V = TypeVar("V", bound=Value)


@dataclass
class Evidence:
    """The compiled evidence, in the order of the files."""

    sources: dict[str, Source] = field(default_factory=dict)
    claims: dict[str, Claim] = field(default_factory=dict)
    topics: dict[str, tuple[str, ...]] = field(default_factory=dict)
    red_flags: dict[str, RedFlag] = field(default_factory=dict)
    protocols: dict[str, tuple[Protocol, ...]] = field(default_factory=dict)
    together: tuple[tuple[str, ...], ...] = ()
    document: SourceDocument | None = None
    terms: dict[str, Term] = field(default_factory=dict)
    disagreements: dict[str, Disagreement] = field(default_factory=dict)
    search_words: dict[str, WordGroup] = field(default_factory=dict)
    self_test: dict[str, Item] = field(default_factory=dict)
    released: Release | None = None


class EvidenceReader:
    """Reads one evidence folder; problems and origins gather as it goes."""

    def __init__(self, project: Project, problems: Problems, origins: Origins) -> None:
        self.project, self.problems, self.origins = project, problems, origins

    def read(self) -> Evidence:
        """Everything in the folder; what is faulty is left out and named in the problems."""
        folder = self.project.evidence
        evidence = Evidence(
            sources=self.items("source", Source, folder / "sources.json"),
            red_flags=self.items("red flag", RedFlag, folder / "red-flags.yml"),
            terms=self.items("term", Term, folder / "glossary.yml"),
            disagreements=self.items("disagreement", Disagreement, folder / "disagreements.yml"),
            search_words=self.items("word group", WordGroup, folder / "search-words.yml"),
            together=self.together(folder / "together.yml"),
            document=self.source_document(folder / "source-document.yml"),
            self_test=self.self_test(folder / "self-test"),
            released=self.release(self.project.released),
        )
        for path in sorted((folder / "claims").glob("*.yml")):
            claims = self.items("claim", Claim, path)
            evidence.topics[path.stem] = tuple(claims)
            evidence.claims.update(claims)
        for path in sorted((folder / "protocols").glob("*.yml")):
            evidence.protocols[path.stem] = tuple(self.items("protocol", Protocol, path).values())
        return evidence

    def document(self, path: Path) -> Document | None:
        """The raw document at `path`; a missing file is an empty part of the knowledge."""
        if not path.exists():
            return None
        name = self.project.name(path)
        text = read_text(path, name, self.problems)
        if text is None:
            return None
        return _read(text, name, self.problems)

    def items(self, kind: str, model: type[V], path: Path) -> dict[str, V]:
        """The values of a list file by id; ids of one kind are unique across files."""
        document = self.document(path)
        found: dict[str, V] = {}
        if path.exists() and not (document and isinstance(document.data, list)):
            self.origins.incomplete.add(kind)
        if document is None:
            return found
        self.origins.faulty |= {(kind, name) for name in _ids(document)}
        for value, key in validate_list(model, document, self.problems):
            name: str = value.id  # type: ignore[attr-defined]
            if problem := self.origins.add(kind, name, document, key):
                self.problems.add(problem)
            else:
                self.origins.faulty.discard((kind, name))
                found[name] = value
        return found

    def together(self, path: Path) -> tuple[tuple[str, ...], ...]:
        """Groups of claims that must stand together."""
        document = self.document(path)
        if document is None:
            return ()
        if not isinstance(document.data, list):
            self.problems.add(document.place().problem("file", "wrong-type", shown(document.data), "a list of groups"))
            return ()
        groups: list[tuple[str, ...]] = []
        for position, group in enumerate(document.data):
            if isinstance(group, list) and len(group) > 1 and all(isinstance(item, str) for item in group):
                self.origins.add("together", str(len(groups)), document, (position,))
                groups.append(tuple(group))
            else:
                place = document.place(position)
                self.problems.add(place.problem(str(position), "wrong-type", shown(group), "a list of claim ids"))
        return tuple(groups)

    def self_test(self, folder: Path) -> dict[str, Item]:
        """The questions for trainees, one kind of them a file."""
        return {
            **self.items("question", StatementItem, folder / "statements.yml"),
            **self.items("question", FigureItem, folder / "figures.yml"),
            **self.items("question", WordsItem, folder / "words.yml"),
            **self.items("question", MatchItem, folder / "matches.yml"),
            **self.items("question", OrderItem, folder / "orders.yml"),
            **self.items("question", CaseItem, folder / "cases.yml"),
        }

    def release(self, path: Path) -> Release | None:
        """The claims as they stood at the last release, where there was one."""
        document = self.document(path)
        return validate(Release, document.data, document, (), self.problems) if document else None

    def source_document(self, path: Path) -> SourceDocument | None:
        """The source document with its statements and questions."""
        document = self.document(path)
        value = validate(SourceDocument, document.data, document, (), self.problems) if document else None
        if value is None and path.exists():
            self.origins.incomplete.add("statement")
        if document is None:
            return None
        for part in ("statements", "questions"):
            for position, item in enumerate(getattr(value, part, ())):
                if problem := self.origins.add("statement", item.id, document, (part, position)):
                    self.problems.add(problem)
        return value


@kept
def _read(text: str, path: str, problems: Problems) -> Document | None:
    return (read_json if path.endswith(".json") else read_yaml)(text, path, problems)


def _ids(document: Document) -> set[str]:
    items = document.data if isinstance(document.data, list) else []
    return {str(item["id"]) for item in items if isinstance(item, dict) and "id" in item}
