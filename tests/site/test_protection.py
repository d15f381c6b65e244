"""The way out and the policy, as they stand in the pages of the real site."""

from __future__ import annotations

from scripts.model.embedded import FOLDER as CARDS
from scripts.model.vocabulary import Audience
from tests.markup import Element, parse
from tests.site.support import Site

WEATHER = "https://www.bbc.co.uk/weather"


def exits(document: Element) -> list[Element]:
    return [link for link in document.all("a") if "data-exit" in link.attrs]


def test_the_way_out_stands_on_patients_pages_and_the_home_page_and_on_no_other(site: Site) -> None:
    for page in site.knowledge.pages.values():
        wanted = 2 if page.front.audience is Audience.PATIENTS or page.id == "home" else 0
        assert len(exits(site.documents[page.url])) == wanted, page.path


def test_without_a_script_it_is_a_plain_link_that_says_nothing_of_where_it_came_from(site: Site) -> None:
    for link in exits(site.documents["patients/questions/"]):
        assert link.attrs["href"] == WEATHER
        assert link.attrs["rel"] == "noreferrer noopener"
        assert link.text == "Exit this page quickly"


def test_the_second_link_of_a_page_is_the_way_out(site: Site) -> None:
    first, second = site.documents["patients/questions/"].one("body").all("a")[:2]
    assert first.classes == second.classes == ["md-skip"]
    assert "data-exit" in second.attrs


def test_every_document_begins_with_the_one_policy(site: Site) -> None:
    policies = set()
    paths = [path for path in sorted(site.folder.rglob("*.html")) if site.folder / CARDS not in path.parents]
    for path in paths:
        metas = parse(path.read_text(encoding="utf-8")).one("head").all("meta")
        assert "charset" in metas[0].attrs, path
        assert metas[1].attrs["http-equiv"] == "Content-Security-Policy", path
        assert metas[2].attrs == {"name": "referrer", "content": "no-referrer"}, path
        policies.add(metas[1].attrs["content"])
    assert len(policies) == 1
    assert len(paths) > len(site.documents)
    assert "unsafe" not in policies.pop()


def test_one_inline_script_is_the_same_on_every_page_so_that_the_policy_stays_short(site: Site) -> None:
    policy = next(m.attrs["content"] for m in site.documents[""].all("meta") if "http-equiv" in m.attrs)
    scripts, styles = (part for part in policy.split("; ") if part.startswith(("script-src", "style-src")))
    assert scripts.count("sha256-") == 1
    assert styles.count("sha256-") == 1  # that of the text edition, which is one file


def test_a_copy_without_a_crawl_says_so(site: Site) -> None:
    result = site.anchors["about/receipt/"]["receipt-result"]
    assert result.text == "This copy of the site was published without that test, so there is no receipt here."
    assert not (site.folder / "about/receipt/receipt.json").exists()
