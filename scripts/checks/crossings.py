"""A page whose front matter names related pages shows them, once."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.compiling.compile import Compiled
from scripts.problems import Problem


def check(compiled: Compiled) -> Iterator[Problem]:
    """Problems `see-also`."""
    for file in compiled.files:
        front = file.page.front
        named = bool(front.related or front.plain_page or front.evidence_page)
        shown = sum(call.name == "see_also" for call in file.page.calls)
        if shown != named:
            place = file.raw.front.place("related")
            expected = "{{ see_also() }} once" if named else "none, since no page is named"
            yield place.problem("related", "see-also", f"{shown} lists of related pages", expected)
