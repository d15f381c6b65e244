"""Care cards: what a sign means for what to do, and how fast."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from markupsafe import Markup

from scripts.compiling.shows import filter_flags
from scripts.model.care import RedFlag
from scripts.model.knowledge import Address
from scripts.model.vocabulary import Urgency
from scripts.rendering.view import View

# One action for a heading of each urgency; the timing of each sign stands in its own action.
ACTIONS = {
    Urgency.EMERGENCY: "Get emergency help now if:",
    Urgency.URGENT: "Get help today if:",
    Urgency.SOON: "Ask to be seen soon if:",
    Urgency.ROUTINE: "Bring it up at your next appointment if:",
}

BOX_HEADING = "Get emergency help now for:"


@dataclass(frozen=True)
class Card:
    """Flags of one urgency; `lead` is the first sentence that most of their actions share, said once."""

    urgency: Urgency
    heading: str
    flags: tuple[RedFlag, ...]
    lead: str | None

    def rest(self, flag: RedFlag) -> str:
        """What a flag's action says beyond the lead."""
        return flag.action.removeprefix(self.lead).strip() if self.lead else flag.action


def red_flags(
    view: View,
    *,
    applies_to: str | None = None,
    urgency: str | None = None,
    context: str | None = None,
    brief: bool = False,
) -> Markup:
    """The red flags as care cards, the most urgent first; `brief`: only a short box for the head of a page."""
    flags = filter_flags(view.knowledge.red_flags.values(), applies_to, urgency, context, brief)
    if brief:
        everything = filter_flags(view.knowledge.red_flags.values(), urgency=Urgency.EMERGENCY)
        shown = tuple(flag for flag in flags if flag in everything)
        card = replace(card_of(Urgency.EMERGENCY, everything), flags=shown)
        return view.template("red_flag_box.html", card=card, heading=BOX_HEADING, home=_home(view))
    return view.template("care_cards.html", cards=cards_of(flags), anchors=_anchors(view, flags), level=2)


def care_card(view: View, *names: str, level: int = 3) -> Markup:
    """A care card for the named red flags, under a heading of `level`."""
    flags = [view.knowledge.red_flags[name] for name in names]
    return view.template("care_cards.html", cards=cards_of(flags), anchors=(), level=level)


def red_flag_evidence(view: View) -> Markup:
    """Every red flag with its basis, the claims behind it, and what other sources say."""
    flags = list(view.knowledge.red_flags.values())
    return view.template("red_flag_evidence.html", cards=cards_of(flags))


def cards_of(flags: Iterable[RedFlag]) -> list[Card]:
    """Flags as cards, one for each urgency, the most urgent first."""
    flags = list(flags)
    groups = [(urgency, [flag for flag in flags if flag.urgency is urgency]) for urgency in Urgency]
    return [card_of(urgency, group) for urgency, group in groups if group]


def card_of(urgency: Urgency, flags: Iterable[RedFlag]) -> Card:
    """Flags of one urgency as a card."""
    flags = tuple(flags)
    sentences = Counter(flag.action.partition(". ")[0].rstrip(".") + "." for flag in flags)
    lead, times = sentences.most_common(1)[0]
    return Card(urgency, ACTIONS[urgency], flags, lead if times > 2 else None)


def _anchors(view: View, flags: Iterable[RedFlag]) -> list[str]:
    """The flags that get their permanent anchor here: this page is their home, and it has not shown them yet."""
    here = [flag.id for flag in flags if view.knowledge.homes["red flag", flag.id].page == view.page.id]
    new = [name for name in here if name not in view.citations.anchors]
    view.citations.anchors.update(new)
    return new


def _home(view: View) -> str:
    first = next(iter(view.knowledge.red_flags))
    return view.url(Address(view.knowledge.homes["red flag", first].page))
