"""What a server should say beside each file: `_headers`, which several hosts read, in step with deploy/."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from scripts.artefacts.embed.write import POLICY as CARD_POLICY
from scripts.model.embedded import FOLDER as CARDS

# Powers that a page could ask a reader for; this site asks for none, and writes to the clipboard when told to.
_OFF = (
    "accelerometer", "autoplay", "browsing-topics", "camera", "clipboard-read", "display-capture",
    "encrypted-media", "fullscreen", "gamepad", "geolocation", "gyroscope", "hid", "identity-credentials-get",
    "idle-detection", "local-fonts", "magnetometer", "microphone", "midi", "otp-credentials", "payment",
    "picture-in-picture", "publickey-credentials-create", "publickey-credentials-get", "screen-wake-lock", "serial",
    "storage-access", "sync-xhr", "usb", "window-management", "xr-spatial-tracking",
)  # fmt: skip
PERMISSIONS = ", ".join([*(f"{name}=()" for name in _OFF), "clipboard-write=(self)"])
FOREVER = "public, max-age=31536000, immutable"
BRIEFLY = "public, max-age=300"
# A file that is named after its content; what it holds never changes.
HASHED = r"\.[0-9a-f]{8,64}\.[a-z0-9.]+$"
# The headers that say who may show a page inside another: cards are made for that, pages are not.
FRAMING = ("Content-Security-Policy", "X-Frame-Options", "Cross-Origin-Resource-Policy")
SHARED = ("api", "cite")  # data that scripts of other sites may read


def headers(policy: str) -> dict[str, str]:
    """The headers of every answer; `policy` is that of the pages."""
    return {
        "Content-Security-Policy": f"{policy}; frame-ancestors 'none'",
        "Strict-Transport-Security": "max-age=63072000",
        "Referrer-Policy": "no-referrer",
        "Permissions-Policy": PERMISSIONS,
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
        "X-DNS-Prefetch-Control": "off",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
    }


def card_headers() -> dict[str, str]:
    """The headers in which a card for other sites differs: it may be framed and shown anywhere, and is not listed."""
    return {
        "Content-Security-Policy": f"{CARD_POLICY}; frame-ancestors *",
        "Cross-Origin-Resource-Policy": "cross-origin",
        "X-Robots-Tag": "noindex",
    }


def write_headers(site: Path, policy: str) -> None:
    """Put `_headers` at the site's root."""
    (site / "_headers").write_text("\n".join(_lines(site, policy)) + "\n", encoding="utf-8")


def _rule(place: str, said: Mapping[str, str]) -> Iterator[str]:
    yield place
    yield from (f"  {name}: {value}" for name, value in said.items())


def _lines(site: Path, policy: str) -> Iterator[str]:
    said = headers(policy)
    yield from _rule("/*", {name: value for name, value in said.items() if name not in FRAMING})
    # Hosts join what several rules say of one header, so none may stand both in a rule for all and in one for cards.
    for name in sorted({path.name + "/*" * path.is_dir() for path in site.iterdir()} - {"_headers", f"{CARDS}/*"}):
        yield from _rule(f"/{name}", {name: said[name] for name in FRAMING})
    yield from _rule("/", {name: said[name] for name in FRAMING})
    yield from _rule(f"/{CARDS}/*", card_headers())
    for folder in SHARED:
        yield from _rule(f"/{folder}/*", {"Access-Control-Allow-Origin": "*"})
    for path in sorted(site.rglob("*")):
        if path.is_file() and re.search(HASHED, path.name) and path.suffix not in {".gz", ".br"}:
            yield f"/{path.relative_to(site).as_posix()}"
            yield f"  Cache-Control: {FOREVER}"
