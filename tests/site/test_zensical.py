"""The same tree, built by the other generator: the same pages at the same addresses with the same anchors and words."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys

import pytest
import yaml

from scripts.artefacts.site import complete_site
from scripts.project import Project
from tests.markup import Element
from tests.site.support import Site, article_of, documents_of, links, resolved
from tests.support import ROOT

DIFFERENCES: list[dict[str, str]] = yaml.safe_load(
    (ROOT / "tests/cases/zensical-differences.yml").read_text(encoding="utf-8")
)
NOT_COPIED = [".git", ".venv", "site", "build", ".cache", ".*_cache", ".hypothesis", "__pycache__"]
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
Documents = dict[str, Element]


@pytest.fixture(scope="module")
def other(tmp_path_factory: pytest.TempPathFactory) -> Documents:
    """The documents that Zensical builds from a copy of the project, by address below the root, completed by us."""
    copy = tmp_path_factory.mktemp("zensical") / "project"
    shutil.copytree(ROOT, copy, ignore=shutil.ignore_patterns(*NOT_COPIED))
    command = [sys.executable, "-m", "zensical", "build", "--clean", "--strict"]
    environment = {**os.environ, "NO_COLOR": "1", "NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(command, cwd=copy, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    complete_site(Project(copy), copy / "site")
    return documents_of(copy / "site")


def known(page: str, only: str) -> set[str]:
    return {d["id"] for d in DIFFERENCES if d["only"] == only and d["page"] in ("*", page)}


def ids(document: Element) -> list[str]:
    return [element.attrs["id"] for element in article_of(document).walk() if "id" in element.attrs]


def test_both_build_the_same_pages_at_the_same_addresses(site: Site, other: Documents) -> None:
    assert sorted(site.documents) == sorted(other)


def test_both_give_every_page_the_same_anchors_in_the_same_order(site: Site, other: Documents) -> None:
    for url, document in site.documents.items():
        ours = [name for name in ids(document) if name not in known(url, "mkdocs")]
        theirs = [name for name in ids(other[url]) if name not in known(url, "zensical")]
        assert ours == theirs, url


def test_every_thing_has_its_permanent_address_in_both(site: Site, other: Documents) -> None:
    kinds = {"claim", "source", "red flag", "red flag evidence", "statement", "term", "protocol", "disagreement"}
    assert kinds <= {kind for kind, _ in site.knowledge.homes}
    anchors = {url: set(ids(document)) for url, document in other.items()}
    for thing, address in site.knowledge.homes.items():
        url = site.knowledge.pages[address.page].url
        assert not address.anchor or address.anchor in anchors[url], thing


def test_both_give_every_page_the_same_headings(site: Site, other: Documents) -> None:
    def headings(document: Element) -> list[tuple[str, str, str]]:
        found = (element for element in article_of(document).walk() if element.tag in HEADINGS)
        return [(element.tag, element.attrs.get("id", ""), element.text) for element in found]

    for url, document in site.documents.items():
        assert headings(document) == headings(other[url]), url


def words_of(document: Element) -> str:
    """The words of a page; the copies to keep are made from its HTML, of which generators write more or less."""
    return re.sub(r"[0-9.]+ [kM]B", "", article_of(document).text)


def test_both_give_every_page_the_same_title_and_words(site: Site, other: Documents) -> None:
    for url, document in site.documents.items():
        assert document.one("head").one("title").text == other[url].one("head").one("title").text
        assert words_of(document) == words_of(other[url]), url


def test_both_lead_every_link_of_an_article_to_the_same_place(site: Site, other: Documents) -> None:
    for url, document in site.documents.items():
        ours, theirs = (
            [resolved(url, address) for address in links(article_of(built)) if address]
            for built in (document, other[url])
        )
        assert ours == theirs, url


def test_every_difference_has_a_reason_and_still_exists(site: Site, other: Documents) -> None:
    for difference in DIFFERENCES:
        assert set(difference) == {"page", "only", "id", "reason"}
        built, missing = (other, site.documents) if difference["only"] == "zensical" else (site.documents, other)
        pages = list(built) if difference["page"] == "*" else [difference["page"]]
        assert all(difference["id"] in ids(built[url]) for url in pages), difference
        assert not any(difference["id"] in ids(missing[url]) for url in pages), difference
