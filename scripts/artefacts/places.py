"""Places on built pages that are filled once it is known what stands there."""

from __future__ import annotations

import re
from pathlib import Path


def fill(path: Path, name: str, content: str) -> bool:
    """Put `content` (HTML) in the place of the paragraph or block with the id `name`; false where there is none."""
    if not path.is_file():
        return False
    place = re.compile(rf'<(p|div) id="?{name}"?>.*?</\1>', re.DOTALL)
    filled = f'<div id="{name}">\n{content}\n</div>'
    text, places = place.subn(lambda _: filled, path.read_text(encoding="utf-8"), count=1)
    path.write_text(text, encoding="utf-8")
    return bool(places)


def fill_foot(path: Path, name: str, content: str) -> None:
    """Put `content` (HTML) in the empty paragraph of the class `name` that the template leaves at a page's foot."""
    place = re.compile(rf'(<p class="?{name}"?>)(</p>)')
    text = place.sub(lambda found: f"{found[1]}{content}{found[2]}", path.read_text(encoding="utf-8"))
    path.write_text(text, encoding="utf-8")
