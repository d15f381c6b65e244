"""Sending a page: every page and card has a link that does not tell the topic, on the real site."""

from __future__ import annotations

import re

from scripts.model.private import private_links, private_url
from tests.markup import Element, parse
from tests.site.support import Site, resolved

# Words that would tell what the site is about.
TELLING = re.compile(r"anal|anus|dilat|bowel|bottom|rect|fissure|medic|health|patient", re.IGNORECASE)


def forwarding(site: Site, url: str) -> Element:
    return parse((site.folder / url / "index.html").read_text(encoding="utf-8"))


def test_every_private_link_leads_to_its_page_or_card(site: Site) -> None:
    links = list(private_links(site.knowledge))
    for link in links:
        document = forwarding(site, link.url)
        page = site.knowledge.pages[link.address.page]
        target, anchor = resolved(link.url, document.one("a").attrs["href"])
        assert (target, anchor) == (page.url, link.address.anchor)
        assert not anchor or anchor in site.anchors[target]
    assert len(list((site.folder / "s").iterdir())) == len(links) > len(site.knowledge.pages)


def test_nothing_that_a_preview_shows_tells_the_topic(site: Site) -> None:
    for link in private_links(site.knowledge):
        document = forwarding(site, link.url)
        shown = [document.text, *(meta.attrs.get("content", "") for meta in document.all("meta"))]
        addresses = [text for text in shown if "url=" in text]
        assert len(addresses) == 1
        assert not [text for text in shown if text not in addresses and TELLING.search(text)], link
        assert not TELLING.search(link.url)
        assert document.one("link").attrs["href"] == "data:,"


def test_every_page_offers_its_links_at_its_foot(site: Site) -> None:
    for page, article in site.pages():
        foot = article.one("footer.page-facts").one("div.share")
        found = [resolved(page.url, link.attrs["href"]) for link in foot.all("a.share__link")]
        assert found == [(page.url, ""), (private_url(page.id), "")], page.path


def test_every_card_that_is_no_emergency_offers_its_private_link_and_every_card_names_it(site: Site) -> None:
    for pathway in site.knowledge.pathways.values():
        page = site.knowledge.pages[pathway.page]
        for name, card in pathway.dispositions.items():
            element, url = site.anchors[page.url][name], private_url(pathway.id, name)
            assert element.attrs["data-private"] == url
            links = [link.attrs["href"] for line in element.all("p.node__share") for link in line.all("a")]
            wanted = [] if card.urgency.value == "emergency" else [(url, "")]
            assert [resolved(page.url, link) for link in links] == wanted, name


def test_private_links_are_not_in_the_site_map(site: Site) -> None:
    assert not re.search(r"/s/[a-z2-7]{7}/", (site.folder / "sitemap.xml").read_text(encoding="utf-8"))
