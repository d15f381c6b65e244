"""Numbered markers, and the list of references at a page's end that they point to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from scripts.model.cite import FOLDER, FORMS
from scripts.model.claim import Claim
from scripts.model.source import Source
from scripts.rendering.escape import inline
from scripts.rendering.view import View


def cite(view: View, *claims: str) -> Markup:
    """A marker for one or more claims: the numbers of their sources, each a link to its entry."""
    return marker(view, [view.knowledge.claims[name] for name in claims])


def marker(view: View, claims: Iterable[Claim]) -> Markup:
    """The marker's markup; nothing where no claim may be shown. A script opens the claims of the whole group."""
    claims = tuple(claims)
    if not claims:
        return Markup("")
    ordinal, numbers = view.citations.mark(claims)
    names = {number: name for name, number in view.citations.numbers.items()}
    links = Markup(", ").join(_link(number, view.knowledge.sources[names[number]]) for number in sorted(numbers))
    ids = " ".join(claim.id for claim in claims)
    held = Markup(' <span class="cite__held">held for review</span>') if any(claim.held for claim in claims) else ""
    form = Markup('<sup class="cite" id="cite-{}" data-claims="{}">&#91;{}&#93;{}</sup>')
    return form.format(ordinal, ids, links, held)


def _link(number: int, source: Source) -> Markup:
    label = inline(f"Source {number}: {source.short}")
    return Markup('<a href="#ref-{}" role="doc-noteref" aria-label="{}">{}</a>').format(number, label, number)


@dataclass(frozen=True)
class Entry:
    """One entry of the reference list: its claims stand under their first source, `also` under a later one."""

    number: int
    source: Source
    text: Markup
    uses: tuple[int, ...]
    claims: tuple[Claim, ...]
    also: tuple[Claim, ...]


def references(view: View) -> Markup:
    """The page's references, numbered in order of first use, each with its claims and links back to its uses."""
    return view.template("references.html", entries=_entries(view), folder=FOLDER, forms=FORMS)


def _entries(view: View) -> list[Entry]:
    cited = dict.fromkeys(name for mark in view.citations.marks for name in mark)
    claims = [view.knowledge.claims[name] for name in cited]
    entries = []
    for name, number in sorted(view.citations.numbers.items(), key=lambda item: item[1]):
        own = [claim for claim in claims if name in claim.sources]
        first = tuple(claim for claim in own if _first(view, claim) == number)
        uses = [n for n, mark in enumerate(view.citations.marks, 1) if any(claim.id in mark for claim in own)]
        also = tuple(claim for claim in own if claim not in first)
        source = view.knowledge.sources[name]
        entries.append(Entry(number, source, reference_text(view, name), tuple(uses), first, also))
    return entries


def _first(view: View, claim: Claim) -> int:
    return min(view.citations.numbers[name] for name in claim.sources)


def reference_text(view: View, name: str) -> Markup:
    """A source as the citation style formats it."""
    return Markup(view.knowledge.references[name])  # noqa: S704 - made by the citation processor, which escapes
