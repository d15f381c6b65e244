"""Every page of a built site, opened in Chromium: what it asked of whom, and what it left on the device."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from scripts.artefacts.errors import BuildError
from scripts.artefacts.redirects import forwardings
from scripts.artefacts.serving import served
from scripts.model.embedded import FOLDER as CARDS
from scripts.model.private import FOLDER

if TYPE_CHECKING:  # only the tests and the receipt need a browser; a build does without
    from playwright.sync_api import Browser, BrowserContext, Page, Request

SELF = "this site"
QUIET = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
_TOGETHER = 6  # pages that are open at a time
_KEPT = """async () => [
  ...Object.keys(localStorage).map((key) => `local storage: ${key}`),
  ...Object.keys(sessionStorage).map((key) => `session storage: ${key}`),
  ...(await indexedDB.databases()).map((base) => `database: ${base.name}`),
  ...(await caches.keys()).map((name) => `cache: ${name}`),
  ...(await navigator.serviceWorker.getRegistrations()).map((worker) => `service worker: ${worker.scope}`),
]"""


@dataclass(frozen=True)
class Visit:
    """One page (its address below the site's root), opened in a fresh profile.

    `bytes`: what came over the wire, headers included. `hosts`: whom the page and its workers asked. `stored`: what
    was in the browser's storage afterwards. `sockets`: addresses of web sockets.
    """

    page: str
    requests: int
    bytes: int
    hosts: tuple[str, ...]
    cookies: tuple[str, ...]
    stored: tuple[str, ...]
    sockets: tuple[str, ...]


class _Open:
    """A page that is being opened."""

    def __init__(self, browser: Browser, address: str, name: str) -> None:
        self.name, self.address = name, address
        self.context: BrowserContext = browser.new_context()
        self.requests: list[Request] = []
        self.sockets: list[str] = []
        self.context.on("request", lambda request: self.requests.append(request))  # a builtin is refused
        self.page: Page = self.context.new_page()
        self.page.on("websocket", lambda socket: self.sockets.append(socket.url))
        self.page.goto(address + name, wait_until="commit")

    def visit(self) -> Visit:
        """What was seen, once the page asks for nothing more; at a private link, once it leads on."""
        forwards = self.name.startswith(f"{FOLDER}/")
        if forwards:  # the page that it leads to is visited for itself
            self.page.wait_for_url(lambda url: url != self.address + self.name, wait_until="commit")
        else:
            self.page.wait_for_load_state("networkidle")
        asked = [request for request in self.requests if urlsplit(request.url).scheme not in ("data", "blob")]
        own = urlsplit(self.address).netloc
        hosts = {urlsplit(request.url).netloc for request in asked}
        found = Visit(
            page=self.name,
            requests=1 if forwards else len(asked),
            bytes=sum(_size(request) for request in asked[: 1 if forwards else None]),
            hosts=tuple(sorted(SELF if host == own else host for host in hosts)),
            cookies=tuple(str(cookie.get("name")) for cookie in self.context.cookies()),
            stored=() if forwards else tuple(self.page.evaluate(_KEPT)),
            sockets=tuple(self.sockets),
        )
        self.context.close()
        return found


def _size(request: Request) -> int:
    if request.failure or not request.response():
        return 0
    sizes = request.sizes()
    return sizes["responseHeadersSize"] + sizes["responseBodySize"]


def page_names(site: Path) -> list[str]:
    """The address of every page of a built site, below its root, in alphabetical order.

    Cards for others are none, and neither are pages that have moved.
    """
    moved = dict(forwardings(site))
    files = (path.relative_to(site).as_posix() for path in site.rglob("*.html"))
    names = (name.removesuffix("index.html") for name in files if not name.startswith(f"{CARDS}/"))
    return sorted(name for name in names if name not in moved)


def crawl(site: Path, browser: Browser, prefix: str = "/", headers: dict[str, str] | None = None) -> list[Visit]:
    """A visit to every page of `site`, which is served for it below `prefix`."""
    names = page_names(site)
    with served(site, prefix, headers) as address:
        groups = (names[start : start + _TOGETHER] for start in range(0, len(names), _TOGETHER))
        return [visit for group in groups for visit in _visits(browser, address, group)]


def _visits(browser: Browser, address: str, names: Sequence[str]) -> list[Visit]:
    return [page.visit() for page in [_Open(browser, address, name) for name in names]]


@contextmanager
def chromium() -> Iterator[Browser]:
    """The system's Chromium, with nothing of its own to ask the network for. Raises BuildError where it is missing."""
    try:
        from playwright.sync_api import sync_playwright
    except ImportError as error:
        raise BuildError("Playwright is missing, which only tests and the receipt need: make receipt") from error
    program = shutil.which("chromium")
    if not program:
        raise BuildError("Chromium is missing: apt-get install chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=QUIET)
        yield browser
        browser.close()
