"""Every marker of the real site leads to what it cites, and every reference back to where it is used."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.model.claim import Claim
from scripts.model.page import Page
from tests.markup import Element, said
from tests.site.support import Site, links, resolved


def pages_that_cite(site: Site) -> Iterator[tuple[Page, Element]]:
    found = [(page, article) for page, article in site.pages() if article.all("sup.cite")]
    assert found
    yield from found


def source_of(site: Site, entry: Element) -> str:
    """The id of the source that an entry of a reference list is about."""
    address = entry.one(".reference__uses").all("a")[0].attrs["href"]
    assert address.partition("#")[0].endswith("sources/")
    return address.partition("#")[2]


def shows(note: Element, claim: Claim) -> bool:
    facts = note.one(".claim__facts").text.lower()
    return (
        note.one(".claim__statement").text == said(claim.statement)
        and facts.startswith(claim.design.words.lower())
        and facts.endswith(f"support: {claim.support.words}.")
        and note.one(".claim__caveat").text == f"Caveat: {said(claim.caveat)}"
        and bool(note.all(".claim__held")) == claim.held
        and (claim.n is None or f"; {claim.n} p" in facts)
    )


def test_the_numbers_of_a_marker_are_the_entries_of_the_sources_of_its_claims(site: Site) -> None:
    for page, article in pages_that_cite(site):
        anchors = site.anchors[page.url]
        for mark in article.all("sup.cite"):
            claims = [site.knowledge.claims[name] for name in mark.attrs["data-claims"].split()]
            entries = [anchors[link.attrs["href"].removeprefix("#")] for link in mark.all("a")]
            assert [entry.attrs["value"] for entry in entries] == [link.text for link in mark.all("a")]
            cited = {name for claim in claims for name in claim.sources}
            assert {source_of(site, entry) for entry in entries} == cited, (page.path, mark.text)


def test_the_entries_of_a_marker_show_its_claims_whole(site: Site) -> None:
    for page, article in pages_that_cite(site):
        anchors = site.anchors[page.url]
        names = {name for mark in article.all("sup.cite") for name in mark.attrs["data-claims"].split()}
        for name in names:
            claim, note = site.knowledge.claims[name], anchors[f"note-{name}"]
            assert shows(note, claim), (page.path, name)
            entry = next(one for one in article.all("li.reference") if note in one.walk())
            also = [other for other in article.all("li.reference") if f"#note-{name}" in links(other)]
            assert {source_of(site, one) for one in (entry, *also)} == set(claim.sources), (page.path, name)


def test_an_entry_leads_back_to_exactly_the_markers_that_lead_to_it(site: Site) -> None:
    for page, article in pages_that_cite(site):
        for entry in article.one("ol.references").all("li.reference"):
            here = f"#{entry.attrs['id']}"
            uses = [f"#{mark.attrs['id']}" for mark in article.all("sup.cite") if here in links(mark)]
            assert uses, (page.path, here)
            assert links(entry.one(".reference__uses"))[1:] == uses, (page.path, here)


def test_entries_are_numbered_from_one_in_the_order_of_first_use(site: Site) -> None:
    for page, article in pages_that_cite(site):
        numbers = [int(entry.attrs["value"]) for entry in article.one("ol.references").all("li.reference")]
        assert numbers == list(range(1, len(numbers) + 1)), page.path
        highest = 0
        for mark in article.all("sup.cite"):
            new = [n for link in mark.all("a") if (n := int(link.text)) > highest]
            assert new == list(range(highest + 1, highest + 1 + len(new))), (page.path, mark.text)
            highest += len(new)


def test_a_page_that_cites_ends_with_its_references(site: Site) -> None:
    for page, article in pages_that_cite(site):
        order = [element for element in article.walk() if element.tag in ("sup", "ol")]
        last_mark = max(n for n, element in enumerate(order) if "cite" in element.classes)
        assert any("references" in element.classes for element in order[last_mark:]), page.path


def test_every_use_of_a_claim_is_named_in_the_ledger_and_no_other(site: Site) -> None:
    used: dict[str, set[str]] = {name: set() for name in site.knowledge.claims}
    for page, article in pages_that_cite(site):
        for mark in article.all("sup.cite"):
            for name in mark.attrs["data-claims"].split():
                used[name].add(page.url)
    homes = {
        (site.knowledge.pages[at.page].url, at.anchor): name
        for (kind, name), at in site.knowledge.homes.items()
        if kind == "claim"
    }
    for page, article in site.pages():  # a question of the self-test leads to the claims that it asks about
        for address in (address for quiz in article.all(".quiz") for address in links(quiz)):
            if asked := homes.get(resolved(page.url, address)):
                used[asked].add(page.url)
    for name, pages in used.items():
        home = site.knowledge.pages[site.knowledge.homes["claim", name].page]
        named = links(site.home("claim", name).one(".claim__uses"))
        assert {resolved(home.url, address)[0] for address in named} == pages, name
