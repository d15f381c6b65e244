"""Words and values as Typst source: what is text stays text, whatever signs it holds."""

from __future__ import annotations

import datetime
import html
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

_SIGNS = re.compile(r"[\\#$*_`<>@\[\]~=+\-/]|(?<=\d)\.(?=\s|$)")
# No font that the project ships has these; who needs them finds them on the site and at the source.
_JAPANESE = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]+(?:[ 、・]+[\u2e80-\u9fff]+)*")
JAPANESE = "[Japanese script]"
_UNIT = re.compile(r"(?<=\d) (?=(?:%|°C|mm|cm|mg|ml)(?!\w))")  # a figure stays on one line with its unit
_TAG = re.compile(r"<[^>]+>")


class Markup(str):
    """Typst markup; any other string is text."""

    __slots__ = ()


NEXT = "\ue002"  # stands in markup for the level of a heading below the one that it stands under


@dataclass(frozen=True)
class Level:
    """The level of a heading, `below` the first that fits where a component will stand."""

    below: int = 0


@dataclass(frozen=True)
class Label:
    """A place in the document that links can lead to."""

    name: str


def words(text: object) -> Markup:
    """Text as markup; a line break is a space."""
    shown = _UNIT.sub("\N{NO-BREAK SPACE}", _JAPANESE.sub(JAPANESE, str(text)).replace("\n", " "))
    return Markup(_SIGNS.sub(r"\\\g<0>", shown))


def plain(rendered: object) -> str:
    """What a macro of the site wrote, without its HTML."""
    return html.unescape(_TAG.sub("", str(rendered)))


def join(parts: Iterable[str], between: str = "") -> Markup:
    """Pieces of markup, one after the other."""
    return Markup(between.join(parts))


def call(name: str, *args: object, **options: object) -> Markup:
    """A call of a function of the templates, which ends where it ends, whatever follows."""
    given = [literal(value) for value in args]
    return Markup(f"#{name}({', '.join([*given, *filter(None, [arguments(options)])])});")


def arguments(options: Mapping[str, object]) -> str:
    """Named arguments of a call."""
    return ", ".join(f"{key.replace('_', '-')}: {literal(value)}" for key, value in options.items())


def literal(value: object) -> str:
    """A value in Typst's code: markup as content, other strings as strings."""
    if isinstance(value, Markup):
        return f"[{value}]"
    if isinstance(value, Label):
        return f"<{value.name}>"
    if isinstance(value, Level):
        return f"{NEXT} + {value.below}"
    if isinstance(value, str):
        return '"' + value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'
    if value is None or isinstance(value, bool):
        return {None: "none", True: "true", False: "false"}[value]
    if isinstance(value, int | float):
        return repr(value)
    if isinstance(value, datetime.date):
        return f"datetime(year: {value.year}, month: {value.month}, day: {value.day})"
    return _collection(value)


def _collection(value: object) -> str:
    if isinstance(value, Mapping):
        inner = ", ".join(f"{literal(str(key))}: {literal(item)}" for key, item in value.items())
        return f"({inner})" if value else "(:)"
    if isinstance(value, Iterable):
        items = [literal(item) for item in value]
        return f"({', '.join(items)}{',' if len(items) == 1 else ''})"
    raise TypeError(f"no Typst value for {type(value).__name__}")
