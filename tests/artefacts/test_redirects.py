"""What has moved is also said to hosts that can answer with a status of their own; private links are not."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts.artefacts.redirects import forwardings, write_redirects
from scripts.project import Project

PAGES = {
    "patients/old/index.html": '<meta http-equiv="refresh" content="0; url=../new/">',
    "patients/part/index.html": '<meta http-equiv=refresh content="0;URL=../new/#section">',
    "gone/index.html": '<meta http-equiv="refresh" content="0; url=../">',
    "s/abcdefg/index.html": '<meta http-equiv="refresh" content="0; url=../../patients/new/">',
    "out/index.html": '<meta http-equiv="refresh" content="0; url=https://example.net/">',
    "patients/new/index.html": "<p>A page</p>",
    "index.html": "<p>Home</p>",
}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for name, text in PAGES.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def test_forwarding_pages_are_found_and_private_links_are_not(site: Path) -> None:
    assert dict(forwardings(site)) == {
        "gone/": "",
        "patients/old/": "patients/new/",
        "patients/part/": "patients/new/#section",
    }


def test_addresses_begin_at_the_root_of_the_host(site: Path, tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text("site_url: https://example.org/below/\n", encoding="utf-8")
    write_redirects(Project(tmp_path), site)
    comment, *lines = (site / "_redirects").read_text(encoding="utf-8").splitlines()
    assert comment.startswith("#")
    assert lines[1] == "/below/patients/old/ /below/patients/new/ 301"
    assert len(lines) == 3
