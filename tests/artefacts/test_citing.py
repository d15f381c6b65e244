"""A page says how to cite it, and each place that people send has a QR code of its whole address."""

from __future__ import annotations

import datetime
import re
from pathlib import Path

import pytest
import segno
import zxingcpp
from PIL import Image, ImageDraw

from scripts.artefacts.book.facts import Facts
from scripts.artefacts.citing import code, write_citing, write_codes
from scripts.artefacts.edition import Edition
from scripts.compiling.compile import knowledge_of
from scripts.model.knowledge import Knowledge
from tests.support import small_project

DAY = datetime.date(2026, 11, 22)
ADDRESS = "https://example.org/small/"


@pytest.fixture
def knowledge(tmp_path_factory: pytest.TempPathFactory) -> Knowledge:
    return knowledge_of(small_project(tmp_path_factory.mktemp("small")).root)


def test_each_page_section_claim_and_card_has_a_code_of_its_address(knowledge: Knowledge, tmp_path: Path) -> None:
    write_codes(knowledge, tmp_path, ADDRESS)
    found = {path.relative_to(tmp_path / "qr").as_posix() for path in tmp_path.rglob("*.svg")}
    assert {"ledger.svg", "ledger/healing.svg", "techniques/home.svg", "decide/learn.svg", "decide/now.svg"} <= found
    drawn = (tmp_path / "qr/ledger/healing.svg").read_text(encoding="utf-8")
    assert drawn == code(f"{ADDRESS}evidence/ledger/#healing")
    assert "<title>https://example.org/small/evidence/ledger/#healing</title>" in drawn


def test_a_code_holds_its_address_and_a_light_margin() -> None:
    drawn = code(ADDRESS)
    width, _ = segno.make(ADDRESS, error="m", micro=False).symbol_size(scale=8, border=4)
    assert f'width="{width}"' in drawn
    assert 'fill="#fff"' in drawn
    assert code(ADDRESS) != code(f"{ADDRESS}#other")


def test_a_reader_of_codes_finds_the_address() -> None:
    address = f"{ADDRESS}evidence/ledger/#{'long-' * 20}healing"
    drawn = code(address)
    size = int(attribute(r"M0 0h(\d+)", drawn))
    picture = Image.new("L", (4 * size, 4 * size), "white")
    pen = ImageDraw.Draw(picture)
    x, y = 0.0, 0.0
    for step, numbers in re.findall(r"([Mmh])([^Mmh]*)", attribute(r'class="qrline" stroke="#000" d="([^"]+)"', drawn)):
        right, *down = map(float, re.findall(r"-?[\d.]+", numbers))
        if step == "h":
            pen.rectangle((4 * x, 4 * int(y), 4 * (x + right) - 1, 4 * int(y) + 3), fill="black")
        x, y = (right, down[0]) if step == "M" else (x + right, y + sum(down))
    (found,) = zxingcpp.read_barcodes(picture)
    assert found.text == address


def attribute(pattern: str, drawn: str) -> str:
    found = re.search(pattern, drawn)
    assert found
    return found[1]


def test_a_page_says_how_to_cite_it_with_its_version(knowledge: Knowledge, tmp_path: Path) -> None:
    for page in knowledge.pages.values():
        (tmp_path / page.url).mkdir(parents=True, exist_ok=True)
        (tmp_path / page.url / "index.html").write_text('<p class="page-cite"></p>', encoding="utf-8")
    edition = Edition("A <small> base", "1.2.0", ("The contributors",))
    write_citing(knowledge, edition, Facts("Home", "1.2.0", DAY, DAY, ADDRESS, ()), tmp_path, ADDRESS)
    assert (tmp_path / "evidence/ledger/index.html").read_text(encoding="utf-8") == (
        '<p class="page-cite">To cite this page: <span data-cite>The contributors. <span>Ledger</span>. '
        "In: <i>A &lt;small&gt; base</i>. Version 1.2.0, 22 November 2026. "
        "<span>https://example.org/small/evidence/ledger/</span></span></p>"
    )
