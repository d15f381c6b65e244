"""The generator's configuration file: which pages its navigation names, and on which line."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.problems import Place, Problems
from scripts.reading.document import Document, Key
from scripts.reading.yaml import read_yaml


def read_navigation(text: str, path: str, problems: Problems) -> dict[str, Place]:
    """Each page path in `nav` (relative to the docs folder), with the place that names it."""
    document = read_yaml(text, path, problems, tags=True)
    if document is None or not isinstance(document.data, dict):
        return {}
    return dict(_pages(document, document.data.get("nav"), ("nav",)))


def _pages(document: Document, entry: object, key: Key) -> Iterator[tuple[str, Place]]:
    if isinstance(entry, str):
        yield entry, document.place(*key)
    elif isinstance(entry, list):
        for position, item in enumerate(entry):
            yield from _pages(document, item, (*key, position))
    elif isinstance(entry, dict):
        for name, item in entry.items():
            yield from _pages(document, item, (*key, name))
