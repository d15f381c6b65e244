"""What every FHIR resource says of itself: its id and address, its edition, its licence and what limits it."""

from __future__ import annotations

import datetime
import hashlib
from dataclasses import dataclass
from typing import Any

from scripts.artefacts.api.publishing import Publishing
from scripts.artefacts.edition import Edition
from scripts.artefacts.metadata import LICENCE
from scripts.artefacts.pathways import CAUTION
from scripts.compiling.learning import read_with
from scripts.model.collections import FHIR

LONGEST = 64  # characters that FHIR allows in an id
URI = "urn:ietf:rfc:3986"  # the system of an identifier that is an address
Resource = dict[str, Any]


def fhir_id(name: str) -> str:
    """Our own id, which FHIR allows as it is; a longer one keeps its start and gets 12 digits of its SHA-256."""
    if len(name) <= LONGEST:
        return name
    digest = hashlib.sha256(name.encode()).hexdigest()[:12]
    return f"{name[: LONGEST - len(digest) - 1]}.{digest}"


@dataclass(frozen=True)
class Fhir:
    """What is published as FHIR, by which edition, on which day."""

    to: Publishing
    edition: Edition
    day: datetime.date

    @property
    def rights(self) -> Resource:
        """Who holds the rights, and the licence."""
        whom = ", ".join(self.edition.authors)
        return {"copyright": f"© {whom}. CC BY 4.0: {LICENCE}"}

    def url(self, kind: str, name: str) -> str:
        """The canonical address of a resource: a name for programs, at which no file stands."""
        return f"{self.to.address}{FHIR}/{kind}/{fhir_id(name)}"

    def head(self, kind: str, name: str, title: str, identifier: Resource) -> Resource:
        """What a canonical resource says of itself."""
        return {
            "resourceType": kind,
            "id": fhir_id(name),
            "url": self.url(kind, name),
            "identifier": [identifier],
            "version": self.edition.version,
            "title": title,
            "status": "draft",
            "experimental": True,
            "date": self.day.isoformat(),
            "publisher": self.edition.title,
            "description": CAUTION,
            **self.rights,
            "copyrightLabel": f"{', '.join(self.edition.authors)}, CC BY 4.0",
        }

    def derived_from(self, source: str) -> Resource:
        """A link to the citation of a source."""
        found = self.to.knowledge.sources[source]
        return {"type": "derived-from", "resource": self.url("Citation", source), "display": found.short}

    def read_with(self, claim: str) -> list[Resource]:
        """Links to the claims without which a claim misleads."""
        names = read_with([claim], self.to.knowledge)
        return [page_link("documentation", self.to.home("claim", name), f"Read with it: {name}") for name in names]


def permalink(address: str) -> Resource:
    """The address at which a reader finds a thing, as its identifier."""
    return {"system": URI, "value": address}


def page_link(kind: str, address: str, words: str) -> Resource:
    """A link of that kind to a place on the site."""
    return {"type": kind, "display": words, "document": {"contentType": "text/html", "url": address}}


def said(words: str) -> Resource:
    """A concept in words, without a code."""
    return {"text": words}


def coded(system: str, code: str, display: str) -> Resource:
    """A concept of HL7's own terminology."""
    return {"coding": [{"system": f"http://terminology.hl7.org/CodeSystem/{system}", "code": code, "display": display}]}


def filled(**fields: object) -> Resource:
    """Those of the fields that hold something: FHIR allows no empty ones."""
    return {name: value for name, value in fields.items() if value not in (None, "", [], {})}
