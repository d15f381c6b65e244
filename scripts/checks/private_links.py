"""No two private links have the same address."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.compiling.compile import Compiled
from scripts.model.private import PrivateLink, private_links
from scripts.problems import Problem


def check(compiled: Compiled) -> Iterator[Problem]:
    """Problems `private-link`."""
    places = {file.page.id: file.raw.front.place("id") for file in compiled.files}
    first: dict[str, PrivateLink] = {}
    for link in private_links(compiled.knowledge):
        other = first.setdefault(link.url, link)
        if other is not link:
            place, found = places[link.address.page], f"'{link.url}' also leads to '{'#'.join(other.names)}'"
            yield place.problem("#".join(link.names), "private-link", found, "another id, whose link is free")
