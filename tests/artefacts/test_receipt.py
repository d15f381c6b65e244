"""The receipt says what was seen, whatever that is, and can be repeated."""

from __future__ import annotations

import datetime
import hashlib
import json
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from scripts.artefacts.crawl import SELF, Visit
from scripts.artefacts.errors import BuildError
from scripts.artefacts.receipt import DATA, PAGE, Receipt, make_receipt, site_digest, write_receipt
from scripts.compiling.compile import knowledge_of
from tests.markup import parse
from tests.support import ROOT

CLEAN = Visit("patients/questions/", 8, 71_234, (SELF,), (), ("local storage: colours",), ())
LINK = Visit("s/abcdefg/", 1, 800, (SELF,), (), (), ())
DAY = datetime.date(2026, 11, 23)
RECEIPT = Receipt(DAY, "Chromium 1", "d1", (CLEAN, LINK))
STUB = '<h2>Found</h2>\n<p id="receipt-result"><strong>No receipt.</strong></p>\n<p>After.</p>'


def site_with(folder: Path, text: str = STUB) -> Path:
    (folder / PAGE).parent.mkdir(parents=True)
    (folder / PAGE).write_text(text, encoding="utf-8")
    return folder


def written(receipt: Receipt, site: Path) -> str:
    write_receipt(receipt, knowledge_of(ROOT), site)
    return parse((site / PAGE).read_text(encoding="utf-8")).text


def test_a_clean_crawl_is_said_to_be_so(tmp_path: Path) -> None:
    text = written(RECEIPT, site_with(tmp_path))
    assert text.startswith("Found No page asked anything of another host, set a cookie, or stored anything but")
    assert "Opened on 2026-11-23 with Chromium 1: 1 pages and 1 private links." in text
    assert "Questions to ask871.2this sitenonelocal storage: colours" in text
    assert text.endswith("After.")
    assert "No receipt." not in text


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"hosts": (SELF, "ads.example")}, "Other hosts that were asked: ads.example."),
        ({"sockets": ("wss://ads.example/",)}, "Other hosts that were asked: wss://ads.example/."),
        ({"cookies": ("id",)}, "Cookies: id."),
        ({"stored": ("cache: v1",)}, "Stored on the device: cache: v1."),
    ],
)
def test_anything_else_is_said_plainly(tmp_path: Path, fields: dict[str, tuple[str, ...]], words: str) -> None:
    receipt = replace(RECEIPT, visits=(replace(CLEAN, **fields), LINK))  # type: ignore[arg-type]
    text = written(receipt, site_with(tmp_path))
    assert not receipt.clean
    assert "Something was found that this site promises not to do." in text
    assert words in text


def test_the_data_hold_every_visit(tmp_path: Path) -> None:
    written(RECEIPT, site_with(tmp_path))
    data = json.loads((tmp_path / DATA).read_text(encoding="utf-8"))
    assert data["totals"] == {
        "pages": 1, "private_links": 1, "requests": 9, "bytes": 72_034, "other_hosts": [], "cookies": [],
        "stored": ["local storage: colours"],
    }  # fmt: skip
    assert [page["page"] for page in data["pages"]] == ["patients/questions/", "s/abcdefg/"]
    assert (data["version"], data["day"], data["browser"], data["site_sha256"], data["clean"]) == (
        1, "2026-11-23", "Chromium 1", "d1", True,
    )  # fmt: skip


def test_a_second_receipt_takes_the_place_of_the_first(tmp_path: Path) -> None:
    site = site_with(tmp_path)
    written(RECEIPT, site)
    assert written(replace(RECEIPT, browser="Chromium 2"), site).count("Chromium") == 1


def test_a_page_without_a_place_for_it_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(BuildError, match=f"{PAGE}: 0 places for the receipt, expected one"):
        written(RECEIPT, site_with(tmp_path, "<p>Nothing</p>"))


def test_without_a_site_the_command_says_what_is_missing(tmp_path: Path) -> None:
    with pytest.raises(BuildError) as error:
        make_receipt(knowledge_of(ROOT), tmp_path / "site", DAY, "/")
    assert str(error.value) == f"no site/{PAGE}: build the site first, with make site"


def test_the_digest_is_what_anybody_can_work_out(tmp_path: Path) -> None:
    site = site_with(tmp_path)
    (site / "b.css").write_text("b", encoding="utf-8")
    (site / "A.html").write_text("a", encoding="utf-8")
    before = site_digest(site)
    written(RECEIPT, site)
    (site / "b.css.br").write_text("x", encoding="utf-8")
    assert site_digest(site) == before
    command = ["sha256sum", "./A.html", "./b.css"]
    listed = subprocess.run(command, cwd=site, capture_output=True, check=True).stdout
    assert hashlib.sha256(listed).hexdigest() == before
