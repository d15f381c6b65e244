"""A browser, the built site behind a server of its own, and a reader before a page of a pathway."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext

from scripts.artefacts.crawl import chromium
from scripts.artefacts.serving import served
from scripts.model.pathway import Pathway
from tests.browser.support import PATHWAYS, Reader
from tests.site.support import Site

_PHONE = 360

Opens = Callable[..., Reader]


@pytest.fixture(scope="session")
def host(site: Site) -> Iterator[str]:
    with served(site.folder) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with chromium() as browser:
        yield browser


@pytest.fixture(params=PATHWAYS, ids=lambda pathway: pathway.id)
def pathway(request: pytest.FixtureRequest) -> Pathway:
    found: Pathway = request.param
    return found


def watched(context: BrowserContext, host: str) -> list[str]:
    """What goes wrong in any page from now on: errors, warnings, and whatever is asked of another host."""
    wrong: list[str] = []
    context.on("request", lambda asked: None if asked.url.startswith(host) else wrong.append(asked.url))
    context.on("weberror", lambda error: wrong.append(str(error.error)))
    context.on("console", lambda said: wrong.append(said.text) if said.type in ("error", "warning") else None)
    return wrong


@pytest.fixture
def opens(browser: Browser, host: str, site: Site, pathway: Pathway) -> Iterator[Opens]:
    """Gives readers who were never here before, with a phone unless a width is told."""
    contexts: list[tuple[BrowserContext, list[str]]] = []

    def opened(width: int = _PHONE, javascript: bool = True) -> Reader:
        context = browser.new_context(viewport={"width": width, "height": 740}, java_script_enabled=javascript)
        contexts.append((context, watched(context, host)))
        return Reader(context.new_page(), host + site.knowledge.pages[pathway.page].url, pathway)

    yield opened
    for context, wrong in contexts:
        context.close()
        assert wrong == []


@pytest.fixture(scope="session")
def shared(browser: Browser, host: str) -> Iterator[tuple[dict[str, Reader], BrowserContext, list[str]]]:
    """One page for each pathway, which tests use one after the other: opening it takes longer than most of them."""
    context = browser.new_context(viewport={"width": _PHONE, "height": 740})
    yield {}, context, watched(context, host)
    context.close()


@pytest.fixture
def reader(
    shared: tuple[dict[str, Reader], BrowserContext, list[str]], host: str, site: Site, pathway: Pathway
) -> Iterator[Reader]:
    """A reader with a phone, at the first question, with no answer given."""
    readers, context, wrong = shared
    if pathway.id not in readers:
        address = host + site.knowledge.pages[pathway.page].url
        readers[pathway.id] = Reader(context.new_page(), address, pathway)
    readers[pathway.id].begin()
    yield readers[pathway.id]
    found = wrong[:]
    wrong.clear()
    assert found == []
