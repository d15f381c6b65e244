"""`/.well-known/security.txt` (RFC 9116): where to report a fault of security, and until when that holds."""

from __future__ import annotations

import datetime
import os
import re
from pathlib import Path

from scripts.artefacts.errors import BuildError
from scripts.model.knowledge import Knowledge

NAME = ".well-known/security.txt"
_VALID = datetime.timedelta(days=360)  # the standard asks for less than a year
_CONTACT = re.compile(r"https://\S+|mailto:\S+@\S+")


def write_security(knowledge: Knowledge, site: Path, contact: str) -> None:
    """Put the file into the site, if there is a contact; raises BuildError if that is no address."""
    if not contact:
        return
    if not _CONTACT.fullmatch(contact):
        raise BuildError(f"extra.security_contact: {contact!r}, expected https://... or mailto:name@host")
    path = site / NAME
    path.parent.mkdir(exist_ok=True)
    path.write_text(security_text(contact, _day(knowledge)), encoding="utf-8")


def security_text(contact: str, day: datetime.date) -> str:
    """The file's content, as of `day`."""
    return f"Contact: {contact}\nExpires: {day + _VALID}T00:00:00Z\nPreferred-Languages: en\n"


def _day(knowledge: Knowledge) -> datetime.date:
    """SOURCE_DATE_EPOCH (seconds) or the newest review of a page: never the clock, so that a build can be repeated."""
    if seconds := os.environ.get("SOURCE_DATE_EPOCH"):
        return datetime.datetime.fromtimestamp(int(seconds), datetime.UTC).date()
    return max(page.front.reviewed for page in knowledge.pages.values())
