"""A page: its front matter, sections and the macro calls in it."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

from pydantic import Field, StringConstraints

from scripts.model.base import PATTERNS, Slug, StatementId, Text, Value
from scripts.model.pathway import Part
from scripts.model.picture import Label, Plot
from scripts.model.vocabulary import Audience, Form

# The theme writes titles and descriptions into attributes as they are.
_PLAIN = r'^[^"<>]*[^"<>\s][^"<>]*$'
PATTERNS[_PLAIN] = 'words without ", < or >'
Plain = Annotated[str, StringConstraints(pattern=_PLAIN)]


class CellFigure(Value):
    """A figure in a comparison: a measure of a claim, or a phrase of its statement."""

    claim: Slug
    phrase: Text | None = None
    outcome: Slug | None = None
    arm: Text | None = None
    timepoint: Text | None = None
    form: Form = Form.VALUE
    label: Text | None = None


class Cell(Value):
    """One cell of a comparison; `none_found` says that evidence was looked for and not found."""

    text: Text | None = None
    figures: tuple[CellFigure, ...] = ()
    claims: tuple[Slug, ...] = ()
    none_found: bool = False


class Criterion(Value):
    """What a comparison compares."""

    id: Slug
    label: Text


class Row(Value):
    """One technique in a comparison; `section` is the heading on the page that treats it."""

    id: Slug
    label: Text
    section: Slug
    cells: dict[Slug, Cell]


class Comparison(Value):
    """Techniques side by side."""

    id: Slug
    caption: Text
    criteria: tuple[Criterion, ...] = Field(min_length=1)
    rows: tuple[Row, ...] = Field(min_length=1)


class FrontMatter(Value):
    """The keys at the head of a page.

    `covers`: section id to the statements that it carries. `decision`: pathway id to the nodes that the page owns.
    `plots`, `anatomy`: what the pictures on the page show.
    """

    id: Slug
    """The id for ever."""
    title: Plain
    """The title."""
    description: Plain = Field(max_length=160)
    """What the page says, in one sentence."""
    audience: Audience
    """Whom it is written for."""
    reviewed: datetime.date
    """When the whole page was last read through."""
    review_due: datetime.date
    """When it must be read again."""
    related: tuple[Slug, ...] = ()
    """Ids of related pages."""
    plain_page: Slug | None = None
    """The id of its counterpart in plain language."""
    evidence_page: Slug | None = None
    """The id of its counterpart for clinicians."""
    covers: dict[Slug, tuple[StatementId, ...]] = Field(default_factory=dict)
    """For ids of sections, the statements of the source document that they carry."""
    comparison: Comparison | None = None
    """What the page compares."""
    plots: tuple[Plot, ...] = ()
    """What the plots on the page show."""
    anatomy: tuple[Label, ...] = ()
    """What the drawing on the page points at."""
    decision: dict[Slug, Part] = Field(default_factory=dict)
    """For ids of pathways, the questions and dispositions that the page owns."""
    hide: tuple[str, ...] = ()
    """Parts of the layout that the page leaves out."""


@dataclass(frozen=True)
class Section:
    """A heading of a page with its permanent id."""

    id: str
    title: str
    level: int
    line: int


@dataclass(frozen=True)
class MacroCall:
    """A macro call of a page: name, literal arguments, line, and the section and block it stands in."""

    name: str
    args: tuple[object, ...]
    options: Mapping[str, object]
    line: int
    section: str
    block: int


@dataclass(frozen=True)
class Page:
    """A page; `path` is relative to the docs folder, `url` to the site's root."""

    front: FrontMatter
    path: str
    url: str
    sections: tuple[Section, ...]
    calls: tuple[MacroCall, ...]

    @property
    def id(self) -> str:
        """The page's permanent id."""
        return self.front.id

    def plot(self, name: str) -> Plot | None:
        """The plot of that id in the page's own front matter."""
        return next((plot for plot in self.front.plots if plot.id == name), None)

    @property
    def for_patients(self) -> bool:
        """Whether the rules for patients' pages hold: on their own pages, and at the site's front door."""
        return self.front.audience is Audience.PATIENTS or not self.url
