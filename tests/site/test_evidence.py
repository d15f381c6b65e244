"""Everything in the evidence stands on the real site, whole, at its permanent address."""

from __future__ import annotations

from collections import Counter

from scripts.model.knowledge import Address
from tests.markup import said
from tests.site.support import Site, raw


def test_every_claim_stands_in_the_ledger_with_what_it_rests_on(site: Site) -> None:
    claims = raw("claims/*.yml")
    assert len(claims) >= 523
    for claim in claims:
        entry = site.home("claim", claim["id"])
        known = site.knowledge.claims[claim["id"]]
        assert "ledger" in site.knowledge.homes["claim", claim["id"]].page
        assert entry.one(".claim__statement").text == said(claim["statement"])
        assert entry.one(".claim__caveat").text == f"Caveat: {said(claim['caveat'])}"
        assert known.design.words.lower() in entry.one(".claim__facts").text.lower()
        assert entry.one(".claim__facts").text.endswith(f"Support: {claim['support']}.")
        assert bool(entry.all(".claim__held")) == claim.get("clinician_check", False), claim["id"]
        assert len(entry.one(".claim__sources").all("a")) == len(claim["sources"]), claim["id"]


def test_every_source_stands_on_the_sources_page_with_its_claims(site: Site) -> None:
    sources = raw("sources.json")
    citing = Counter(name for claim in raw("claims/*.yml") for name in claim["sources"])
    assert len(sources) >= 296
    for source in sources:
        entry = site.home("source", source["id"])
        assert site.knowledge.homes["source", source["id"]].page == "sources"
        assert entry.one(".reference__text").text, source["id"]
        assert len(entry.one(".source__claims").all("a")) == citing[source["id"]], source["id"]


def test_every_source_that_readers_can_reach_has_its_link_and_no_other_has_one(site: Site) -> None:
    for source in raw("sources.json"):
        links = site.home("source", source["id"]).one(".reference__text").all("a")
        known = [source.get(key) for key in ("URL", "DOI", "PMID", "PMCID") if source.get(key)]
        assert bool(links) == bool(known), source["id"]
        assert all(link.attrs["href"].startswith("http") for link in links), source["id"]


def test_every_red_flag_stands_once_among_the_signs_and_once_with_its_evidence(site: Site) -> None:
    for flag in raw("red-flags.yml"):
        assert site.home("red flag", flag["id"]).one(".care-card__sign").text == said(flag["sign"])
        evidence = site.home("red flag evidence", flag["id"])
        assert evidence.one(".flag__sign").text == said(flag["sign"])
        assert [link.text for link in evidence.one(".flag__claims").all("a")] == flag["basis"]
        signs = [anchors[flag["id"]] for anchors in site.anchors.values() if flag["id"] in anchors]
        assert len([sign for sign in signs if sign.tag == "li"]) == 1, flag["id"]


def test_every_protocol_term_and_disagreement_stands_at_its_address(site: Site) -> None:
    for row in raw("protocols/*.yml"):
        assert site.home("protocol", row["id"]).one("th").text.startswith(said(row["who"]))
    for term in raw("glossary.yml"):
        assert site.home("term", term["id"]).one("dfn").text == said(term["term"])
        assert site.home("term", term["id"]).one("dd").text.startswith(said(term["plain"]))
    for card in raw("disagreements.yml"):
        assert site.home("disagreement", card["id"]).one("h3").text == said(card["question"])


def test_every_statement_and_question_has_a_verdict_and_a_page_that_carries_it(site: Site) -> None:
    document = site.knowledge.document
    assert document
    assert len(document.items) >= 46
    (trace,) = (page for page in site.knowledge.pages.values() if page.id == "trace")
    for item in document.items:
        entry = site.home("statement", item.id)
        assert entry.one(".trace__verdict").text == said(f"{item.verdict.words}. {item.because}")
        assert len(entry.all(".trace__claims")) == bool(item.claims)
        carriers = [site.target(trace, link) for link in entry.one(".trace__carriers").all("a")]
        assert carriers, item.id
        assert all(article is not site.at(Address("trace")) for article in carriers), item.id
        for section in carriers:
            assert section.tag in ("h2", "h3", "h4"), item.id


def test_every_page_that_carries_a_statement_is_named_in_the_trace(site: Site) -> None:
    (trace,) = (page for page in site.knowledge.pages.values() if page.id == "trace")
    for page in site.knowledge.pages.values():
        for section, statements in page.front.covers.items():
            for statement in statements:
                links = site.home("statement", statement).one(".trace__carriers").all("a")
                targets = [site.target(trace, link) for link in links]
                assert any(target is site.at(Address(page.id, section)) for target in targets), (page.path, section)
