"""YAML to a raw document: safe, with line numbers, and stricter than YAML itself.

Read from parser events, so that nothing is ever constructed from a tag, aliases (the means of a "YAML bomb")
are refused before they could multiply, and a duplicate key is a problem instead of a silent overwrite.
Scalars follow the YAML 1.2 core schema: `no`, `on` and `12:30` are strings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml

from scripts.problems import Problem, Problems
from scripts.reading.document import Document, Key, dotted

DEEPEST = 20
# Longer numbers than people write stay text: Python refuses some of them, and others would become infinite.
_INTEGER = re.compile(r"[-+]?(0|[1-9][0-9]{0,17})")
_NUMBER = re.compile(r"[-+]?(0|[1-9][0-9]{0,17})(\.[0-9]{1,30})?([eE][-+]?[0-9]{1,2})?")
_WORDS: dict[str, object] = {"": None, "null": None, "~": None, "true": True, "false": False}


class _TooDeepError(Exception):
    pass


def read_yaml(text: str, path: str, problems: Problems, first_line: int = 1, tags: bool = False) -> Document | None:
    """The document in `text`, or None where it cannot be read.

    `first_line`: the line of `path` on which `text` starts. `tags`: pass over tags (the generator's own
    configuration uses them) instead of refusing them.
    """
    builder = _Builder(path, problems, first_line, tags)
    try:
        events = yaml.parse(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
        data = builder.stream(events)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = first_line + (mark.line if mark else 0)
        problems.add(Problem(path, line, "file", "yaml-syntax", error.problem or "broken YAML", "valid YAML"))
        return None
    except yaml.YAMLError as error:  # unprintable characters carry no mark
        problems.add(Problem(path, first_line, "file", "yaml-syntax", str(error).split("\n")[0], "valid YAML"))
        return None
    except _TooDeepError:
        return None
    return Document(path, data, builder.lines)


class _Builder:
    def __init__(self, path: str, problems: Problems, first_line: int, tags: bool) -> None:
        self.path, self.problems, self.first_line, self.tags = path, problems, first_line, tags
        self.lines: dict[Key, int] = {}

    def line(self, event: yaml.Event) -> int:
        return self.first_line + (event.start_mark.line if event.start_mark else 0)

    def problem(self, event: yaml.Event, key: Key, rule: str, found: str, expected: str) -> None:
        self.problems.add(Problem(self.path, self.line(event), dotted(key), rule, found, expected))

    def stream(self, events: Iterator[yaml.Event]) -> object:
        documents = 0
        data: object = None
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self.problem(event, (), "yaml-syntax", "a second document", "one document in a file")
            elif isinstance(event, (yaml.ScalarEvent, yaml.CollectionStartEvent, yaml.AliasEvent)):
                data = self.value(event, events, ())
        return data

    def value(self, event: yaml.Event, events: Iterator[yaml.Event], key: Key) -> object:
        self.lines.setdefault(key, self.line(event))
        self.refuse(event, key)
        if isinstance(event, yaml.MappingStartEvent):
            return self.mapping(events, key)
        if isinstance(event, yaml.SequenceStartEvent):
            return self.sequence(events, key)
        return _scalar(event) if isinstance(event, yaml.ScalarEvent) else None

    def refuse(self, event: yaml.Event, key: Key) -> None:
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            self.problem(event, key, "yaml-alias", "an anchor or alias", "the value written out")
        if (tag := getattr(event, "tag", None)) and tag != "!" and not self.tags:
            self.problem(event, key, "yaml-tag", f"the tag {tag}", "plain data without tags")
        if len(key) > DEEPEST:
            self.problem(event, key[:3], "yaml-depth", f"more than {DEEPEST} levels", f"at most {DEEPEST}")
            raise _TooDeepError

    def sequence(self, events: Iterator[yaml.Event], key: Key) -> list[object]:
        items: list[object] = []
        while not isinstance(event := next(events), yaml.SequenceEndEvent):
            items.append(self.value(event, events, (*key, len(items))))
        return items

    def mapping(self, events: Iterator[yaml.Event], key: Key) -> dict[str, object]:
        items: dict[str, object] = {}
        while not isinstance(event := next(events), yaml.MappingEndEvent):
            if not isinstance(event, yaml.ScalarEvent):
                self.problem(event, key, "yaml-syntax", "a key that is not plain text", "a name as key")
                self.value(event, events, (*key, "?"))
                self.value(next(events), events, (*key, "?"))
                continue
            name = event.value
            self.refuse(event, (*key, name))
            if name in items:
                self.problem(event, (*key, name), "duplicate-key", f"'{name}' a second time", "each key once")
                self.value(next(events), events, (*key, f"{name} (again)"))
                continue
            self.lines[(*key, name)] = self.line(event)
            items[name] = self.value(next(events), events, (*key, name))
        return items


def _scalar(event: yaml.ScalarEvent) -> object:
    text = event.value
    if event.style:  # quoted or block text is text
        return text
    if text in _WORDS:
        return _WORDS[text]
    if _INTEGER.fullmatch(text):
        return int(text)
    return float(text) if _NUMBER.fullmatch(text) else text
