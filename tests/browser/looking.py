"""Looking at any page of the site for barriers: what axe finds, what is too wide, cut off, or too small to hit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib.resources import files

from playwright.sync_api import Browser, Page

from tests.browser.support import STANDARD

PHONE, DESK = 360, 1280
NARROWEST = (320, 256)  # also what is left of 1280 by 1024 at 400 %
SAMPLE = ("", "patients/red-flags/", "clinicians/home-protocols/", "evidence/ledger/safety/", "decide/patients/")
_COLOUR = ["color-contrast", "link-in-text-block"]
_ALL: dict[str, object] = {"runOnly": STANDARD}
# At a width, in a scheme, the rules to ask and what to leave out. A scheme changes colours and nothing else, and a
# width changes no colour in the article, so each of these is asked once; in the dark, the entries of a long list that
# come after the third are taken to be like those before them.
_ALIKE = [":is(.references, .claims, .sources) > :nth-child(n + 4)", ".claim ~ .claim ~ .claim ~ .claim"]
_PASSES: tuple[tuple[int, str, dict[str, object], list[str]], ...] = (
    (PHONE, "default", _ALL, []),
    (PHONE, "slate", {"runOnly": _COLOUR}, _ALIKE),
    (DESK, "default", {**_ALL, "rules": {name: {"enabled": False} for name in _COLOUR}}, []),
    (DESK, "default", {"runOnly": _COLOUR}, ["article"]),
    (DESK, "slate", {"runOnly": _COLOUR}, ["article"]),
)
AXE = (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")

# Begun and not awaited, so that the two pages are looked at at once.
_BEGIN = """([options, without]) => {
  const asked = { ...options, reporter: "raw", resultTypes: ["violations"], selectors: false };
  const exclude = without.filter((name) => document.querySelector(name)).map((name) => [name]);
  const within = { include: [["html"]], exclude };
  window.found = axe.run(within, asked).then((results) => results.flatMap((rule) => rule.violations.map(
    (one) => `${rule.id}: ${(one.node.source ?? "").slice(0, 120)}`)));
}"""
_SPACED = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
  p { margin-bottom: 2em !important; }"""
_SPACE = """(rules) => {
  const sheet = new CSSStyleSheet(); sheet.replaceSync(rules); document.adoptedStyleSheets = rules ? [sheet] : [];
}"""
_WIDE = "() => document.documentElement.scrollWidth - window.innerWidth"
# Words that stand in a box which cuts them off: not those that only a screen reader is meant to have.
_CUT = """() => [...document.querySelectorAll("body *")].filter((e) => {
  if (!e.checkVisibility({ visibilityProperty: true }) || !e.textContent.trim()) return false;
  const style = getComputedStyle(e);
  if (style.clipPath !== "none" || !/hidden|clip/.test(style.overflowX + style.overflowY)) return false;
  return e.scrollWidth > e.clientWidth + 1 && e.clientWidth || e.scrollHeight > e.clientHeight + 1 && e.clientHeight;
}).map((e) => `${e.tagName}.${e.className}: ${e.textContent.trim().slice(0, 40)}`)"""
# What can be hit, but for links in running text: the smaller side of each that is below 24 px.
_SMALL = """() => [...document.querySelectorAll("a[href], button, input, select, summary, label[for], [role=button]")]
  .filter((e) => e.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
  .filter((e) => !(e.tagName === "A" && getComputedStyle(e).display === "inline"))
  .map((e) => [e.getBoundingClientRect(), e])
  .filter(([box]) => Math.min(box.width, box.height) > 1 && Math.min(box.width, box.height) < 24)
  .map(([box, e]) => `${Math.round(box.width)}x${Math.round(box.height)} ${e.outerHTML.slice(0, 80)}`)"""


@dataclass
class Seen:
    """What was found on one page."""

    title: str = ""
    language: str = ""
    levels: list[int] = field(default_factory=list)
    axe: list[str] = field(default_factory=list)
    wide: list[str] = field(default_factory=list)
    cut: list[str] = field(default_factory=list)
    small: list[str] = field(default_factory=list)


@contextmanager
def two_pages(browser: Browser, width: int = PHONE) -> Iterator[tuple[Page, Page]]:
    """Two pages of one profile, each in a process of its own."""
    context = browser.new_context(viewport={"width": width, "height": 740}, reduced_motion="reduce")
    yield context.new_page(), context.new_page()
    context.close()


def axe(pages: Sequence[Page], options: dict[str, object] = _ALL, without: Sequence[str] = ()) -> list[list[str]]:
    """What axe finds wrong on each page, at once."""
    for page in pages:
        if not page.evaluate("() => 'axe' in window"):
            page.evaluate(AXE)
        page.evaluate(_BEGIN, [options, list(without)])
    return [page.evaluate("() => window.found") for page in pages]


def paint(pages: Sequence[Page], scheme: str) -> None:
    """Show the pages in a scheme of colours, as the theme's own switch does."""
    for page in pages:
        page.evaluate("(name) => document.body.setAttribute('data-md-color-scheme', name)", scheme)


def look(pages: Sequence[Page], addresses: Sequence[str]) -> list[Seen]:
    """Look at the pages at the addresses in every way."""
    seen = [Seen() for _ in addresses]
    for page, address, one in zip(pages, addresses, seen, strict=True):
        page.set_viewport_size({"width": PHONE, "height": 740})
        page.goto(address)
        one.title, one.language = page.title(), page.evaluate("() => document.documentElement.lang")
        headings = page.locator("h1, h2, h3, h4, h5, h6").filter(visible=True)
        one.levels = headings.evaluate_all("(found) => found.map((e) => Number(e.tagName[1]))")
    for width, scheme, options, without in _PASSES:
        for page in pages:
            page.set_viewport_size({"width": width, "height": 740})
        paint(pages, scheme)
        for one, found in zip(seen, axe(pages, options, without), strict=True):
            one.axe += [f"{width} {scheme} {wrong}" for wrong in found]
    for page, one in zip(pages, seen, strict=True):
        _narrow(page, one)
    return seen


def _narrow(page: Page, seen: Seen) -> None:
    """At the narrowest, as it is and with the spacing of text that a reader may set (WCAG 1.4.12)."""
    seen.small += [f"{DESK}: {words}" for words in page.evaluate(_SMALL)]
    page.set_viewport_size({"width": NARROWEST[0], "height": NARROWEST[1]})
    seen.small += [f"{NARROWEST[0]}: {words}" for words in page.evaluate(_SMALL)]
    for rules in ("", _SPACED):
        page.evaluate(_SPACE, rules)
        wide = page.evaluate(_WIDE)
        seen.wide += [f"{wide} px {'spaced' if rules else ''}"] if wide > 0 else []
    seen.cut += page.evaluate(_CUT)
    page.evaluate(_SPACE, "")
