"""Cards for other sites: what one says, and how it is laid out as a page and as a picture."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from scripts.compiling.learning import read_with
from scripts.model.care import RedFlag
from scripts.model.claim import Claim
from scripts.model.knowledge import Knowledge
from scripts.model.vocabulary import AppliesTo, BasisKind
from scripts.rendering.view import TEMPLATES

# One style for pages and pictures, so that one digest in the policy allows both.
STYLE = (
    ":root{color-scheme:light dark;--ink:#1b1b1b;--paper:#fff;--line:#767676;--link:#00534a}"
    "@media(prefers-color-scheme:dark){:root{--ink:#f1f1f1;--paper:#16181d;--line:#8b8b8b;--link:#6fd6c8}}"
    "body{margin:0;padding:12px 16px;font:16px/1.4 system-ui,sans-serif;color:var(--ink);background:var(--paper);"
    "overflow-wrap:anywhere}h1,p{margin:0 0 8px;font-size:14px}.says{font-size:17px;font-weight:600}"
    "footer{border-top:1px solid var(--line)}footer p{margin:8px 0 0}"
    "a{color:var(--link);display:inline-block;padding:4px 0}"
    "text{font:14px sans-serif;fill:var(--ink)}text.says{font:600 16px sans-serif}text.kind{font:700 13px sans-serif}"
    "text.small{font:12px sans-serif}.back{fill:var(--paper);stroke:var(--line)}"
)
# How a line of the picture looks: the height of a line (px), and how many letters surely fit into 288 px.
_LOOKS = {"kind": (18, 38), "says": (21, 30), "fact": (19, 35), "small": (16, 41)}
_MARGIN = 12  # px above the first line and below the last


@dataclass(frozen=True)
class EmbedCard:
    """What a card says: `says` is a claim or a sign; `facts` qualify it, each after a label; `link` leads back."""

    id: str
    kind: str
    title: str
    says: str
    facts: tuple[tuple[str, str], ...]
    link: str
    go: str
    small: str


@dataclass(frozen=True)
class Line:
    """A line of text in the picture; `y` is that of its letters' feet (px)."""

    text: str
    look: str
    y: int


def claim_card(knowledge: Knowledge, claim: Claim, link: str, small: str) -> EmbedCard:
    """A claim with all that qualifies it, and the claims without which it would mislead."""
    return EmbedCard(
        id=claim.id,
        kind="One claim, with its caveat",
        title=f"Claim {claim.id}",
        says=claim.statement,
        facts=tuple(_claim_facts(knowledge, claim)),
        link=link,
        go="This claim with its sources and figures",
        small=small,
    )


def _claim_facts(knowledge: Knowledge, claim: Claim) -> Iterator[tuple[str, str]]:
    people = f"; {claim.n:,} {'person' if claim.n == 1 else 'people'}" if claim.n else ""
    design = claim.design.words
    if claim.held:
        yield "Held for clinical review.", "Not for patients until a clinician has looked at it."
    if claim.inference:
        yield "Our inference:", claim.inference
    yield "", f"{design[0].upper()}{design[1:]}{people}; {claim.population.words}. Support: {claim.support.words}."
    yield "Caveat:", claim.caveat
    for other in (knowledge.claims[name] for name in read_with([claim.id], knowledge)):
        yield "Read with it:", f"{other.statement} Caveat: {other.caveat}"
    yield "Sources:", "; ".join(knowledge.sources[name].short for name in claim.sources) + "."


def flag_card(flag: RedFlag, link: str, small: str) -> EmbedCard:
    """A red flag with what to do, and whose timing it is."""
    return EmbedCard(
        id=flag.id,
        kind=f"{flag.urgency.words}: {flag.timeframe}",
        title=f"Warning sign: {flag.sign}",
        says=flag.sign,
        facts=tuple(_flag_facts(flag)),
        link=link,
        go="All warning signs, and what they rest on",
        small=small,
    )


def _flag_facts(flag: RedFlag) -> Iterator[tuple[str, str]]:
    yield "What to do:", flag.action
    if flag.applies_to is not AppliesTo.BOTH:
        yield "For:", f"{flag.applies_to.words}."
    if flag.basis_kind is BasisKind.PRECAUTION:
        yield "", "The timing is our own precaution: no source gives it."


def embedded_page(card: EmbedCard, policy: str) -> str:
    """The card as a page of its own, under `policy`."""
    return TEMPLATES.get_template("embed.html").render(card=card, style=STYLE, policy=policy) + "\n"


def embedded_picture(card: EmbedCard) -> str:
    """The card as a picture, 320 px wide, with the address where it leads."""
    lines = list(_lines(card))
    height = lines[-1].y + _MARGIN
    return TEMPLATES.get_template("embed.svg").render(card=card, style=STYLE, lines=lines, height=height) + "\n"


def _lines(card: EmbedCard) -> Iterator[Line]:
    parts = [("kind", card.kind), ("says", card.says), *(("fact", f"{label} {text}") for label, text in card.facts)]
    bottom = _MARGIN
    for look, text in (*parts, ("small", card.small), ("small", card.link)):
        step, letters = _LOOKS[look]
        for line in _wrapped(text.strip(), letters):
            bottom += step
            yield Line(line, look, bottom - 4)
        bottom += 6


def _wrapped(text: str, letters: int) -> Iterable[str]:
    return textwrap.wrap(text, letters, break_on_hyphens=True)
