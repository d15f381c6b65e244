"""The rules, one a file: each module's docstring is its rule, its `check` yields what breaks it."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from types import ModuleType

from scripts.compiling.compile import Compiled
from scripts.problems import Problem, Problems

OVERDUE = "review-overdue"
UNCHECKED = "not-checked"
WITHDRAWN = "withdrawn"
Check = Callable[[Compiled], Iterator[Problem]]


def rules() -> list[ModuleType]:
    """Every rule's module, in alphabetical order."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    modules = [importlib.import_module(f"{__name__}.{name}") for name in names]
    return [module for module in modules if hasattr(module, "check")]


def blocking_problems(compiled: Compiled) -> Problems:
    """The problems that stop the generator.

    Not overdue reviews, whose pages still tell the truth and say their dates; nor what waits to be recorded as
    checked, since an author must see a change before anybody can check it (`make site` does ask for the record).
    """
    return run_checks(compiled).without(OVERDUE).without(UNCHECKED)


def run_checks(compiled: Compiled) -> Problems:
    """The problems of compiling and of every rule, together."""
    return Problems([*compiled.problems, *(problem for found in by_rule(compiled) for problem in found)])


def by_rule(compiled: Compiled) -> Iterator[list[Problem]]:
    """The problems of one rule after another; nothing is called missing that could only not be read."""
    for module in rules():
        missed = compiled.origins.incomplete
        yield [item for item in module.check(compiled) if not _ABSENCES.get(item.rule, set()) & missed]


_PUBLISHED = {
    "page", "forward", "source", "claim", "red flag", "protocol", "term", "disagreement", "statement", "question",
}  # fmt: skip
# What a rule misses because files of these kinds could not be read is not missing.
_ABSENCES = {
    "uncited-source": {"claim"},
    "unknown-topic": {"claim"},
    "withdrawn": {"source", "claim", "red flag", "protocol", "page"},
    UNCHECKED: {"record"},
    "vanished-address": _PUBLISHED,
    "moved-address": _PUBLISHED,
    "forward-target": {"page", "forward"},
    "forward-unpublished": {"address"},
    "unexplained-change": {"change"},
    "not-in-navigation": {"navigation"},
    "not-listed": {"page"},
    "unsearched-red-flag": {"word group"},
    "uncovered-statement": {"page"},
    "unknown-node": {"page"},
    "unreached-node": {"page"},
    "decision-place": {"page"},
    "broken-link": {"page"},
    "broken-anchor": {"page"},
    "unknown-section": {"page"},
    "together": {"page"},
    "unfair-question": {"claim", "page", "red flag"},
    **{
        f"unknown-{kind.replace(' ', '-')}": {kind}
        for kind in ("source", "claim", "red flag", "protocol", "term", "disagreement", "statement", "page")
    },
}
