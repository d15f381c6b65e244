"""What is published: the knowledge, where it stands on the site, and what qualifies it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from scripts.model.base import Value
from scripts.model.knowledge import Address, Knowledge

V = TypeVar("V", bound=Value)


@dataclass(frozen=True)
class Publishing:
    """What is published: the knowledge, the site's address, and for each page its Markdown and the sources it cites."""

    knowledge: Knowledge
    address: str
    texts: Mapping[str, str]
    cited: Mapping[str, tuple[str, ...]]

    def at(self, place: Address) -> str:
        """The whole address of a place on the site."""
        anchor = f"#{place.anchor}" if place.anchor else ""
        return f"{self.address}{self.knowledge.pages[place.page].url}{anchor}"

    def home(self, kind: str, name: str) -> str:
        """The permalink of a thing."""
        return self.at(self.knowledge.homes[kind, name])

    def held(self, names: Iterable[str]) -> tuple[str, ...]:
        """Those of the named claims that are held for clinical review."""
        return tuple(name for name in names if self.knowledge.claims[name].held)


def published(model: type[V], value: Value, **more: object) -> V:
    """A value of the model with what is published besides it."""
    return model.model_validate({**value.model_dump(by_alias=True), **more})
