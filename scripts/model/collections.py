"""The collections of published data: their names, shapes and forms."""

from __future__ import annotations

from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import Any

from scripts.model.base import Value
from scripts.model.envelope import Collection
from scripts.model.published import (
    PublishedClaim,
    PublishedDisagreement,
    PublishedMeasure,
    PublishedOpenQuestion,
    PublishedPage,
    PublishedPathway,
    PublishedProtocol,
    PublishedRedFlag,
    PublishedReference,
    PublishedSource,
    PublishedStatement,
    PublishedTerm,
)

FOLDER = "api/v1"
FHIR = "api/fhir/r5"


@dataclass(frozen=True)
class Kind:
    """A collection: what it holds, in which `models`; `table`: also as CSV; `single`: also a file for each item."""

    name: str
    title: str
    models: tuple[type[Value], ...]
    table: bool = False
    single: bool = True

    @property
    def shape(self) -> type[Collection[Any]]:
        """The shape of its files."""
        item: Any = reduce(or_, self.models)
        return Collection[item]


KINDS = {
    kind.name: kind
    for kind in (
        Kind("claims", "Claims", (PublishedClaim,)),
        Kind("measures", "Measures: the figures of claims", (PublishedMeasure,), table=True, single=False),
        Kind("sources", "Sources", (PublishedSource,)),
        Kind("red-flags", "Red flags", (PublishedRedFlag,)),
        Kind("protocols", "Home protocols", (PublishedProtocol,), table=True),
        Kind("pathways", "Decision pathways", (PublishedPathway,)),
        Kind("terms", "Terms of the glossary", (PublishedTerm,), single=False),
        Kind("disagreements", "Disagreements between sources", (PublishedDisagreement,), single=False),
        Kind(
            "statements", "The trace of the source document", (PublishedStatement, PublishedOpenQuestion), single=False
        ),
        Kind("document-references", "What stands behind that document's numbers", (PublishedReference,), single=False),
        Kind("pages", "Pages", (PublishedPage,), single=False),
    )
}
