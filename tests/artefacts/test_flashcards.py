"""Flashcards: gaps where a claim's figures are, all that qualifies it on the back, ids that outlast every change."""

from __future__ import annotations

import csv
import datetime
import io
import json
import re
import sqlite3
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from scripts.artefacts.cards import MOST, Card, cards_of, gapped
from scripts.artefacts.flashcards import COLUMNS, FIELDS, WHAT, deck, moment, number, table, write_flashcards
from scripts.artefacts.naming import copies_of
from scripts.compiling.compile import knowledge_of
from scripts.compiling.learning import changed_since
from scripts.model.claim import Claim
from scripts.model.knowledge import Knowledge
from scripts.model.learning import DECK, TABLE, Release
from scripts.project import Project
from tests.rendering.support import changed, shown, view_of
from tests.support import ROOT

REAL = knowledge_of(ROOT)
COPIES = copies_of(Project(ROOT), REAL)
ADDRESS = "https://example.org/anal-dilation/"
CARDS = {card.claim: card for card in cards_of(REAL, ADDRESS)}
SHOWN = re.compile(r"\{\{c\d+::(.*?)\}\}")


@dataclass(frozen=True)
class Notes:
    """What a package holds: each note's fields by the name of the claim, and how many cards it has."""

    fields: Mapping[str, Mapping[str, str]]
    guids: Mapping[str, str]
    tags: Mapping[str, set[str]]
    cards: Mapping[str, int]
    decks: set[str]


def opened(package: bytes, folder: Path) -> Notes:
    path = folder / "collection"
    path.write_bytes(zipfile.ZipFile(io.BytesIO(package)).read("collection.anki2"))
    with sqlite3.connect(path) as base:
        rows = base.execute("select id, guid, flds, tags from notes").fetchall()
        cards = dict(base.execute("select nid, count(*) from cards group by nid").fetchall())
        decks = {found["name"] for found in json.loads(base.execute("select decks from col").fetchone()[0]).values()}
    fields = {row[2].split("\x1f")[-1]: dict(zip(FIELDS, row[2].split("\x1f"), strict=True)) for row in rows}
    names = {row[0]: row[2].split("\x1f")[-1] for row in rows}
    return Notes(
        fields,
        {names[row[0]]: row[1] for row in rows},
        {names[row[0]]: set(row[3].split()) for row in rows},
        {names[note]: count for note, count in cards.items()},
        decks,
    )


@pytest.fixture(scope="module")
def notes(tmp_path_factory: pytest.TempPathFactory) -> Notes:
    return opened(deck(CARDS.values(), 1, COPIES), tmp_path_factory.mktemp("deck"))


# For ever: another number, and learners would get a second deck beside the one that they know.
NUMBERS = (4224458454, 4278389115)
GUID = "cs3t{vPecy"


# What is asked.


@pytest.mark.parametrize("name", list(CARDS))
def test_a_card_with_its_gaps_filled_is_the_claims_own_statement(name: str) -> None:
    card = CARDS[name]
    assert SHOWN.sub(lambda found: found[1], card.text) == card.statement == REAL.claims[name].statement
    assert 1 <= card.gaps <= MOST
    for place in range(1, card.gaps + 1):
        question, answer = card.asked(place)
        assert "[…]" in question
        assert answer


def test_nothing_that_is_held_or_that_leans_on_another_sentence_is_a_card() -> None:
    assert not [name for name in CARDS if REAL.claims[name].held]
    assert not [name for name, card in CARDS.items() if re.search(r"\b(?:In|The) the? ?same\b", card.statement)]


def test_there_are_cards_on_every_topic() -> None:
    found = {tag for card in CARDS.values() for tag in card.tags if tag.startswith("topic::")}
    assert found == {f"topic::{topic}" for topic in REAL.topics}
    assert len(CARDS) > 150


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("out-cad-healing", "{{c1::9}} of 523 patients ({{c1::1.7 %}})"),
        ("out-balloon-healing", "and {{c2::one}} ({{c2::3 %}}) recurred"),
        ("cincinnati-dwell", "{{c1::30 seconds}}"),
        ("sepsis-no-fever", "{{c1::may not have a high temperature}}"),
        ("ladder-gtn-dose", "The label of 0.4 % GTN rectal ointment gives"),
        ("bt-vs-nitrates", "(OR {{c2::0.70}}, 0.39–1.25)"),
    ],
)
def test_gaps_hide_a_figure_with_the_counts_that_tell_it(name: str, text: str) -> None:
    assert text in CARDS[name].text


def test_a_claim_without_anything_to_ask_for_has_no_card() -> None:
    assert gapped(REAL.claims["acg-biofeedback"], []) is None
    assert gapped(REAL.claims["acg-biofeedback"], ["biofeedback"]) is not None


# What stands on the back, and beside it.


@pytest.mark.parametrize("name", list(CARDS))
def test_the_back_qualifies_the_claim_and_leads_to_it(name: str, notes: Notes) -> None:
    claim, fields = REAL.claims[name], notes.fields[name]
    home = REAL.homes["claim", name]
    assert fields["Caveat"].replace("&lt;", "<").replace("&amp;", "&").replace("&gt;", ">") == claim.caveat
    assert claim.design.words.casefold() in fields["Evidence"].casefold()
    assert claim.n is None or f"n = {claim.n:,}" in fields["Evidence"]
    assert fields["Link"] == f"{ADDRESS}{REAL.pages[home.page].url}#{name}"
    assert all(REAL.sources[source].short.replace("&", "&amp;") in fields["Sources"] for source in claim.sources)
    assert notes.tags[name] >= {f"audience::{claim.population}", f"design::{claim.design}"}
    assert notes.cards[name] == CARDS[name].gaps


def test_a_claim_that_misleads_alone_brings_its_group(notes: Notes) -> None:
    fields = notes.fields["cmp-cochrane-abandon"]
    assert REAL.claims["cmp-cochrane-controlled-dilation"].statement in fields["Read with"]
    assert REAL.claims["cmp-cochrane-controlled-dilation"].caveat in fields["Read with"].replace("&amp;", "&")


# Identity, and what changed.


def test_the_ids_are_those_of_the_first_deck_and_come_from_nothing_that_can_change(notes: Notes) -> None:
    assert (number(COPIES, "deck"), number(COPIES, "note type")) == NUMBERS
    assert notes.guids["out-cad-healing"] == GUID
    assert len(set(notes.guids.values())) == len(CARDS)
    assert COPIES.titled(WHAT) in notes.decks


def corrected(knowledge: Knowledge, name: str, **fields: object) -> Knowledge:
    return replace(knowledge, claims={**knowledge.claims, name: changed(knowledge.claims[name], **fields)})


def test_nothing_has_changed_since_the_release_that_was_noted() -> None:
    released = {name: tag for name, card in CARDS.items() for tag in card.tags if tag.startswith("changed-since::")}
    assert set(released) == changed_since(REAL) & set(CARDS)


def test_a_corrected_claim_says_since_which_version_and_makes_the_notes_newer() -> None:
    assert REAL.released
    after = corrected(REAL, "out-cad-healing", caveat="Another caveat.")
    cards = {card.claim: card for card in cards_of(after, ADDRESS)}
    tag = f"changed-since::{REAL.released.version}"
    assert tag in cards["out-cad-healing"].tags
    assert {name for name, card in cards.items() if tag in card.tags} - changed_since(REAL) == {"out-cad-healing"}
    assert moment(after) == moment(REAL) + 1


def test_a_claim_that_is_new_since_the_release_counts_as_changed() -> None:
    released = Release(version="0.1.0", day=datetime.date(2026, 11, 22), claims={})
    assert changed_since(replace(REAL, released=released)) == set(REAL.claims)
    assert changed_since(replace(REAL, released=None)) == set()


def test_a_note_keeps_its_identity_when_every_word_of_its_claim_changes(notes: Notes, tmp_path: Path) -> None:
    after = corrected(REAL, "out-cad-healing", statement="2.5 % had not healed.", caveat="Other.", measures=())
    later = opened(deck(cards_of(after, "https://elsewhere.example/"), 2, COPIES), tmp_path)
    assert later.guids == notes.guids
    assert later.fields["out-cad-healing"]["Text"] == "{{c1::2.5 %}} had not healed."


# The files.


def test_the_same_claims_make_the_same_bytes() -> None:
    assert deck(CARDS.values(), 1_795_392_000, COPIES) == deck(list(CARDS.values()), 1_795_392_000, COPIES)


def test_both_files_lie_in_the_folder_of_downloads(tmp_path: Path) -> None:
    written = write_flashcards(REAL, COPIES, tmp_path, ADDRESS)
    assert [(item.name, item.audience, item.pages) for item in written] == [
        ("flashcards.apkg", "trainees", None), ("flashcards.csv", "trainees", None),
    ]  # fmt: skip
    assert [item.bytes for item in written] == [(tmp_path / name).stat().st_size for name in (DECK, TABLE)]
    assert zipfile.is_zipfile(tmp_path / DECK)
    assert (tmp_path / DECK).stat().st_size < 150_000
    rows = list(csv.DictReader(io.StringIO((tmp_path / TABLE).read_text(encoding="utf-8"), newline="")))
    assert tuple(rows[0]) == COLUMNS
    assert len(rows) == sum(card.gaps for card in CARDS.values())
    first = next(row for row in rows if row["claim"] == "out-cad-healing")
    assert (first["number"], first["answer"]) == ("1", "9; 1.7 %")
    assert first["question"].startswith("One month after controlled manual anal dilatation […] of 523 patients ([…])")


def test_the_page_for_trainees_links_to_both() -> None:
    links = [link.attrs["href"] for link in shown(view_of(REAL, "trainees"), "flashcards").all("a")]
    assert links == [f"../{DECK}", f"../{TABLE}"]


def test_text_that_looks_like_markup_is_shown_as_text(tmp_path: Path) -> None:
    claim: Claim = changed(REAL.claims["out-cad-healing"], caveat="n < 5 & <b>bold</b>")
    cards = cards_of(replace(REAL, claims={**REAL.claims, claim.id: claim}), "")
    card: Card = next(card for card in cards if card.claim == claim.id)
    assert (
        opened(deck([card], 1, COPIES), tmp_path).fields[claim.id]["Caveat"] == "n &lt; 5 &amp; &lt;b&gt;bold&lt;/b&gt;"
    )
    assert "n < 5 & <b>bold</b>" in table([card])
