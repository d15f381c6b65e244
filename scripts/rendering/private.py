"""Private links as pages show them, and the page to which such a link leads first."""

from __future__ import annotations

from scripts.model.knowledge import Knowledge
from scripts.model.page import Page
from scripts.model.private import PrivateLink, private_url
from scripts.rendering.view import TEMPLATES, View, relative


def private_link(view: View, *names: str) -> str:
    """The private address of a page or of a card, relative to the page being rendered."""
    return view.path(private_url(*names))


def share(knowledge: Knowledge, page: Page) -> str:
    """What the foot of a page offers to those who want to send it: its link, and its private link."""
    return TEMPLATES.get_template("share.html").render(view=View(knowledge, page), private_link=private_link)


def forwarding(knowledge: Knowledge, link: PrivateLink) -> str:
    """The document at a private link: it says nothing of the page to which it leads on."""
    there = relative(knowledge.pages[link.address.page].url, link.url)
    anchor = f"#{link.address.anchor}" if link.address.anchor else ""
    return TEMPLATES.get_template("forwarding.html").render(there=there + anchor)
