"""`_redirects`: what has moved, for hosts that answer with a status of their own where others send a forwarding page.

Private links are left out: a host's own answer would name their target, and that is what they keep to themselves.
"""

from __future__ import annotations

import html
import posixpath
import re
from collections.abc import Iterator
from pathlib import Path

from scripts.artefacts.settings import site_path
from scripts.model.private import FOLDER
from scripts.project import Project

_FORWARDS = re.compile(r'<meta http-equiv="?refresh"? content="0; ?url=([^"#]*)(#[^"]*)?"', re.IGNORECASE)
_SAID = "# What has moved. Private links are not here: their pages forward without telling where.\n"


def write_redirects(project: Project, site: Path) -> None:
    """Put `_redirects` at the site's root: a line for each page that only leads to another one of the site."""
    prefix = site_path(project)
    lines = (f"{prefix}{old} {prefix}{new} 301\n" for old, new in forwardings(site))
    (site / "_redirects").write_text("".join((_SAID, *lines)), encoding="utf-8")


def forwardings(site: Path) -> Iterator[tuple[str, str]]:
    """The address below the root of every forwarding page, and where it leads, anchor included."""
    for path in sorted(site.rglob("index.html")):
        folder = path.parent.relative_to(site).as_posix()
        found = _FORWARDS.search(path.read_text(encoding="utf-8"))
        if found is None or folder.split("/")[0] == FOLDER or re.match(r"[a-z]+:|/", found[1]):
            continue
        target = posixpath.normpath(posixpath.join(folder, html.unescape(found[1])))
        yield f"{folder}/", f"{target}/{found[2] or ''}".removeprefix("./")
