"""The deck in Anki itself: imported, learnt, and imported again after a claim was corrected."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import pytest
from anki.collection import Collection, ImportAnkiPackageRequest

from scripts.artefacts.cards import cards_of
from scripts.artefacts.flashcards import WHAT, deck, moment
from scripts.artefacts.naming import copies_of
from scripts.compiling.compile import knowledge_of
from scripts.model.knowledge import Knowledge
from scripts.project import Project
from tests.rendering.support import changed
from tests.support import ROOT

if TYPE_CHECKING:  # the package cannot be imported from this end
    from anki.cards import CardId

REAL = knowledge_of(ROOT)
COPIES = copies_of(Project(ROOT), REAL)
LEARNT = "out-cad-healing"
GOOD: Literal[3] = 3  # the third of Anki's four answers


@pytest.fixture
def collection(tmp_path: Path) -> Iterator[Collection]:
    found = Collection((tmp_path / "learner.anki2").as_posix())
    yield found
    found.close()


def take(collection: Collection, knowledge: Knowledge, folder: Path) -> None:
    """Import the deck as a learner does, with what Anki offers at first."""
    path = folder / "deck.apkg"
    path.write_bytes(deck(cards_of(knowledge, "https://example.org/"), moment(knowledge), COPIES))
    collection.import_anki_package(ImportAnkiPackageRequest(package_path=path.as_posix()))


def card_of(collection: Collection, claim: str) -> CardId:
    return collection.find_cards(f"Claim:{claim} card:1")[0]


def learn(collection: Collection, name: CardId) -> None:
    card = collection.get_card(name)
    card.start_timer()
    for _ in range(2):
        collection.sched.answerCard(card, GOOD)
        card.load()


def test_every_claim_with_a_card_arrives_with_its_gaps(collection: Collection, tmp_path: Path) -> None:
    take(collection, REAL, tmp_path)
    cards = list(cards_of(REAL, ""))
    assert collection.note_count() == len(cards)
    assert collection.card_count() == sum(card.gaps for card in cards)
    assert COPIES.titled(WHAT) in {found.name for found in collection.decks.all_names_and_ids()}
    card = collection.get_card(card_of(collection, LEARNT))
    assert "[...] of 523 patients ([...])" in re.sub(r"<(?!/?p)[^>]*>", "", card.question())
    assert "Single centre, no control group." in card.answer()
    assert f"https://example.org/evidence/ledger/outcomes/#{LEARNT}" in card.answer()


def test_the_same_deck_again_adds_nothing(collection: Collection, tmp_path: Path) -> None:
    take(collection, REAL, tmp_path)
    before = collection.note_count(), collection.card_count()
    take(collection, REAL, tmp_path)
    assert (collection.note_count(), collection.card_count()) == before


def test_a_corrected_claim_changes_its_card_and_keeps_what_was_learnt(collection: Collection, tmp_path: Path) -> None:
    take(collection, REAL, tmp_path)
    name = card_of(collection, LEARNT)
    learn(collection, name)
    before = collection.get_card(name)
    assert before.reps == 2
    claims = {**REAL.claims, LEARNT: changed(REAL.claims[LEARNT], caveat="Two centres, as corrected.")}
    take(collection, replace(REAL, claims=claims), tmp_path)
    after = collection.get_card(name)
    assert after.note()["Caveat"] == "Two centres, as corrected."
    assert f"changed-since::{REAL.released.version if REAL.released else ''}" in after.note().tags
    assert (after.reps, after.due, after.ivl, after.queue, after.type) == (
        before.reps, before.due, before.ivl, before.queue, before.type,
    )  # fmt: skip
    assert collection.find_notes(f"Claim:{LEARNT}") == [after.nid]


def test_a_claim_that_is_withdrawn_leaves_the_learners_card_alone(collection: Collection, tmp_path: Path) -> None:
    take(collection, REAL, tmp_path)
    held = changed(REAL.claims[LEARNT], clinician_check=True)
    take(collection, replace(REAL, claims={**REAL.claims, LEARNT: held}), tmp_path)
    assert collection.find_notes(f"Claim:{LEARNT}")
