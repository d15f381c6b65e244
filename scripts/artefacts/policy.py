"""What a browser may do with a page: load this site's own files, run its own scripts, and nothing else.

The policy stands in every page, so that it also holds on a host that sends no headers, and from a folder. The inline
scripts that the theme brings along are allowed one by one, by the digest of each; so is the style of a page that is a
whole file by itself.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable
from html.parser import HTMLParser
from pathlib import Path

from scripts.artefacts.errors import BuildError

_CHARSET = re.compile(r'<meta charset="?utf-8"?\s*/?>', re.IGNORECASE)
_META = '<meta http-equiv="Content-Security-Policy" content="{}"><meta name="referrer" content="no-referrer">'
# The kinds of script that a browser runs; a block of any other kind is data.
_RUN = {"", "module", "text/javascript", "application/javascript", "application/ecmascript", "text/ecmascript"}


class _Inline(HTMLParser):
    """The executable scripts and the styles that stand in a page itself, and what no policy could allow."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.scripts: list[str] = []
        self.styles: list[str] = []
        self.refused: list[str] = []
        self.inside: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what begins here."""
        values = {name: value or "" for name, value in attrs}
        runs = tag == "script" and "src" not in values and values.get("type", "").lower() in _RUN
        self.inside = self.scripts if runs else self.styles if tag == "style" else None
        if self.inside is not None:
            self.inside.append("")
        self.refused += [f"{tag} {name}" for name in values if name == "style" or name.startswith("on")]

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Treat `<tag/>` as `<tag>`, as browsers do."""
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        """End a script or a style."""
        self.inside = None

    def handle_data(self, data: str) -> None:
        """Keep what stands in a script or a style."""
        if self.inside is not None:
            self.inside[-1] += data


def policy_of(scripts: Iterable[str], styles: Iterable[str] = ()) -> str:
    """The policy under which the inline `scripts` may run and the inline `styles` hold, and no others."""
    return "; ".join(
        (
            "default-src 'none'",
            " ".join(("script-src 'self'", *_digests(scripts))),
            " ".join(("style-src 'self'", *_digests(styles))),
            "img-src 'self' data:",
            "font-src 'self'",
            "connect-src 'self'",
            "worker-src 'self'",
            "manifest-src 'self'",
            "object-src 'none'",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


def _digests(texts: Iterable[str]) -> list[str]:
    return sorted({f"'{digest(text)}'" for text in texts})


def digest(text: str) -> str:
    """The name by which a policy allows an inline script or style of exactly this text."""
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"


def protect(site: Path) -> str:
    """Put one policy, that of all pages together, at the head of every page; returns it. Raises BuildError."""
    pages = {path: path.read_text(encoding="utf-8") for path in sorted(site.rglob("*.html"))}
    inline = [_inline(path, text) for path, text in pages.items()]
    policy = policy_of(
        (one for found in inline for one in found.scripts), (s for found in inline for s in found.styles)
    )
    first = _META.format(policy)
    for path, text in pages.items():
        protected, places = _CHARSET.subn(lambda found: found[0] + first, text, count=1)
        if not places:
            raise BuildError(f"{path.as_posix()}: no <meta charset> after which the policy could stand")
        path.write_text(protected, encoding="utf-8")
    return policy


def _inline(path: Path, text: str) -> _Inline:
    found = _Inline()
    found.feed(text)
    found.close()
    if found.refused:
        raise BuildError(f"{path.as_posix()}: {found.refused[0]}: not allowed by the policy; use a file of assets/")
    return found
