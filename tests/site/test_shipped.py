"""The list of works by others is whole: it is compared with the files, the theme's styles, the signs and the fonts."""

from __future__ import annotations

import json
import re
from importlib.metadata import distribution
from pathlib import Path

import pikepdf
import pytest

from scripts.model.shipped import SHIPPED, Shipped
from tests.site.support import Site
from tests.support import ROOT

# What we made ourselves, as patterns below the site's root; everything else must be on the list.
OURS = (
    "*.html", "assets/search/*", "assets/site.*.js", "assets/favicon.svg", "sw.js", "*.json", "*.xml", "_headers",
    "_redirects", "robots.txt", "downloads/*", "api/v1/*.csv", "cite/*", "embed/*/*.svg", "qr/*.svg",
    "qr/*/*.svg",
)  # fmt: skip
THEME = Path(str(distribution("mkdocs-material").locate_file("material/templates")))
FONTS = {
    "SourceSansPro": "Source Sans Pro",
    "LibertinusSerif": "Libertinus Serif",
    "DejaVuSansMono": "DejaVu Sans Mono",
}
NAMES = {work.name for work in SHIPPED}


def test_every_file_is_ours_or_on_the_list(site: Site) -> None:
    known = (*OURS, *(pattern for work in SHIPPED for pattern in work.files))
    files = [path.relative_to(site.folder) for path in site.folder.rglob("*") if path.is_file()]
    assert [path.as_posix() for path in files if not any(path.match(pattern) for pattern in known)] == []


@pytest.mark.parametrize("work", SHIPPED, ids=lambda work: work.name)
def test_what_is_on_the_list_is_there(site: Site, work: Shipped) -> None:
    assert all(list(site.folder.glob(pattern)) for pattern in work.files)


def test_every_package_inside_the_theme_s_styles_is_on_the_list() -> None:
    for path in (THEME / "assets/stylesheets").glob("*.map"):
        sources = json.loads(path.read_text(encoding="utf-8"))["sources"]
        inside = {found[-1] for source in sources if (found := re.findall(r"node_modules/((?:@[^/]+/)?[^/]+)", source))}
        assert inside <= NAMES


def test_every_sign_on_a_page_is_of_the_listed_collection(site: Site) -> None:
    icons = THEME / ".icons" / "material"
    drawn = {
        found
        for path in icons.rglob("*.svg")
        for found in re.findall(r' d="([^"]+)"', path.read_text(encoding="utf-8"))
    }
    page = (site.folder / "index.html").read_text(encoding="utf-8")
    signs = re.findall(r'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path d="([^"]+)"', page)
    assert signs
    assert set(signs) <= drawn


def test_every_font_in_a_pdf_is_on_the_list(site: Site) -> None:
    found: set[str] = set()
    for path in (site.folder / "downloads").glob("*.pdf"):
        with pikepdf.open(path) as pdf:
            for item in pdf.objects:
                if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/FontDescriptor":
                    found.add(str(item["/FontName"]).rpartition("+")[2].partition("-")[0])
    assert {FONTS[name] for name in found} == set(FONTS.values())
    assert set(FONTS.values()) <= NAMES


def test_licences_and_versions_are_those_that_the_works_state() -> None:
    by_name = {work.name: work for work in SHIPPED}
    mini = (ROOT / "docs/assets/vendor/minisearch.js").read_text(encoding="utf-8")
    assert f"MiniSearch {by_name['MiniSearch'].version}" in mini[:200]
    style = (ROOT / "scripts/rendering/styles/nlm-citation-sequence.csl").read_text(encoding="utf-8")
    assert "licenses/by-sa/3.0/" in style
    assert by_name["NLM/Vancouver citation style"].licence == "CC-BY-SA-3.0"
    assert distribution("mkdocs-material").metadata["License-Expression"] == by_name["Material for MkDocs"].licence
    assert "OFL 1.1" in distribution("font-source-sans-pro").metadata["License"]
    assert "Apache 2.0" in (THEME / ".icons/material/LICENSE").read_text(encoding="utf-8")


def test_the_page_shows_each_work_with_its_licence(site: Site) -> None:
    table = site.articles["about/licences/"].one("figure.table-figure").one("tbody")
    rows = {row.one("th").text: row for row in table.all("tr")}
    assert list(rows) == [work.name for work in SHIPPED]
    for work in SHIPPED:
        assert work.licence in rows[work.name].text
        assert work.holder in rows[work.name].text


def test_a_version_is_the_same_wherever_it_is_said(site: Site) -> None:
    cited = (ROOT / "CITATION.cff").read_text(encoding="utf-8")
    number = re.search(r"^version: (\S+)", cited, re.MULTILINE)
    assert number
    for page, article in site.pages():
        foot = article.one("p.page-version").text
        assert foot.startswith(f"Version {number[1]}, "), page.id
        assert set(re.findall(r"Version (\d+\.\d+\.\d+)", site.articles["about/cite/"].text)) == {number[1]}


def test_the_page_of_versions_has_every_one(site: Site) -> None:
    article = site.articles["about/versions/"]
    titles = [head.text for head in article.all("h3")]
    found = re.findall(r"^## \[([^\]]+)\]", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert len(titles) == len(found)
    assert all(name in title or name == "Unreleased" for name, title in zip(found, titles, strict=True))
    assert "This copy of the site has no list" not in article.text
