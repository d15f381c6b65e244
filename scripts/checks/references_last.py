"""A page that cites ends with one list of references, after everything that cites."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.compiling.compile import Compiled
from scripts.compiling.shows import claims_of
from scripts.problems import Place, Problem

_LINKED = {"self_test"}  # its answers lead to their claims in the ledger, and have no numbered markers


def check(compiled: Compiled) -> Iterator[Problem]:
    """Problems `references`."""
    for file in compiled.files:
        calls = [call for call in file.page.calls if call.name not in _LINKED]
        citing = [call for call in calls if any(claims_of(call, file.page, compiled.knowledge))]
        lists = [call for call in file.page.calls if call.name == "references"]
        if citing and len(lists) != 1:
            place = Place(file.raw.path, citing[-1].line)
            yield place.problem("references", "references", f"{len(lists)} lists of references", "one, at the end")
        elif citing and file.page.calls.index(citing[-1]) > file.page.calls.index(lists[0]):
            place = Place(file.raw.path, citing[-1].line)
            yield place.problem(citing[-1].name, "references", "a citation after the list of references", "it before")
