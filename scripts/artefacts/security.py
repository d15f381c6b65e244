"""`/.well-known/security.txt` (RFC 9116): where to report a fault of security, and until when that holds."""

from __future__ import annotations

import datetime
import re
from pathlib import Path

from scripts.artefacts.errors import BuildError

NAME = ".well-known/security.txt"
_VALID = datetime.timedelta(days=360)  # the standard asks for less than a year
_CONTACT = re.compile(r"https://\S+|mailto:\S+@\S+")


def write_security(site: Path, contact: str, day: datetime.date) -> None:
    """Put the file of that day into the site, if there is a contact; raises BuildError if that is no address."""
    if not contact:
        return
    if not _CONTACT.fullmatch(contact):
        raise BuildError(f"extra.security_contact: {contact!r}, expected https://... or mailto:name@host")
    path = site / NAME
    path.parent.mkdir(exist_ok=True)
    path.write_text(security_text(contact, day), encoding="utf-8")


def security_text(contact: str, day: datetime.date) -> str:
    """The file's content, as of `day`."""
    return f"Contact: {contact}\nExpires: {day + _VALID}T00:00:00Z\nPreferred-Languages: en\n"
