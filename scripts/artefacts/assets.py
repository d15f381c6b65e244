"""What pages load, put together: one style sheet and one script of ours a page, named after what is in them.

A generator writes a request for each file. After the build, the style sheets of a page become one file, and so do our
scripts; both are named by a digest of their content, so that a browser may keep them for ever. Nothing else changes.
"""

from __future__ import annotations

import hashlib
import posixpath
import re
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

_STYLE = re.compile(r'[ \t]*<link rel="stylesheet" href="([^":]+\.css)">\n?')
_SCRIPT = re.compile(r'[ \t]*<script src="([^":]+\.js)"(?: type="module"| defer)></script>\n?')
_MAP = re.compile(r"\n?(?:/\*# sourceMappingURL=\S+ \*/|//# sourceMappingURL=\S+)\n?")
# What the theme brings along and no page asks for.
_UNUSED = ("assets/javascripts", "assets/images")


@dataclass
class Bundles:
    """The files already put together, by what is in them."""

    site: Path
    made: dict[tuple[str, ...], str] = field(default_factory=dict)

    def name(self, names: tuple[str, ...], kind: str) -> str:
        """The name, below the site's root, of one file with the content of all."""
        if names not in self.made:
            content = "".join(_contents(self.site, names, kind))
            name = f"assets/site.{hashlib.sha256(content.encode()).hexdigest()[:10]}.{kind}"
            (self.site / name).write_text(content, encoding="utf-8")
            self.made[names] = name
        return self.made[names]


def put_together(site: Path) -> None:
    """Let every page of the site load its style sheets and scripts from one file each."""
    bundles = Bundles(site)
    for path in sorted(site.rglob("*.html")):
        folder = path.relative_to(site).parent.as_posix()
        text = path.read_text(encoding="utf-8")
        text = _joined(bundles, folder, text, _STYLE, "css", '<link rel="stylesheet" href="{}">\n')
        text = _joined(bundles, folder, text, _SCRIPT, "js", '<script src="{}" defer></script>\n')
        path.write_text(text, encoding="utf-8")
    for name in {name for names in bundles.made for name in names}:
        (site / name).unlink()
    _tidy(site)


def _joined(bundles: Bundles, folder: str, text: str, pattern: re.Pattern[str], kind: str, tag: str) -> str:
    """The text of a page with all that `pattern` finds replaced by one tag, in the place of the first."""
    found = list(pattern.finditer(text))
    if not found:
        return text
    root = _root(found[0][1])
    paths = [match[1].removeprefix(root) if root else posixpath.join(folder, match[1]) for match in found]
    name = bundles.name(tuple(map(posixpath.normpath, paths)), kind)
    address = f"{root}{name}" if root else posixpath.relpath(name, folder)
    return text[: found[0].start()] + tag.format(address) + pattern.sub("", text[found[0].end() :])


def _root(address: str) -> str:
    """The site's root in an address that begins at the host's: so on the page that is served for unknown addresses."""
    return address.partition("assets/")[0] if address.startswith("/") else ""


def _contents(site: Path, names: Sequence[str], kind: str) -> Iterator[str]:
    for name in names:
        content = _MAP.sub("", (site / name).read_text(encoding="utf-8")).strip()
        # A script keeps its names to itself, as a module does; one that is not a module also runs from a folder.
        yield f"(() => {{\n{content}\n}})();\n" if kind == "js" else f"{content}\n"


def _tidy(site: Path) -> None:
    """Remove maps for developers, and what nothing asks for."""
    for path in sorted(site.rglob("*.map")):
        path.unlink()
    for name in _UNUSED:
        shutil.rmtree(site / name, ignore_errors=True)
    for folder in sorted((path for path in (site / "assets").rglob("*") if path.is_dir()), reverse=True):
        if not any(folder.iterdir()):
            folder.rmdir()
