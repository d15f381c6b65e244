"""The privacy receipt: every page opened, and nothing seen but what the privacy page says."""

from __future__ import annotations

import datetime
import json
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from scripts.artefacts.crawl import SELF, crawl, page_names
from scripts.artefacts.receipt import ALLOWED, DATA, Receipt, site_digest, write_receipt
from scripts.artefacts.settings import site_path
from scripts.artefacts.verify import verify
from scripts.project import Project
from tests.site.support import Site
from tests.support import ROOT

TRACKING = """<!doctype html><title>A</title><meta charset="utf-8"><script>
document.cookie = "id=1"; localStorage.setItem("read", "1"); sessionStorage.setItem("now", "1");
fetch("http://localhost:9/pixel").catch(() => {}); new WebSocket("ws://localhost:9/");
indexedDB.open("base"); caches.open("store");
</script>"""


@pytest.fixture(scope="module")
def receipt(site: Site, browser: Browser) -> Receipt:
    visits = crawl(site.folder, browser, site_path(Project(ROOT)))
    return Receipt(datetime.date(2026, 11, 23), "Chromium", site_digest(site.folder), tuple(visits))


def test_every_page_was_opened(site: Site, receipt: Receipt) -> None:
    assert [visit.page for visit in receipt.visits] == page_names(site.folder)
    assert set(site.documents) <= {visit.page for visit in receipt.pages}
    assert receipt.links == len(list((site.folder / "s").iterdir()))
    assert all(visit.requests and visit.bytes for visit in receipt.visits)


def test_no_page_asks_another_host_sets_a_cookie_or_stores_more_than_the_colours(receipt: Receipt) -> None:
    assert {host for visit in receipt.visits for host in visit.hosts} == {SELF}
    assert [visit for visit in receipt.visits if visit.cookies or visit.sockets] == []
    assert set(receipt.stored) <= ALLOWED
    assert receipt.clean


def test_the_page_of_the_receipt_stays_whole(site: Site, receipt: Receipt, tmp_path: Path) -> None:
    copy = tmp_path / "site"
    shutil.copytree(site.folder, copy)
    write_receipt(receipt, site.knowledge, copy)
    assert [str(problem) for problem in verify(copy)] == []
    assert site_digest(copy) == receipt.digest
    assert len(json.loads((copy / DATA).read_text(encoding="utf-8"))["pages"]) == len(receipt.visits)


def test_a_page_that_tracks_would_be_caught(browser: Browser, tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(TRACKING, encoding="utf-8")
    (visit,) = crawl(tmp_path, browser)
    assert "localhost:9" in visit.hosts
    assert visit.cookies == ("id",)
    assert visit.sockets == ("ws://localhost:9/",)
    assert set(visit.stored) == {"local storage: read", "session storage: now", "database: base", "cache: store"}
