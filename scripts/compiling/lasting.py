"""What was published, read; the present addresses; and the manifest that a release adds them to."""

from __future__ import annotations

import datetime

import yaml

from scripts.compiling.evidence import EvidenceReader
from scripts.compiling.uses import places
from scripts.compiling.validate import validate, validate_list
from scripts.model.knowledge import Knowledge
from scripts.model.lasting import Change, Forward, Lasting, Publication, Tombstone, address
from scripts.problems import shown
from scripts.project import Project

HEAD = """\
# Every address that was ever published, with the version that first had it: for each page, ids by kind.
# Written by `make release`, which adds and never removes; never by hand. What moved stands in forwards.yml.
"""
Thing = tuple[str, str]  # kind and id; of a section the id is page-id#section-id


def read_lasting(reader: EvidenceReader, project: Project) -> Lasting:
    """What was published, what became of it, and the changes of claims."""
    return Lasting(_publications(reader, project), _forwards(reader, project), _changes(reader, project))


def _publications(reader: EvidenceReader, project: Project) -> tuple[Publication, ...]:
    document = reader.document(project.addresses)
    found = []
    for value, key in validate_list(Publication, document, reader.problems) if document else ():
        reader.origins.add("publication", value.version, document, key)  # type: ignore[arg-type]
        found.append(value)
    if project.addresses.exists() and len(found) != len(getattr(document, "data", None) or ()):
        reader.origins.incomplete.add("address")
    return tuple(found)


def _forwards(reader: EvidenceReader, project: Project) -> tuple[Forward | Tombstone, ...]:
    document = reader.document(project.forwards)
    data = document.data if document else []
    found: list[Forward | Tombstone] = []
    if document and data is not None and not isinstance(data, list):
        reader.problems.add(document.place().problem("file", "wrong-type", shown(data), "a list of forwards"))
    for position, raw in enumerate(data if isinstance(data, list) else ()):
        model: type[Forward] | type[Tombstone] = Forward
        if isinstance(raw, dict) and "withdrawn" in raw:
            model = Tombstone
        value: Forward | Tombstone | None = validate(model, raw, document, (position,), reader.problems)  # type: ignore[arg-type]
        if value is not None:
            reader.origins.add("forward", str(len(found)), document, (position,))  # type: ignore[arg-type]
            found.append(value)
    if project.forwards.exists() and len(found) != len(data if isinstance(data, list) else ()):
        reader.origins.incomplete.add("forward")
    return tuple(found)


def _changes(reader: EvidenceReader, project: Project) -> tuple[tuple[str, tuple[Change, ...]], ...]:
    document = reader.document(project.history)
    if document is None or document.data is None:
        return ()
    if not isinstance(document.data, dict):
        expected = "claims, each with a list of changes"
        reader.problems.add(document.place().problem("file", "wrong-type", shown(document.data), expected))
        reader.origins.incomplete.add("change")
        return ()
    found: dict[str, tuple[Change, ...]] = {}
    for name, items in document.data.items():
        if not isinstance(items, list):
            reader.problems.add(document.place(name).problem(name, "wrong-type", shown(items), "a list of changes"))
            reader.origins.incomplete.add("change")
            continue
        values = [validate(Change, raw, document, (name, at), reader.problems) for at, raw in enumerate(items)]
        reader.origins.add("history", name, document, (name,))
        found[name] = tuple(value for value in values if value is not None)
        if None in values:
            reader.origins.incomplete.add("change")
    return tuple(found.items())


def present(knowledge: Knowledge) -> dict[Thing, tuple[str, ...]]:
    """For each thing that has an address, all of its present ones; its home comes first."""
    found: dict[Thing, tuple[str, ...]] = {}
    for thing, at in places(knowledge).items():
        found[thing] = tuple(address(knowledge.pages[place.page].url, place.anchor) for place in at)
    for page in knowledge.pages.values():
        for section in page.sections:
            found["section", f"{page.id}#{section.id}"] = (address(page.url, section.id),)
    return found


def published(publication: Publication, owners: dict[str, str]) -> list[tuple[Thing, str]]:
    """What a version published: each thing with its address; `owners` gathers the ids of pages by address."""
    owners.update({url: kinds["page"][0] for url, kinds in publication.pages.items() if kinds.get("page")})
    found = []
    for url, kind, name in publication.entries():
        identity = f"{owners.get(url, '')}#{name}" if kind == "section" else name
        found.append(((kind, identity), address(url, "" if kind == "page" else name)))
    return found


def all_published(lasting: Lasting) -> list[tuple[Publication, Thing, str]]:
    """Everything that was ever published, the oldest first."""
    owners: dict[str, str] = {}
    return [(item, thing, at) for item in lasting.publications for thing, at in published(item, owners)]


def write_addresses(project: Project, knowledge: Knowledge, version: str, day: datetime.date) -> int:
    """Add the present addresses that were not published yet to the manifest, as those of a version; their number."""
    known = {(thing, at) for _, thing, at in all_published(knowledge.lasting)}
    fresh = [(thing, at[0]) for thing, at in present(knowledge).items() if (thing, at[0]) not in known]
    pages: dict[str, dict[str, set[str]]] = {}
    for (kind, name), at in fresh:
        url, _, anchor = at.partition("#")
        pages.setdefault(url, {}).setdefault(kind, set()).add(anchor or name)
    rows = [item.model_dump(mode="json") for item in knowledge.lasting.publications]
    row = next((row for row in rows if row["version"] == version), None)
    if row is None and fresh:
        rows.append(row := {"version": version, "day": day.isoformat(), "pages": {}})
    for url, kinds in pages.items():
        for kind, names in kinds.items():
            held = row["pages"].setdefault(url, {}).setdefault(kind, [])  # type: ignore[index]
            held[:] = sorted(names.union(held))
    temporary = project.addresses.with_suffix(".part")
    text = yaml.safe_dump([{**row, "pages": _sorted(row["pages"])} for row in rows], sort_keys=False)
    temporary.write_text(f"{HEAD}\n{text}", encoding="utf-8")
    temporary.replace(project.addresses)
    return len(fresh)


def _sorted(pages: dict[str, dict[str, list[str]]]) -> dict[str, dict[str, list[str]]]:
    return {url: dict(sorted(kinds.items())) for url, kinds in sorted(pages.items())}
