"""What is published as data: the model's own values, each with where it stands on the site and what qualifies it."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from scripts.model.base import Slug, Text, Value
from scripts.model.care import Protocol, RedFlag
from scripts.model.claim import Claim, Measure
from scripts.model.document import DocumentReference, Question, Statement
from scripts.model.lasting import History
from scripts.model.page import FrontMatter
from scripts.model.pathway import Disposition, Head
from scripts.model.pathway import Question as PathwayQuestion
from scripts.model.source import Source
from scripts.model.term import Disagreement, Term
from scripts.model.vocabulary import Design, Population


class Placed(Value):
    """A thing with its lasting address."""

    permalink: Text
    """Its lasting address on the site."""


class Resting(Placed):
    """A thing that rests on claims."""

    held_claims: tuple[Slug, ...]
    """Those of its claims that are held for clinical review."""


class PublishedClaim(Claim, Placed):
    """A claim, with its place in the ledger and on the pages."""

    topic: Slug
    """Its topic in the ledger."""
    held_for_review: bool
    """Whether it is held for clinical review; then it is not for patients."""
    read_with: tuple[Slug, ...]
    """Ids of the claims without which it misleads: show them wherever it is shown."""
    used_on: tuple[Text, ...]
    """Addresses of the sections that use it."""
    history: History | None = None
    """Since which version it stands in the ledger, and what changed later; absent until a version has it."""


class PublishedMeasure(Measure, Placed):
    """A figure, with what a reader must know of its claim."""

    claim: Slug
    """The id of its claim."""
    place: int = Field(ge=1)
    """Which of the claim's measures it is, counted from 1."""
    people: Population
    """In whom: the population of its claim."""
    design: Design
    """The kind of study or document."""
    sources: tuple[Slug, ...]
    """Ids of the sources that it was read in."""
    caveat: Text
    """The caveat of its claim."""
    held_for_review: bool
    """Whether its claim is held for clinical review; then it is not for patients."""


class PublishedSource(Source, Placed):
    """A source, with its formatted reference and the claims that were read in it."""

    reference: Text
    """The reference in the site's own style, as HTML."""
    claims: tuple[Slug, ...]
    """Ids of the claims that were read in it."""


class PublishedRedFlag(RedFlag, Resting):
    """A red flag, with the address of its evidence."""

    evidence: Text
    """The address of all that it rests on."""


class PublishedProtocol(Protocol, Resting):
    """A home protocol, as its source tells it."""

    kind: Slug
    """The kind of protocol."""
    shown_to_patients: bool
    """Whether the site shows it to patients: it is not weak, and none of its claims is held."""


class PublishedQuestion(PathwayQuestion, Resting):
    """A question of a pathway."""

    number: Text
    """Its number in reading order."""
    owner: Slug
    """The id of the page that is about it."""


class PublishedDisposition(Disposition, Resting):
    """The end of a path."""

    letter: Text
    """Its letter in reading order."""
    owner: Slug
    """The id of the page that is about it."""


class PublishedPathway(Head, Placed):
    """A decision pathway whole; its questions and dispositions stand in reading order."""

    id: Slug
    """The id for ever."""
    page: Slug
    """The id of the page that shows it."""
    questions: tuple[PublishedQuestion, ...]
    """Its questions."""
    dispositions: tuple[PublishedDisposition, ...]
    """The ends of its paths."""


class PublishedTerm(Term, Resting):
    """A word of the field."""


class PublishedDisagreement(Disagreement, Resting):
    """A question on which sources differ."""


class PublishedStatement(Statement, Resting):
    """A statement of the source document."""

    kind: Literal["statement"]
    """What it is."""
    carried_by: tuple[Text, ...]
    """Addresses of the sections that carry it."""


class PublishedOpenQuestion(Question, Resting):
    """A question that the source document leaves open."""

    kind: Literal["question"]
    """What it is."""
    carried_by: tuple[Text, ...]
    """Addresses of the sections that answer it as far as that goes."""


class PublishedReference(DocumentReference, Placed):
    """A reference number of the source document."""

    source: Slug | None = None
    """The id of the source that probably stands behind it; absent where none was found."""


class PublishedSection(Placed):
    """A section of a page."""

    id: Slug
    """The id for ever."""
    title: Text
    """Its heading."""
    level: int = Field(ge=1, le=6)
    """The level of its heading."""


class PublishedPage(FrontMatter, Placed):
    """A page: its front matter (without what pathways hold), its sections and its words."""

    path: Text
    """The path of its file below the folder of pages."""
    sections: tuple[PublishedSection, ...]
    """Its sections in order."""
    sources: tuple[Slug, ...]
    """Ids of the sources that it cites, in order of first mention."""
    text: Text
    """Its words in Markdown; each call between double braces stands for what the data hold."""
