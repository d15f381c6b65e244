"""Flashcards out of the claims: an Anki deck, and the same cards as a table, in the site's folder downloads/.

A note is one claim for ever: its ids come from the claim's id, so that a newer deck changes the words of a card that
somebody is learning and keeps what they have learnt.
"""

from __future__ import annotations

import csv
import datetime
import hashlib
import html
import io
import tempfile
import zipfile
from collections.abc import Iterable, Sequence
from pathlib import Path

import genanki

from scripts.artefacts.cards import Card, cards_of
from scripts.artefacts.naming import Copies
from scripts.artefacts.written import Written
from scripts.compiling.learning import changed_since
from scripts.model.knowledge import Knowledge
from scripts.model.learning import DECK, TABLE
from scripts.model.vocabulary import Audience

WHAT = "claims and caveats"  # the deck's title goes on so after the subject
FIELDS = ("Text", "Caveat", "Evidence", "Read with", "Sources", "Link", "Claim")
COLUMNS = (
    "claim", "number", "question", "answer", "statement", "caveat", "evidence", "read_with", "sources", "link", "tags",
)  # fmt: skip
_FRONT = "{{cloze:Text}}"
_BACK = """{{cloze:Text}}
<hr><p class="caveat"><b>Caveat:</b> {{Caveat}}</p>
{{#Read with}}<p><b>Never alone:</b> {{Read with}}</p>{{/Read with}}
<p>{{Evidence}}</p><p>{{Sources}}</p>
<p><a href="{{Link}}">{{Claim}}</a></p>"""
_STYLE = """.card { font: 1.1em/1.5 sans-serif; text-align: left; max-width: 38em; margin: 0 auto; padding: 0.5em; }
.cloze { font-weight: bold; text-decoration: underline; }
p { margin: 0.5em 0; }"""
_OLDEST = (1980, 1, 1, 0, 0, 0)  # the first moment that an archive can name: every build writes the same bytes


def write_flashcards(knowledge: Knowledge, copies: Copies, site: Path, address: str | None) -> list[Written]:
    """Write the deck and the table; `address` is that of the site, with which the links of the cards begin."""
    (site / DECK).parent.mkdir(parents=True, exist_ok=True)
    cards = list(cards_of(knowledge, address or ""))
    (site / DECK).write_bytes(deck(cards, moment(knowledge), copies))
    (site / TABLE).write_text(table(cards), encoding="utf-8", newline="")
    titles = {DECK: "Flashcards: a deck for Anki", TABLE: "The same flashcards as a table"}
    return [
        Written((site / name).name, title, Audience.TRAINEES.value, None, (site / name).stat().st_size)
        for name, title in titles.items()
    ]


def moment(knowledge: Knowledge) -> int:
    """When the notes changed, in seconds: the newest day that the data know, and a second for each changed claim.

    Anki takes over the words of a note only where the deck's note is newer than its own.
    """
    days = [page.front.reviewed for page in knowledge.pages.values()]
    days += [knowledge.released.day] if knowledge.released else []
    newest = datetime.datetime.combine(max(days), datetime.time(), datetime.UTC)
    return int(newest.timestamp()) + len(changed_since(knowledge))


def deck(cards: Iterable[Card], when: int, copies: Copies) -> bytes:
    """The deck as Anki's package: the same bytes for the same cards and moment."""
    about = "A card is one claim with its caveat. Clinical education, not advice."
    made = genanki.Deck(number(copies, "deck"), copies.titled(WHAT), about)
    kind = model(copies)
    for card in cards:
        made.add_note(note(card, kind, copies))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "deck.apkg"
        genanki.Package(made).write_to_file(path, timestamp=float(when))
        with zipfile.ZipFile(path) as package:
            contents = {name: package.read(name) for name in sorted(package.namelist())}
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in contents.items():
            package.writestr(zipfile.ZipInfo(name, _OLDEST), content, zipfile.ZIP_DEFLATED)
    return archive.getvalue()


def model(copies: Copies) -> genanki.Model:
    """The kind of note: a claim with gaps."""
    return genanki.Model(
        number(copies, "note type"), "Claim with its caveat", [{"name": name} for name in FIELDS],
        [{"name": "Gap", "qfmt": _FRONT, "afmt": _BACK}], css=_STYLE, model_type=genanki.Model.CLOZE,
    )  # fmt: skip


def note(card: Card, kind: genanki.Model, copies: Copies) -> genanki.Note:
    """A claim as a note; its identity is the claim's id and nothing that can change."""
    texts = (card.text, card.caveat, card.evidence, card.read_with, card.sources, card.link, card.claim)
    fields = [html.escape(text, quote=False) for text in texts]
    return genanki.Note(kind, fields, guid=genanki.guid_for(copies.name, card.claim), tags=sorted(card.tags))


def number(copies: Copies, name: str) -> int:
    """A number for ever, between two and four thousand million, as Anki wants it of decks and kinds of notes."""
    digest = hashlib.sha256(f"{copies.name} {name}".encode()).digest()
    return (1 << 31) + int.from_bytes(digest[:4], "big") % (1 << 31)


def table(cards: Iterable[Card]) -> str:
    """The cards as comma-separated values, one gap a row."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for card in cards:
        writer.writerows(_row(card, place) for place in range(1, card.gaps + 1))
    return text.getvalue()


def _row(card: Card, place: int) -> Sequence[object]:
    question, answer = card.asked(place)
    rest = (card.statement, card.caveat, card.evidence, card.read_with, card.sources, card.link)
    return card.claim, place, question, answer, *rest, " ".join(sorted(card.tags))
