"""A pathway as a reader meets it in a browser, beside the paths that its model allows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

from playwright.sync_api import Locator, Page

from scripts.compiling.compile import knowledge_of
from scripts.model.pathway import Pathway
from tests.support import ROOT

PATHWAYS = tuple(knowledge_of(ROOT).pathways.values())

# The standard aimed at: WCAG 2.2, level AA; besides, what the makers of axe call best practice.
STANDARD = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

_BEGIN = """() => {
  for (const name of ["One question at a time", "Start again"])
    [...document.querySelectorAll(".pathway button")]
      .find((e) => e.checkVisibility() && e.textContent === name)?.click();
  document.activeElement.blur();
  scrollTo(0, 0);
}"""
# axe reads the whole document however little it is asked about, and most of it are references.
_WITHOUT_THE_REST = "() => { for (const e of document.querySelectorAll('.references li, .drawing > *')) e.remove(); }"
_COLOURS = ["color-contrast", "link-in-text-block"]
_VISIBLE = "() => [...document.querySelectorAll('[data-node]')].filter((e) => e.checkVisibility()).map((e) => e.id)"
_AXE = """async ([within, only]) => {
  const found = await axe.run(within, { runOnly: only, resultTypes: ["violations"] });
  return found.violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target).join(" ")}`);
}"""
# What a finger aims at: answers and the controls of the stepper.
_SMALL = """() => [...document.querySelectorAll(".pathway button, .pathway .node__option, .pathway input")]
  .filter((e) => e.checkVisibility() && e.getBoundingClientRect().height < 44).map((e) => e.textContent)"""


@dataclass(frozen=True)
class Path:
    """One way through a pathway: at each question the position of the answer; then the card."""

    steps: tuple[tuple[str, int], ...]
    card: str


def paths(pathway: Pathway, at: str | None = None, before: tuple[tuple[str, int], ...] = ()) -> Iterator[Path]:
    """Every path from the first question, each once, those with a common beginning after each other."""
    node = at or pathway.head.start
    question = pathway.questions.get(node)
    if question is None:
        yield Path(before, node)
        return
    for index, option in enumerate(question.answers):
        yield from paths(pathway, option.to, (*before, (node, index)))


def path_to(pathway: Pathway, card: str) -> Path:
    """The shortest path that ends in a card."""
    return min((path for path in paths(pathway) if path.card == card), key=lambda path: len(path.steps))


def longest(pathway: Pathway) -> Path:
    return max(paths(pathway), key=lambda path: len(path.steps))


@dataclass(frozen=True)
class Reader:
    """Somebody with a page of a pathway before them."""

    page: Page
    address: str
    pathway: Pathway

    def open(self, anchor: str = "") -> None:
        """Open the page afresh, or at an anchor, and wait until the stepper stands."""
        self.page.goto("about:blank")
        self.page.goto(f"{self.address}#{anchor}" if anchor else self.address)
        self.button("Show all questions").wait_for()

    def begin(self) -> None:
        """Be at the first question without answers, by the stepper's own means where the page is open."""
        self.page.bring_to_front()  # a page behind another is drawn once a second
        self.page.emulate_media(media="null", color_scheme="null", forced_colors="null")
        if self.page.url == self.address:
            self.page.evaluate(_BEGIN)
        if self.page.url != self.address or self.visible() != [self.pathway.head.start] or self.given():
            self.open()

    def visible(self) -> list[str]:
        """The questions and cards that can be seen."""
        found: list[str] = self.page.evaluate(_VISIBLE)
        return found

    def node(self, name: str) -> Locator:
        return self.page.locator(f"[id='{name}']")

    def option(self, question: str, index: int) -> Locator:
        return self.node(question).get_by_role("listitem").locator("a.node__option").nth(index)

    def button(self, name: str) -> Locator:
        """The first button of that name: some stand above and below a long list."""
        return self.page.locator(".pathway").get_by_role("button", name=name, exact=True).first

    def walk(self, path: Path) -> None:
        """Click the answers of a path."""
        for question, index in path.steps:
            self.option(question, index).click()

    def given(self) -> list[str]:
        """The list of the answers so far; empty where it is not shown."""
        rows = self.page.locator(".pathway__answers li")
        return [" ".join(row.inner_text().split()) for row in rows.all() if row.is_visible()]

    def focused(self) -> str:
        """The words of the element that has the focus."""
        found: str = self.page.evaluate("() => document.activeElement.textContent.replace(/\\s+/g, ' ').trim()")
        return found

    def heading(self, name: str) -> str:
        return " ".join((self.node(name).locator("h3").text_content() or "").split())

    def wear(self, scheme: str) -> None:
        """Change the colours as the theme's own switch does."""
        self.page.evaluate("(scheme) => { document.body.dataset.mdColorScheme = scheme; }", scheme)

    def forget_the_rest(self) -> None:
        """Take out of the document what is long and stands outside the stepper, so that looking at it is quick."""
        self.page.evaluate(_WITHOUT_THE_REST)

    def faults(self, within: str = ".pathway", colours: bool = False) -> list[str]:
        """What axe finds wrong (in the colours, or at all), what is too small for a finger, what is too wide."""
        if not self.page.evaluate("() => 'axe' in window"):
            self.page.evaluate((files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8"))
        only = {"type": "rule", "values": _COLOURS} if colours else {"type": "tag", "values": STANDARD}
        found: list[str] = self.page.evaluate(_AXE, [within, only])
        found += [f"small: {words}" for words in self.page.evaluate(_SMALL)]
        return found + self.too_wide()

    def too_wide(self) -> list[str]:
        wide = self.page.evaluate("() => document.documentElement.scrollWidth - window.innerWidth")
        return [f"{wide} px wider than the screen"] if wide > 0 else []

    def kept(self) -> dict[str, Any]:
        """Everything in which a browser could keep an answer."""
        found: dict[str, Any] = self.page.evaluate(
            """async () => ({
              local: { ...localStorage }, session: { ...sessionStorage }, cookies: document.cookie,
              databases: (await indexedDB.databases()).map((base) => base.name), caches: await caches.keys(),
              history: history.length, state: JSON.stringify(history.state),
              address: location.href, title: document.title, name: window.name,
            })"""
        )
        return {**found, "jar": self.page.context.cookies()}


def first_cards(pathway: Pathway) -> list[str]:
    """One card of each urgency."""
    found = {card.urgency: card.id for card in pathway.dispositions.values()}
    return list(found.values())
