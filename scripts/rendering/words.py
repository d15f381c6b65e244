"""Links, terms, counts and cards inside prose."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from markupsafe import Markup

from scripts.model.claim import Claim
from scripts.model.knowledge import Address, Knowledge
from scripts.rendering.escape import inline
from scripts.rendering.view import View


def link(view: View, page: str, section: str = "", *, text: str | None = None) -> Markup:
    """A link to a page, or to a section of it, in the words of its title or in `text`."""
    target = view.knowledge.pages[page]
    titles = {item.id: item.title for item in target.sections}
    words = text or titles.get(section) or target.front.title
    return Markup('<a href="{}">{}</a>').format(view.url(Address(page, section)), inline(words))


def see_also(view: View) -> Markup:
    """The pages that the front matter names: the counterpart in the other register, and related ones."""
    front = view.page.front
    crossings = [("In plain language", front.plain_page), ("The evidence behind this page", front.evidence_page)]
    rows = [(label, [name]) for label, name in crossings if name]
    if front.related:
        rows.append(("Related", list(front.related)))
    return view.template("see_also.html", rows=rows)


def claim_link(view: View, name: str, text: str) -> Markup:
    """A link to a claim in the ledger, without citing it."""
    return Markup('<a href="{}">{}</a>').format(view.home("claim", name), inline(text))


def term(view: View, name: str, text: str | None = None) -> Markup:
    """A word that the glossary explains, as a link to its entry."""
    entry = view.knowledge.terms[name]
    return Markup('<a class="term" href="{}">{}</a>').format(view.home("term", name), inline(text or entry.term))


def glossary(view: View) -> Markup:
    """Every term in alphabetical order, in plain words."""
    return view.template("glossary.html", terms=sorted(view.knowledge.terms.values(), key=lambda t: t.term.lower()))


def disagreement(view: View, name: str) -> Markup:
    """A card on which sources disagree: who says what, on what evidence, and how this site reads it."""
    return view.template("disagreement.html", card=view.knowledge.disagreements[name], evidence=evidence_of)


def evidence_of(claims: Iterable[Claim]) -> list[str]:
    """What a position rests on, each kind once: "randomised trial, 49 people"."""
    kinds = []
    for claim in claims:
        size = f", {claim.n} {'person' if claim.n == 1 else 'people'}" if claim.n else ""
        kinds.append(f"{claim.design.words}{size}{', held for clinical review' if claim.held else ''}")
    return list(dict.fromkeys(kinds))


def count(view: View, what: str) -> str:
    """How many of something the site holds, so that the number in a sentence can't drift."""
    return f"{COUNTED[what](view.knowledge):,}"


# What `count` can count.
COUNTED: dict[str, Callable[[Knowledge], int]] = {
    "claims": lambda knowledge: len(knowledge.claims),
    "sources": lambda knowledge: len(knowledge.sources),
    "measures": lambda knowledge: sum(len(claim.measures) for claim in knowledge.claims.values()),
    "held": lambda knowledge: sum(claim.held for claim in knowledge.claims.values()),
    "red-flags": lambda knowledge: len(knowledge.red_flags),
    "protocols": lambda knowledge: len(knowledge.protocol_rows),
    "statements": lambda knowledge: len(knowledge.document.statements) if knowledge.document else 0,
    "questions": lambda knowledge: len(knowledge.document.questions) if knowledge.document else 0,
    "terms": lambda knowledge: len(knowledge.terms),
    "disagreements": lambda knowledge: len(knowledge.disagreements),
    "pages": lambda knowledge: len(knowledge.pages),
    "self-test": lambda knowledge: len(knowledge.self_test),
}
