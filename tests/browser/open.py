"""Any page of the site in a browser, with everything noted that a reader would mind."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page

_VIOLATIONS = """document.addEventListener("securitypolicyviolation", (event) =>
  console.error(`policy: ${event.effectiveDirective} ${event.blockedURI} ${event.sample}`));"""


@dataclass
class Opened:
    """A page before a reader; `wrong`: errors, warnings, breaches of the policy; `away`: requests to other hosts."""

    page: Page
    context: BrowserContext
    address: str
    wrong: list[str] = field(default_factory=list)
    away: list[str] = field(default_factory=list)

    def go(self, url: str) -> Page:
        """Open the page at `url` below the site's root, and wait until it is at rest."""
        self.page.goto(self.address + url)
        self.page.wait_for_load_state("networkidle")
        return self.page


@contextmanager
def opened(browser: Browser, address: str, **options: Any) -> Iterator[Opened]:  # noqa: ANN401 - the library's own
    """A reader with a fresh profile, for whom other hosts answer with an empty page."""
    context = browser.new_context(**{"viewport": {"width": 360, "height": 740}, **options})
    context.set_default_timeout(10_000)  # milliseconds
    context.add_init_script(_VIOLATIONS)
    found = Opened(context.new_page(), context, address)
    context.route(lambda url: url.startswith("https:"), lambda route: route.fulfill(body="<title>Weather</title>"))
    context.on("request", lambda asked: None if asked.url.startswith(address) else found.away.append(asked.url))
    found.page.on("pageerror", lambda error: found.wrong.append(str(error)))
    found.page.on("console", lambda said: found.wrong.append(said.text) if said.type in ("error", "warning") else None)
    yield found
    context.close()
