"""Care cards and the evidence behind them."""

from __future__ import annotations

from dataclasses import replace

from scripts.artefacts.book.leaf import Leaf
from scripts.artefacts.book.typst import Level, Markup, call, join, words
from scripts.compiling.shows import filter_flags
from scripts.model.care import RedFlag
from scripts.model.knowledge import Address
from scripts.model.vocabulary import AppliesTo, BasisKind, Urgency
from scripts.rendering.care import BOX_HEADING, Card, card_of, cards_of

PRECAUTION = "The timing is our own precaution."
LEAD = "Do this if any one of these is true, unless the sign says otherwise:"


def red_flags(
    leaf: Leaf,
    *,
    applies_to: str | None = None,
    urgency: str | None = None,
    context: str | None = None,
    brief: bool = False,
) -> Markup:
    """The red flags as care cards, the most urgent first; `brief`: the short box for the head of a page."""
    flags = filter_flags(leaf.knowledge.red_flags.values(), applies_to, urgency, context, brief)
    if brief:
        return box(leaf) if leaf.edition.boxed else Markup("")
    return _cards(leaf, flags, home=True)


def care_card(leaf: Leaf, *names: str, level: int = 3) -> Markup:
    """A care card for the named red flags."""
    return _cards(leaf, [leaf.knowledge.red_flags[name] for name in names], home=False)


def box(leaf: Leaf, level: int | None = None) -> Markup:
    """The short box for the head of a page, under a heading of `level` (left out: of the level that fits)."""
    flags = filter_flags(leaf.knowledge.red_flags.values(), brief=True)
    everything = filter_flags(leaf.knowledge.red_flags.values(), urgency=Urgency.EMERGENCY)
    card = replace(card_of(Urgency.EMERGENCY, everything), flags=tuple(flag for flag in flags if flag in everything))
    first = next(iter(leaf.knowledge.red_flags))
    more = leaf.to(Address(leaf.knowledge.homes["red flag", first].page), "All warning signs, and how fast to get help")
    signs = [words(flag.short) for flag in card.flags]
    options = {"lead": words(card.lead or ""), "more": more}
    return call("red-flag-box", level or Level(), card.urgency.words, words(BOX_HEADING), signs, **options)


def _cards(leaf: Leaf, flags: list[RedFlag], *, home: bool) -> Markup:
    cards = cards_of(flags)
    set_cards = [_card(leaf, card, home=home) for card in cards]
    notes = [_notes(leaf, card) for card in cards] if leaf.edition.noted else []
    return join([*set_cards, *notes], "\n\n")


def _notes(leaf: Leaf, card: Card) -> Markup:
    title = words(f"{card.urgency.words}: where these signs come from")
    return call("small-print", title, [_because(leaf, flag) for flag in card.flags])


def _card(leaf: Leaf, card: Card, *, home: bool) -> Markup:
    lead = join([call("strong", words(card.lead)), words(f" {LEAD}")]) if card.lead else None
    signs = [
        {"mark": _mark(leaf, flag, home=home), "body": sign(flag, card.rest(flag))}
        for flag in card.flags
    ]  # fmt: skip
    return call("care-card", Level(), card.urgency.value, card.urgency.words, words(card.heading), lead, signs)


def _mark(leaf: Leaf, flag: RedFlag, *, home: bool) -> dict[str, object]:
    return {"label": leaf.anchor("red flag", flag.id) if home else None, "index": f"flag:{flag.id}"}


def sign(flag: RedFlag, action: str) -> Markup:
    """A sign with whom it is for, what to do, and whether the timing is ours."""
    who = words(f" ({flag.applies_to.words})") if flag.applies_to is not AppliesTo.BOTH else ""
    ours = call("ours", words(f" {PRECAUTION}")) if flag.basis_kind is BasisKind.PRECAUTION else ""
    return join([call("strong", words(flag.sign)), who, words(f" {action}" if action else ""), ours])


def _because(leaf: Leaf, flag: RedFlag) -> Markup:
    """A sign's markers, what other sources say, and where all of its evidence stands."""
    shown = leaf.shown(flag.basis)
    ours = "No source gives this timing: it is our own precaution. " if flag.basis_kind is BasisKind.PRECAUTION else ""
    others = f"Other sources: {flag.disagreement} " if flag.disagreement and len(shown) == len(flag.basis) else ""
    evidence = leaf.to_home("red flag evidence", flag.id, "All the evidence for this sign")
    return join([words(flag.sign), leaf.marker(shown), words(f" {ours}{others}"), evidence])


def red_flag_evidence(leaf: Leaf) -> Markup:
    """Every red flag with its basis, the claims behind it, and what other sources say."""
    groups = []
    for card in cards_of(leaf.knowledge.red_flags.values()):
        groups.append(call("subheading", Level(), words(card.urgency.words)))
        groups += [_flag(leaf, flag) for flag in card.flags]
    return join(groups, "\n\n")


def _flag(leaf: Leaf, flag: RedFlag) -> Markup:
    who = flag.applies_to.words
    facts = f"{who[0].upper()}{who[1:]}; {flag.context.words}. {flag.urgency.words}, {flag.timeframe}. "
    claims = [leaf.knowledge.claims[name] for name in flag.basis]
    rests = [join([words(f"{claim.statement} ({claim.design.words}) "), leaf.entry(claim)]) for claim in claims]
    others = words(flag.disagreement) if flag.disagreement else None
    return call(
        "flag", leaf.anchor("red flag evidence", flag.id), f"flag:{flag.id}", words(flag.sign),
        words(f"{facts}Basis: {flag.basis_kind.words}."), words(flag.action), others, rests,
    )  # fmt: skip
