"""What the search in the browser knows: two scripts in assets/, each handing its data to `siteSearch.add`.

Two, so that the first answers come soon over a slow line: what patients look for, then the evidence. Scripts and not
JSON, because a site that is opened from a folder may not fetch files.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable
from pathlib import Path

from scripts.artefacts.sections import BuiltSection, read_sections
from scripts.model.care import RedFlag
from scripts.model.knowledge import Knowledge
from scripts.model.page import Page
from scripts.model.vocabulary import AppliesTo, Audience

FIRST, SECOND = "assets/search/patients.js", "assets/search/evidence.js"
FURNITURE = frozenset({"see-also", "references", "in-the-decision"})  # sections that stand on every page
EXCERPT = 160  # characters of a section that a result shows
# So common that they tell no section from another.
_COMMON = {
    "about", "after", "all", "also", "and", "any", "are", "but", "can", "did", "does", "for", "from", "had",
    "has", "have", "how", "its", "may", "more", "most", "not", "one", "only", "other", "our", "out", "said",
    "say", "says", "see", "than", "that", "the", "their", "them", "then", "there", "these", "they", "this",
    "those", "two", "was", "were", "what", "when", "where", "which", "who", "will", "with", "you", "your",
}  # fmt: skip

Row = list[object]


def write_search(knowledge: Knowledge, site: Path) -> None:
    """Put the data of the search into the built site."""
    (site / FIRST).parent.mkdir(parents=True, exist_ok=True)
    for name, data in ((FIRST, first_part(knowledge, site)), (SECOND, second_part(knowledge, site))):
        text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
        (site / name).write_text(f"siteSearch.add({text});\n", encoding="utf-8")


def first_part(knowledge: Knowledge, site: Path) -> dict[str, object]:
    """Words, signs, terms, and the pages that patients look for."""
    listing = _Listing(knowledge)
    for page in knowledge.pages.values():
        if _comes_first(page):
            listing.sections(page, site)
    for term in knowledge.terms.values():
        listing.thing("term", term.id, "term", term.term, term.plain, " ".join(term.also))
    return {"words": _words(knowledge), "signs": _signs(knowledge), **listing.data()}


def second_part(knowledge: Knowledge, site: Path) -> dict[str, object]:
    """The other pages, the claims and the sources."""
    listing = _Listing(knowledge)
    for page in knowledge.pages.values():
        if not _comes_first(page):
            listing.sections(page, site)
    for claim in knowledge.claims.values():
        held = "Held for clinical review." if claim.held else ""
        listing.thing("claim", claim.id, "claim", claim.statement, held, "")
    for source in knowledge.sources.values():
        listing.thing("source", source.id, "source", source.title, source.short, "")
    return listing.data()


class _Listing:
    """Entries of one part; a page is its place in `pages`.

    [page, anchor, kind, heading, text that is shown, further words], and for a section the headings that it is below.
    """

    def __init__(self, knowledge: Knowledge) -> None:
        self.knowledge = knowledge
        self.pages: dict[str, int] = {}
        self.entries: list[Row] = []

    def sections(self, page: Page, site: Path) -> None:
        """Every section of a page, as it was built; the first stands for the page itself."""
        above: dict[int, str] = {}  # the headings that a section stands below, by level
        for place, section in enumerate(read_sections(site / page.url / "index.html")):
            if section.anchor not in FURNITURE:
                kind = self._kind(section.anchor) if place else "page"
                text = _excerpt(section.words)
                within = "" if kind == "step" else ": ".join(above[n] for n in range(2, section.level) if n in above)
                self._add(
                    page, section.anchor if place else "", kind, section.title, text, _more(section, text), within
                )
            above = {level: title for level, title in above.items() if level < section.level}
            above[section.level] = section.title

    def _kind(self, anchor: str) -> str:
        """What a section is: a step of a pathway, a card of a disagreement, or an ordinary section."""
        if ("node", anchor) in self.knowledge.homes:
            return "step"
        return "disagreement" if ("disagreement", anchor) in self.knowledge.homes else "section"

    def thing(self, kind: str, name: str, label: str, heading: str, text: str, more: str) -> None:
        """A thing that a page lists, at its permanent address; nothing where no page lists it."""
        if home := self.knowledge.homes.get((kind, name)):
            self._add(self.knowledge.pages[home.page], home.anchor, label, heading, text, more)

    def _add(self, page: Page, anchor: str, *words: str) -> None:
        number = self.pages.setdefault(page.id, len(self.pages))
        self.entries.append([number, anchor, *words])

    def data(self) -> dict[str, object]:
        """The pages (address, title, whom it is for as a word and in words) and the entries."""
        pages = [self.knowledge.pages[name] for name in self.pages]
        return {"pages": [_page(page) for page in pages], "entries": self.entries}


def _page(page: Page) -> Row:
    kind = "evidence" if _is_evidence(page) else page.front.audience.value
    return [page.url, page.front.title, kind, page.front.audience.words]


def _is_evidence(page: Page) -> bool:
    return page.url.startswith("evidence/")


def _comes_first(page: Page) -> bool:
    """Whether patients look for the page: theirs, and what is for everyone but the evidence."""
    return page.front.audience in (Audience.PATIENTS, Audience.EVERYONE) and not _is_evidence(page)


def _words(knowledge: Knowledge) -> list[Row]:
    """Groups of words of one meaning, each with the places of its signs among the signs."""
    places = {name: place for place, name in enumerate(knowledge.red_flags)}
    groups: list[Row] = [
        [list(group.words), [places[name] for name in group.red_flags if name in places]]
        for group in knowledge.search_words.values()
    ]
    return groups + [[[term.term, *term.also], []] for term in knowledge.terms.values() if term.also]


def _signs(knowledge: Knowledge) -> list[Row]:
    """Each red flag: address, sign, its short form, for whom, urgency with its words, what to do."""
    return [_sign(knowledge, flag) for flag in knowledge.red_flags.values()]


def _sign(knowledge: Knowledge, flag: RedFlag) -> Row:
    home = knowledge.homes["red flag", flag.id]
    who = "" if flag.applies_to is AppliesTo.BOTH else flag.applies_to.words
    address = f"{knowledge.pages[home.page].url}#{home.anchor}"
    return [address, flag.sign, flag.short or "", who, flag.urgency.value, flag.urgency.words, flag.action]


def _excerpt(text: str) -> str:
    """The beginning of a text, cut between words."""
    if len(text) <= EXCERPT:
        return text
    return text[:EXCERPT].rpartition(" ")[0].rstrip(" ,;:(") + " …"


def _more(section: BuiltSection, excerpt: str) -> str:
    """The further words of a section, each once: what is not shown is still found."""
    shown = set(_plain_words([section.title, excerpt]))
    rest = {word for word in _plain_words([section.words]) if len(word) > 2} - shown - _COMMON
    return " ".join(sorted(word for word in rest if not (word.endswith("s") and word[:-1] in rest | shown)))


def _plain_words(texts: Iterable[str]) -> list[str]:
    """The words of texts as the search reads them: lower case, without accents and apostrophes, no bare numbers."""
    plain = unicodedata.normalize("NFKD", " ".join(texts).lower())
    return re.findall(r"[a-z][a-z0-9]*", re.sub(r"[\u0300-\u036f'’]", "", plain))
