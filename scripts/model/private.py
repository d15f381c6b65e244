"""Private links: addresses that do not tell what they lead to, one for every page and every card of a pathway."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from scripts.model.knowledge import Address, Knowledge

FOLDER = "s"  # below the site's root, in which the forwarding pages lie
_LABEL = "private link"
_LENGTH = 7  # of 32 signs each: among a thousand links two meet about once in seventy thousand sites


@dataclass(frozen=True)
class PrivateLink:
    """A link to `address`; `url`, below the site's root, is the same for ever and says nothing of it."""

    url: str
    names: tuple[str, ...]
    address: Address


def private_url(*names: str) -> str:
    """The private address of a page (its id), or of a card (its pathway's id and its own)."""
    digest = hashlib.sha256("\0".join((_LABEL, *names)).encode()).digest()
    return f"{FOLDER}/{base64.b32encode(digest)[:_LENGTH].decode().lower()}/"


def private_links(knowledge: Knowledge) -> Iterator[PrivateLink]:
    """Every private link of the site: those of the pages, then those of the cards."""
    for page in knowledge.pages:
        yield PrivateLink(private_url(page), (page,), Address(page))
    for pathway in knowledge.pathways.values():
        for card in pathway.dispositions:
            yield PrivateLink(private_url(pathway.id, card), (pathway.id, card), Address(pathway.page, card))
