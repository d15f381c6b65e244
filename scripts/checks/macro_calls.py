"""Every macro call names a macro that exists, fits its arguments, and names things that exist."""

from __future__ import annotations

import functools
import inspect
from collections.abc import Collection, Iterable, Iterator

from scripts.checks.support import anchors, calls, unknown
from scripts.compiling.compile import Compiled
from scripts.model.collections import KINDS
from scripts.model.page import MacroCall
from scripts.model.vocabulary import FLAGGED, AppliesTo, Audience, Context, Form
from scripts.problems import Place, Problem
from scripts.rendering.index import INDEXED
from scripts.rendering.registry import MACROS
from scripts.rendering.words import COUNTED

_VOCABULARIES: dict[str, Iterable[str]] = {
    "applies_to": AppliesTo, "urgency": FLAGGED, "context": Context, "form": Form,
}  # fmt: skip

# Ids stand first and unnamed, so that what a call shows is read from one place.
_IDS = frozenset({"name", "audience", "claim", "page", "section", "topic", "kind", "what"})

# Which of a call's arguments name what.
_ALL, _FIRST, _REST = slice(None), slice(1), slice(1, None)
_NAMES: dict[str, tuple[tuple[str, slice], ...]] = {
    "card_link": (("claim", _FIRST),),
    "care_card": (("red flag", _ALL),),
    "cite": (("claim", _ALL),),
    "claim": (("claim", _FIRST),),
    "claim_link": (("claim", _FIRST),),
    "count": (("count", _FIRST),),
    "data_dictionary": (("collection", _FIRST),),
    "dilator_sizes": (("claim", _ALL),),
    "disagreement": (("disagreement", _FIRST),),
    "downloads": (("audience", _FIRST),),
    "figure": (("claim", _FIRST),),
    "index_of": (("index", _FIRST),),
    "ledger": (("topic", _FIRST),),
    "link": (("page", _FIRST), ("section", _REST)),
    "pathway": (("pathway", _FIRST),),
    "pathway_drawing": (("pathway", _FIRST),),
    "pictograph": (("claim", _FIRST),),
    "protocol_timeline": (("protocol table", _FIRST),),
    "protocols": (("protocol table", _FIRST), ("protocol", _REST)),
    "self_test": (("topic", _FIRST),),
    "term": (("term", _FIRST),),
    "trace": (("statement", _ALL),),
}
_Known = dict[str, Collection[str]]


def check(compiled: Compiled) -> Iterator[Problem]:
    """Problems `unknown-macro`, `macro-arguments`, `vocabulary` and `unknown-...`."""
    existing = _existing(compiled)
    for file, call, place in calls(compiled):
        if call.name not in MACROS:
            yield from unknown(compiled, "macro", [call.name], MACROS, place, call.name)
        elif fault := _misfit(call):
            yield place.problem(call.name, "macro-arguments", fault, str(_signature(call.name)))
        else:
            yield from _vocabulary(call, place)
            for kind, names, known in _named(compiled, call, existing):
                yield from unknown(compiled, kind, names, known, place, call.name)
            comparison = file.page.front.comparison
            if call.name == "compare" and (comparison is None or comparison.id != call.args[0]):
                expected = "the id of the comparison in the page's front matter"
                yield place.problem(call.name, "unknown-comparison", repr(call.args[0]), expected)


@functools.cache
def _signature(name: str) -> inspect.Signature:
    """The arguments of a macro as a page gives them, without the view."""
    whole = inspect.signature(MACROS[name], eval_str=True)
    return whole.replace(parameters=list(whole.parameters.values())[1:], return_annotation=inspect.Signature.empty)


def _misfit(call: MacroCall) -> str | None:
    try:
        _signature(call.name).bind(*call.args, **call.options)
    except TypeError as error:
        return str(error)
    if named := [name for name in call.options if name in _IDS]:
        return f"an id given as '{named[0]}='"
    if any(not isinstance(argument, str) for argument in call.args):
        return "an argument that is not text"
    needs_name = {"cite", "care_card", "figure", "claim", "dilator_sizes"}
    if call.name in needs_name and not call.args:
        return "no id"
    return None


def _vocabulary(call: MacroCall, place: Place) -> Iterator[Problem]:
    for option, vocabulary in _VOCABULARIES.items():
        value = call.options.get(option)
        if value is not None and value not in list(vocabulary):
            words = ", ".join(f"'{word}'" for word in vocabulary)
            yield place.problem(f"{call.name}.{option}", "vocabulary", repr(value), f"one of {words}")


def _named(
    compiled: Compiled, call: MacroCall, known: _Known
) -> Iterator[tuple[str, tuple[object, ...], Collection[str]]]:
    """The things that a call names: (kind, names, the names that exist)."""
    for kind, part in _NAMES.get(call.name, ()):
        yield kind, call.args[part], _sections(compiled, call.args) if kind == "section" else known[kind]


def _existing(compiled: Compiled) -> _Known:
    """The names of each kind of thing that a call can name."""
    knowledge = compiled.knowledge
    return {
        "audience": list(Audience),
        "claim": knowledge.claims,
        "collection": KINDS,
        "count": COUNTED,
        "disagreement": knowledge.disagreements,
        "index": INDEXED,
        "page": knowledge.pages,
        "pathway": knowledge.pathways,
        "protocol": {row.id for row in knowledge.protocol_rows},
        "protocol table": knowledge.protocols,
        "red flag": knowledge.red_flags,
        "statement": {item.id for item in knowledge.statements},
        "term": knowledge.terms,
        "topic": knowledge.topics,
    }


def _sections(compiled: Compiled, link: tuple[object, ...]) -> set[str]:
    """The anchors on the page that a link names; anything goes where the page itself is unknown."""
    target = compiled.knowledge.pages.get(str(link[0])) if link else None
    return {"", *anchors(compiled, target)} if target else {str(name) for name in link[1:]}
