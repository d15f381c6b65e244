"""What a reader's phone has to fetch for one page, in bytes as a static host sends them, and in requests."""

from __future__ import annotations

import re
from pathlib import Path

import brotli
import pytest

from tests.site.support import Site

BYTES, REQUESTS = 100_000, 8
_LOADED = re.compile(r'<link rel="(?:stylesheet|icon)" href="([^"]+)"|<script src="([^"]+)"')


@pytest.fixture(scope="module")
def weights(site: Site) -> dict[Path, int]:
    return {}


def sent(path: Path, weights: dict[Path, int]) -> int:
    """The bytes of a file on its way; pictures are compressed already."""
    if path not in weights:
        data = path.read_bytes()
        weights[path] = len(data if path.suffix == ".png" else brotli.compress(data, quality=10))
    return weights[path]


def files(site: Site, url: str) -> list[Path]:
    """A page, and every file that it asks for before a reader does anything."""
    page = site.folder / url / "index.html"
    found = dict.fromkeys(link or script for link, script in _LOADED.findall(page.read_text(encoding="utf-8")))
    return [page, *((page.parent / name).resolve() for name in found)]


def test_a_page_is_light_and_asks_for_few_files(site: Site, weights: dict[Path, int]) -> None:
    for url in site.articles:
        asked = files(site, url)
        assert len(asked) <= REQUESTS, url
        weight = sum(sent(path, weights) for path in asked)
        assert weight <= BYTES, f"{url}: {weight:,} bytes"


def test_every_file_that_a_page_asks_for_is_named_after_its_content_or_is_the_icon(site: Site) -> None:
    names = {path.name for url in site.articles for path in files(site, url)[1:]}
    assert {name for name in names if not re.search(r"\.[0-9a-f]{8,}\.", name)} == {"favicon.svg"}


def test_nothing_that_only_developers_need_is_shipped(site: Site) -> None:
    assert not list(site.folder.rglob("*.map"))
    assert not list(site.folder.rglob("lunr*"))
