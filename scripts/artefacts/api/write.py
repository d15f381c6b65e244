"""The files of published data: each collection as JSON with its JSON Schema, some as CSV, and single items."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from scripts.artefacts.api.items import ITEMS
from scripts.artefacts.api.publishing import Publishing
from scripts.artefacts.api.table import table
from scripts.artefacts.book.expand import body_of
from scripts.artefacts.edition import Edition
from scripts.artefacts.metadata import LICENCE, Cited
from scripts.artefacts.pathways import CAUTION
from scripts.model.base import Value
from scripts.model.collections import FOLDER, KINDS, Kind
from scripts.model.envelope import CollectionFacts, Index
from scripts.model.knowledge import Knowledge
from scripts.project import Project

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def publishing(knowledge: Knowledge, project: Project, address: str, cited: Cited) -> Publishing:
    """What is published of a site at `address`, whose pages cite what `cited` says."""
    texts = {page.id: body_of((project.docs / page.path).read_text("utf-8")) for page in knowledge.pages.values()}
    names = {page: tuple(source.id for source in sources) for page, sources in cited.items()}
    return Publishing(knowledge, address, texts, names)


def write_api(to: Publishing, edition: Edition, site: Path) -> None:
    """Put every file of the published data into the site; the same bytes for the same knowledge."""
    (site / FOLDER).mkdir(parents=True)
    facts = tuple(_collection(to, edition, kind, site) for kind in KINDS.values())
    document = to.knowledge.document.document if to.knowledge.document else None
    index = Index.model_validate(
        {**_envelope(to, edition, "index", "index.json"), "title": edition.title, "collections": facts}
        | {"document": document}
    )
    _write(site / FOLDER / "index.json", _json(index))
    _write(site / FOLDER / "index.schema.json", _schema(to, "index", Index))


def _collection(to: Publishing, edition: Edition, kind: Kind, site: Path) -> CollectionFacts:
    """Write one collection; what the index says of it."""
    folder, items = site / FOLDER, tuple(ITEMS[kind.name](to))
    _write(folder / f"{kind.name}.json", _json(_file(to, edition, kind, f"{kind.name}.json", items)))
    _write(folder / f"{kind.name}.schema.json", _schema(to, kind.name, kind.shape))
    if kind.table:
        _write(folder / f"{kind.name}.csv", table(kind.models[0], items))
    if kind.single:
        (folder / kind.name).mkdir()
        for item in items:
            name = f"{kind.name}/{item.id}.json"  # type: ignore[attr-defined]
            _write(folder / name, _json(_file(to, edition, kind, name, (item,))))
    at = f"{to.address}{FOLDER}/{kind.name}"
    return CollectionFacts.model_validate(
        {
            "name": kind.name,
            "title": kind.title,
            "count": len(items),
            "json": f"{at}.json",
            "schema": f"{at}.schema.json",
            "csv": f"{at}.csv" if kind.table else None,
            "item": f"{at}/{{id}}.json" if kind.single else None,
        }
    )


def _file(to: Publishing, edition: Edition, kind: Kind, name: str, items: Sequence[Value]) -> Value:
    return kind.shape.model_validate({**_envelope(to, edition, kind.name, name), "items": tuple(items)})


def _envelope(to: Publishing, edition: Edition, kind: str, name: str) -> dict[str, str]:
    return {
        "$schema": f"{to.address}{FOLDER}/{kind}.schema.json",
        "api": "v1",
        "version": edition.version,
        "permalink": f"{to.address}{FOLDER}/{name}",
        "licence": "CC BY 4.0",
        "licence_url": LICENCE,
        "attribution": ", ".join(edition.authors),
        "caveat": CAUTION,
    }


def _json(value: Value) -> str:
    return value.model_dump_json(by_alias=True, exclude_none=True, indent=1) + "\n"


def _schema(to: Publishing, name: str, model: type[Value]) -> str:
    head = {"$schema": DIALECT, "$id": f"{to.address}{FOLDER}/{name}.schema.json"}
    return json.dumps({**head, **model.model_json_schema(), "title": name}, indent=1, ensure_ascii=False) + "\n"


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="")
