"""The changelog as a feed: an entry for each part, with a date and an address that stay."""

from __future__ import annotations

import datetime
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest

from scripts.artefacts.feed import FILE, changes, feed, write_feed
from tests.site.support import Site
from tests.support import ROOT

ATOM = "{http://www.w3.org/2005/Atom}"
ADDRESS = "https://example.org/anal-dilation/"
DAY = datetime.date(2026, 11, 22)
CHANGELOG = """# Changelog

Words before.

## [Unreleased]

### Added

- A thing, with `code` & signs < and >.

## [0.2.0] - 2026-10-05

- Two.

## [0.1.0] - 2026-09-01

- One.
"""


def test_a_changelog_is_read_as_its_versions() -> None:
    found = changes(CHANGELOG)
    days = [None, datetime.date(2026, 10, 5), datetime.date(2026, 9, 1)]
    assert [(change.version, change.day) for change in found] == list(
        zip(["Unreleased", "0.2.0", "0.1.0"], days, strict=True)
    )
    assert found[1].text == "- Two."


@pytest.mark.parametrize("text", ["", "# Changelog\n\nNothing yet.\n", "## [Unreleased]\n\n"])
def test_a_changelog_without_changes_has_none(text: str) -> None:
    assert changes(text) == []


def test_a_day_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match=r"2026-13-01|month"):
        changes("## [0.1.0] - 2026-13-01\n\n- One.\n")


def read(text: str) -> ElementTree.Element:
    return ElementTree.fromstring(text)  # noqa: S314 - our own


def check_atom(root: ElementTree.Element) -> list[ElementTree.Element]:
    """What RFC 4287 asks of a feed and its entries; returns the entries."""
    assert root.tag == f"{ATOM}feed"
    entries = root.findall(f"{ATOM}entry")
    for element in [root, *entries]:
        for name in ("id", "title", "updated"):
            (only,) = element.findall(f"{ATOM}{name}")
            assert only.text
        updated = element.findtext(f"{ATOM}updated") or ""
        assert datetime.datetime.fromisoformat(updated).tzinfo is not None
        for link in element.findall(f"{ATOM}link"):
            assert link.attrib["href"].startswith("https://")
    assert root.findtext(f"{ATOM}author/{ATOM}name")
    assert [link.attrib["rel"] for link in root.findall(f"{ATOM}link")] == ["self", "alternate"]
    names = [entry.findtext(f"{ATOM}id") for entry in entries]
    assert len(set(names)) == len(names)
    assert all(entry.find(f"{ATOM}content") is not None for entry in entries)
    return entries


def test_the_feed_is_atom_and_its_content_is_html() -> None:
    entries = check_atom(read(feed(changes(CHANGELOG), ADDRESS, "A site", DAY)))
    told = [(e.findtext(f"{ATOM}id"), e.findtext(f"{ATOM}title"), e.findtext(f"{ATOM}updated")) for e in entries]
    assert told == [
        (f"{ADDRESS}feed.xml#unreleased", "Not yet released", "2026-11-22T00:00:00Z"),
        (f"{ADDRESS}feed.xml#0.2.0", "Version 0.2.0", "2026-10-05T00:00:00Z"),
        (f"{ADDRESS}feed.xml#0.1.0", "Version 0.1.0", "2026-09-01T00:00:00Z"),
    ]
    content = entries[0].find(f"{ATOM}content")
    assert content is not None
    assert content.attrib == {"type": "html"}
    assert "<li>A thing, with <code>code</code> &amp; signs &lt; and &gt;.</li>" in (content.text or "")


def test_the_site_has_the_feed_of_its_changelog_and_every_page_names_it(site: Site) -> None:
    text = (site.folder / FILE).read_text(encoding="utf-8")
    entries = check_atom(read(text))
    written = changes((ROOT / "CHANGELOG.md").read_text(encoding="utf-8"))
    assert len(entries) == len(written) >= 2
    for page in site.knowledge.pages.values():
        head = site.documents[page.url].one("head")
        (link,) = [e for e in head.all("link") if e.attrs.get("type") == "application/atom+xml"]
        assert link.attrs["rel"] == "alternate"
        assert link.attrs["href"] == "../" * page.url.count("/") + FILE
    about = next(page for page in site.knowledge.pages.values() if page.id == "about")
    assert any(link.attrs.get("href") == f"../{FILE}" for link in site.articles[about.url].all("a"))


def test_without_a_changelog_or_an_address_there_is_no_feed(site: Site, tmp_path: Path) -> None:
    write_feed(site.knowledge, tmp_path / "none.md", tmp_path, ADDRESS)
    write_feed(site.knowledge, ROOT / "CHANGELOG.md", tmp_path, None)
    assert list(tmp_path.iterdir()) == []
