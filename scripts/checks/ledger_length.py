"""A page of the ledger stays within what a page may weigh: a topic that grew too long is split by its author."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.compiling.compile import Compiled
from scripts.compiling.pages import PageFile
from scripts.problems import Place, Problem

BUDGET = 100_000  # bytes as sent, of a page with what it asks for (tests/site/test_budget.py measures the real ones)
_FRAME = 41_000  # the styles, the script and the rest of the page
_SHARE = 0.45  # of the characters of a claim's data, what its place in the ledger adds


def check(compiled: Compiled) -> Iterator[Problem]:
    """Problems `ledger-too-long`."""
    for file in compiled.files:
        claims = list(_listed(compiled, file))
        data = sum(len(compiled.knowledge.claims[name].model_dump_json(exclude_defaults=True)) for name in claims)
        weight = round(_FRAME + _SHARE * data)
        if claims and weight > BUDGET:
            found = f"{len(claims)} claims, about {weight / 1000:.0f} KB to fetch"
            line = next(call.line for call in file.page.calls if call.name == "ledger")
            expected = f"at most {BUDGET // 1000} KB: split the topic"
            yield Place(file.raw.path, line).problem("ledger", "ledger-too-long", found, expected)


def _listed(compiled: Compiled, file: PageFile) -> Iterator[str]:
    for call in file.page.calls:
        if call.name == "ledger":
            yield from (name for topic in call.args for name in compiled.knowledge.topics.get(str(topic), ()))
