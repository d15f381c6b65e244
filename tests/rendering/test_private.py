"""Private links: the same for ever, telling nothing, and leading on."""

from __future__ import annotations

import pytest

from scripts.model.knowledge import Address, Knowledge
from scripts.model.private import private_links, private_url
from scripts.rendering.private import forwarding, private_link, share
from tests.markup import parse
from tests.rendering.support import view_of


def test_an_address_that_was_ever_given_to_somebody_stays() -> None:
    assert private_url("red-flags") == "s/swtrjrb/"
    assert private_url("which-care", "help-now") == "s/cjat7zd/"


def test_names_that_are_divided_otherwise_have_other_addresses() -> None:
    assert len({private_url("a", "b-c"), private_url("a-b", "c"), private_url("a-b-c"), private_url("ab", "c")}) == 4


def test_every_page_and_every_card_has_one(small: Knowledge) -> None:
    found = {link.address: link.url for link in private_links(small)}
    cards = [Address(p.page, name) for p in small.pathways.values() for name in p.dispositions]
    assert list(found) == [*(Address(page) for page in small.pages), *cards]
    assert len(cards) > 2
    assert len(set(found.values())) == len(found)


@pytest.mark.parametrize(("page", "up"), [("home", ""), ("techniques", "../../")])
def test_a_page_links_to_it_from_where_it_lies(small: Knowledge, page: str, up: str) -> None:
    assert private_link(view_of(small, page), "red-flags") == f"{up}s/swtrjrb/"


def test_the_foot_of_a_page_offers_both_links(small: Knowledge) -> None:
    foot = parse(share(small, small.pages["techniques"]))
    links = [(link.attrs["href"], link.attrs["data-copy"]) for link in foot.all("a.share__link")]
    assert links == [
        ("./", "Copy link"),
        (f"../../{private_url('techniques')}", "Copy private link: it does not show the topic"),
    ]


def test_what_lies_there_tells_nothing_but_where_it_leads(small: Knowledge) -> None:
    for link in private_links(small):
        page = small.pages[link.address.page]
        document = parse(forwarding(small, link))
        there = f"../../{page.url}{'#' if link.address.anchor else ''}{link.address.anchor}"
        assert document.text == "A page A page You are being taken to a page. Go on"
        assert [a.attrs["href"] for a in document.all("a")] == [there]
        metas = {meta.attrs.get("name") or meta.attrs.get("http-equiv"): meta.attrs for meta in document.all("meta")}
        assert metas["refresh"]["content"] == f"0; url={there}"
        assert metas["robots"]["content"] == "noindex,nofollow"
        assert set(metas) == {None, "viewport", "robots", "color-scheme", "refresh"}
        assert document.one("link").attrs == {"rel": "icon", "href": "data:,"}
        assert not document.all("script")
