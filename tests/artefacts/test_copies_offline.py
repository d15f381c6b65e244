"""The site as a zip: small, of the same bytes each time, and every link names a file that is there."""

from __future__ import annotations

import io
import zipfile
from urllib.parse import unquote, urldefrag, urljoin

import pytest

from scripts.artefacts.book.facts import facts_of
from scripts.artefacts.copies.offline import LARGEST, offline_site
from scripts.artefacts.settings import navigation
from scripts.project import Project
from tests.artefacts.pdfs import ADDRESS
from tests.markup import parse
from tests.site.support import Site, links
from tests.support import ROOT

MOST = 10_000_000  # bytes
TOP = "anal-dilation-offline/"


@pytest.fixture(scope="module")
def packed(site: Site) -> bytes:
    return (site.folder / "downloads/anal-dilation-offline.zip").read_bytes()


@pytest.fixture(scope="module")
def files(packed: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(packed)) as package:
        return {name: package.read(name) for name in package.namelist()}


def test_it_is_small_and_lies_in_one_folder_with_a_page_to_start_from(packed: bytes, files: dict[str, bytes]) -> None:
    assert len(packed) <= MOST
    below = {name.removeprefix(TOP).partition("/")[0] for name in files}
    assert all(name.startswith(TOP) for name in files)
    assert below == {"index.html", "site"}


def test_the_same_site_gives_the_same_bytes(site: Site) -> None:
    project = Project(ROOT)
    facts = facts_of(site.knowledge, project, ADDRESS)
    one, other = (
        offline_site(site.knowledge, facts, navigation(project), site.folder, "anal-dilation") for _ in range(2)
    )
    assert one == other


def test_every_page_is_there_and_nothing_that_only_a_server_needs(files: dict[str, bytes], site: Site) -> None:
    for page in site.knowledge.pages.values():
        assert f"{TOP}site/{page.url}index.html" in files
    for name in files:
        assert not name.endswith((".br", ".gz", "_headers", "404.html")), name
        assert not name.startswith(f"{TOP}site/s/"), name
        assert "/downloads/" not in name or len(files[name]) <= LARGEST, name


def test_every_link_names_a_file_that_is_there_or_an_address_on_the_web(files: dict[str, bytes]) -> None:
    for name, content in files.items():
        if name.endswith(".html"):
            for link in links(parse(content.decode())):
                path, _ = urldefrag(link)
                if path and not path.startswith(("http:", "https:", "mailto:")):
                    assert unquote(urljoin(name, path)) in files, (name, link)


def test_what_was_left_out_and_what_is_sent_to_others_leads_to_the_site(files: dict[str, bytes]) -> None:
    page = parse(files[f"{TOP}site/patients/dilators/index.html"].decode())
    own, private = (link.attrs["href"] for link in page.all("a.share__link"))
    assert own == f"{ADDRESS}patients/dilators/"
    assert private.startswith(f"{ADDRESS}s/")


def test_the_first_page_says_what_this_is_and_where_the_rest_lies(files: dict[str, bytes]) -> None:
    start = parse(files[f"{TOP}index.html"].decode())
    assert links(start)[0] == "site/patients/red-flags/index.html"
    assert f"{ADDRESS}downloads/" in links(start)
    said = start.one("main").text
    assert "This is clinical education, not a service. No clinician has signed it off." in said
    assert "Left out to keep it small: the book and the guides as PDFs" in said
    assert "Version 0.1.0, 22 November 2026." in said
