"""What a macro sees while one page is rendered: the knowledge, the page and the page's citations."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

import jinja2
from jinja2.sandbox import SandboxedEnvironment
from markupsafe import Markup

from scripts.model.claim import Claim
from scripts.model.knowledge import Address, Knowledge
from scripts.model.page import Page
from scripts.rendering.escape import block

TEMPLATES = SandboxedEnvironment(
    loader=jinja2.FileSystemLoader(Path(__file__).parent / "templates"),
    autoescape=True,
    undefined=jinja2.StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
TEMPLATES.filters["day"] = lambda day: f"{day.day} {day:%B %Y}"


def relative(target: str, base: str) -> str:
    """The way from one folder of the site to another, both below its root ("" for the root itself)."""
    path = posixpath.relpath(target or ".", base or ".")
    return "./" if path == "." else f"{path}/"


@dataclass
class Citations:
    """Numbers of sources, uses of claims in order, and anchors given, while one page is rendered."""

    numbers: dict[str, int] = field(default_factory=dict)
    marks: list[tuple[str, ...]] = field(default_factory=list)
    anchors: set[str] = field(default_factory=set)

    def mark(self, claims: Iterable[Claim]) -> tuple[int, list[int]]:
        """Note one more marker: its ordinal, and the numbers of its sources."""
        claims = tuple(claims)
        self.marks.append(tuple(claim.id for claim in claims))
        names = dict.fromkeys(name for claim in claims for name in claim.sources)
        return len(self.marks), [self.numbers.setdefault(name, len(self.numbers) + 1) for name in names]


@dataclass
class View:
    """One page being rendered; links are written relative to the address `base` (None: the page's own)."""

    knowledge: Knowledge
    page: Page
    base: str | None = None
    citations: Citations = field(default_factory=Citations)

    def url(self, address: Address) -> str:
        """The address of a place on the site, relative to the page being rendered."""
        target = self.knowledge.pages[address.page].url
        anchor = f"#{address.anchor}" if address.anchor else ""
        if target == self.page.url and anchor:
            return anchor
        return f"{self.path(target)}{anchor}"

    def path(self, target: str) -> str:
        """The address of a folder below the site's root, relative to the page being rendered."""
        return relative(target, self.page.url if self.base is None else self.base)

    def home(self, kind: str, name: str) -> str:
        """The address at which a thing is shown in full, relative to this page."""
        return self.url(self.knowledge.homes[kind, name])

    def shown(self, names: Iterable[str]) -> list[Claim]:
        """The claims that this page may show: patients see none that is held for clinical review."""
        return self.knowledge.permitted(names, self.page)

    def template(self, name: str, **values: object) -> Markup:
        """A template filled with `values` and this view, as a block of HTML."""
        return block(TEMPLATES.get_template(name).render(view=self, **values))
