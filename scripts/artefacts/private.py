"""Private links in the built site: the pages that forward, and what the foot of each page offers."""

from __future__ import annotations

import re
from pathlib import Path

from scripts.model.knowledge import Knowledge
from scripts.model.private import private_links
from scripts.rendering.private import forwarding, share

# The empty place that the theme's template leaves at the foot of a page, with the page's id.
_PLACE = re.compile(r'(<div class="?share"? data-share="?([a-z0-9-]+)"?>)(</div>)')


def write_private_links(knowledge: Knowledge, site: Path) -> None:
    """Put a page at every private link, and the links of each page at its foot."""
    for link in private_links(knowledge):
        folder = site / link.url
        folder.mkdir(parents=True)
        (folder / "index.html").write_text(forwarding(knowledge, link), encoding="utf-8")
    for page in knowledge.pages.values():
        path = site / page.url / "index.html"
        path.write_text(_PLACE.sub(lambda found: _filled(knowledge, found), path.read_text("utf-8")), encoding="utf-8")


def _filled(knowledge: Knowledge, found: re.Match[str]) -> str:
    return f"{found[1]}\n{share(knowledge, knowledge.pages[found[2]])}\n{found[3]}"
