"""Cards for other sites in a browser: read by everyone, in light and dark, in a frame of another site."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from scripts.artefacts.headers import card_headers, headers
from scripts.artefacts.serving import served
from scripts.model.knowledge import Knowledge
from tests.browser.support import STANDARD
from tests.site.support import Site

_AXE = """async (only) => {
  const found = await axe.run(document, { runOnly: { type: "tag", values: only }, resultTypes: ["violations"] });
  return found.violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target).join(" ")}`);
}"""
# The ends of the lines of a picture, against the place that is there for them.
_ENDS = """() => [...document.querySelectorAll("svg")].map((picture) =>
  Math.max(...[...picture.querySelectorAll("text")].map((t) => t.getBBox().x + t.getBBox().width)))"""


def sample(knowledge: Knowledge) -> list[str]:
    """Cards of claims: the longest, the shortest, one held, one read with others; and a red flag of each urgency."""
    claims = sorted(knowledge.claims.values(), key=lambda claim: len(claim.statement + claim.caveat))
    held = next(claim for claim in claims if claim.held)
    chosen = [claims[0], claims[-1], held, knowledge.claims[knowledge.together[0][0]]]
    flags = {flag.urgency: flag.id for flag in knowledge.red_flags.values()}
    return [*(f"claims/{c.id}" for c in chosen), *(f"red-flags/{name}" for name in flags.values())]


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 320, "height": 480})
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_and_nothing_is_too_wide(site: Site, host: str, page: Page, scheme: str) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    axe = (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
    wrong = {}
    for name in sample(site.knowledge):
        page.goto(f"{host}embed/{name}.html")
        page.evaluate(axe)
        found = page.evaluate(_AXE, STANDARD)
        wide = page.evaluate("() => document.documentElement.scrollWidth - innerWidth")
        wrong[name] = [*found, *([f"{wide} px too wide"] if wide > 0 else [])]
    assert {name: found for name, found in wrong.items() if found} == {}


def test_the_style_is_worn_in_light_and_dark(site: Site, host: str, page: Page) -> None:
    colours = set()
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        page.goto(f"{host}embed/claims/out-cad-healing.html")
        colours.add(page.evaluate("() => getComputedStyle(document.body).backgroundColor"))
    assert colours == {"rgb(255, 255, 255)", "rgb(22, 24, 29)"}


def test_no_line_of_a_picture_leaves_it(site: Site, page: Page) -> None:
    paths = sorted((site.folder / "embed").glob("*/*.svg"))
    page.goto("about:blank")
    page.set_content("".join(path.read_text(encoding="utf-8") for path in paths))
    ends = dict(zip((path.name for path in paths), page.evaluate(_ENDS), strict=True))
    assert {name: end for name, end in ends.items() if end > 312} == {}
    assert len(ends) > 500


def outside(folder: Path, address: str) -> Path:
    """A page of another site that frames a card and shows its picture; `address` is the site's."""
    folder.mkdir()
    frame = f'<iframe src="{address}embed/claims/out-cad-healing.html" width="320" height="420" sandbox="allow-popups">'
    picture = f'<img src="{address}embed/claims/out-cad-healing.svg" alt="A claim">'
    page = f'<iframe id="page" src="{address}patients/red-flags/"></iframe>'
    html = f'<!doctype html><html lang="en"><title>Other</title>{frame}</iframe>{picture}{page}</html>'
    (folder / "index.html").write_text(html, encoding="utf-8")
    return folder


def test_another_site_can_frame_a_card_and_no_page(site: Site, browser: Browser, tmp_path: Path) -> None:
    cards = tmp_path / "cards"
    cards.mkdir()
    (cards / "embed").symlink_to(site.folder / "embed")
    common = headers("default-src 'self'")
    own = {name: value for name, value in common.items() if name != "X-Frame-Options"} | card_headers()
    with served(cards, headers=own) as address, served(site.folder, headers=common) as pages:
        folder = outside(tmp_path / "other", address)
        text = (folder / "index.html").read_text(encoding="utf-8")
        (folder / "index.html").write_text(text.replace(f"{address}patients", f"{pages}patients"), encoding="utf-8")
        with served(folder) as other:
            page = browser.new_page()
            page.goto(other.replace("127.0.0.1", "localhost"), wait_until="networkidle")
            card = next(frame for frame in page.frames if "embed/" in frame.url)
            assert "no clinician has signed it off" in card.locator("body").inner_text()
            assert page.locator("img").evaluate("(image) => image.naturalWidth") == 320
            assert not [frame for frame in page.frames if "patients/" in frame.url]
            page.close()
