"""Lists of everything: each thing once, at its address, for readers who search without JavaScript."""

from __future__ import annotations

from scripts.model.knowledge import Knowledge
from tests.rendering.support import changed, shown, view_of, with_things


def test_red_flags_are_listed_the_most_urgent_first_and_lead_to_their_cards(small: Knowledge) -> None:
    rows = shown(view_of(small, "home"), "index_of", "red-flags").all("li")
    assert [row.text for row in rows] == [
        "Emergency: Bleeding that does not stop",
        "Soon: Small bleeds that come back (adults)",
    ]
    assert rows[0].one("a").attrs["href"] == "patients/red-flags/#heavy-bleeding"


def test_terms_are_listed_in_alphabetical_order_with_their_synonyms(small: Knowledge) -> None:
    more = changed(small.terms["fissure"], id="botox", term="Botox", also=[])
    rows = shown(view_of(with_things(small, terms=[more]), "red-flags"), "index_of", "terms").all("li")
    assert [row.text for row in rows] == ["anal fissure (also: tear)", "Botox", "haemorrhage"]
    assert rows[0].one("a").attrs["href"] == "../glossary/#fissure"


def test_pages_are_listed_with_whom_they_are_for_and_their_own_sections(small: Knowledge) -> None:
    tree = shown(view_of(small, "home"), "index_of", "pages")
    pages = {row.all("a")[0].text: row for row in tree.all("li") if row.all("strong")}
    assert list(pages) == sorted((page.front.title for page in small.pages.values()), key=str.lower)
    signs = pages["Warning signs"]
    assert signs.text == "Warning signs (for patients and carers) Bleeding"
    assert [link.attrs["href"] for link in signs.all("a")] == ["patients/red-flags/", "patients/red-flags/#bleeding"]
    assert pages["Home"].text == "Home For whom"
