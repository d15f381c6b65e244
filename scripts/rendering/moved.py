"""What stands at an address whose content has moved or was withdrawn."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from scripts.model.knowledge import Knowledge
from scripts.model.lasting import Forward, Tombstone
from scripts.rendering.view import TEMPLATES, relative


@dataclass(frozen=True)
class Note:
    """The words at an anchor whose content is no longer there; `there` is relative to the page that shows them."""

    item: Forward | Tombstone
    anchor: str
    there: str
    title: str


def note(knowledge: Knowledge, item: Forward | Tombstone, url: str) -> Note:
    """The note on `item`, as the page at `url` shows it."""
    return Note(item, item.source.partition("#")[2], way(item.to, url), title(knowledge, item.to))


def moved_notes(notes: Sequence[Note]) -> Markup:
    """The lines at the foot of a page about what stood on it."""
    return Markup(TEMPLATES.get_template("moved_notes.html").render(notes=notes))  # noqa: S704 - an escaping template


def moved_page(knowledge: Knowledge, item: Forward | Tombstone, notes: Markup, site: str) -> str:
    """The document at a page's former address; `site` is the whole site's address ("" where it has none)."""
    return TEMPLATES.get_template("moved.html").render(
        item=item,
        there=way(item.to, item.source),
        title=title(knowledge, item.to),
        root=relative("", item.source),
        site=site,
        notes=notes,
    )


def way(target: str, base: str) -> str:
    """The way from a page's address to a place, both below the site's root."""
    url, sign, anchor = target.partition("#")
    return f"#{anchor}" if url == base and anchor else f"{relative(url, base)}{sign}{anchor}"


def title(knowledge: Knowledge, place: str) -> str:
    """What a place on the site is called: its page, and its section or its id."""
    url, _, anchor = place.partition("#")
    page = next(page for page in knowledge.pages.values() if page.url == url)
    return ": ".join((page.front.title, *_part(knowledge, page.id, anchor)))


def _part(knowledge: Knowledge, page: str, anchor: str) -> Iterator[str]:
    if anchor:
        sections = knowledge.pages[page].sections
        yield next((section.title for section in sections if section.id == anchor), anchor)
