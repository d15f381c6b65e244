"""`sbom.cdx.json`: what the site ships and what built it, as a CycloneDX bill of materials; the same bytes each time.

Works that readers get are `required`; packages that only took part in the build are `excluded`.
"""

from __future__ import annotations

import datetime
import re
import uuid
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.model import ExternalReference, ExternalReferenceType, XsUri
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentScope, ComponentType
from cyclonedx.output.json import JsonV1Dot6
from packageurl import PackageURL

from scripts.artefacts.book.facts import Facts
from scripts.model.shipped import SHIPPED, Shipped

SBOM = "sbom.cdx.json"
LOCK = Path(__file__).resolve().parents[2] / "requirements.txt"
_LOCKED = re.compile(r"^([a-z0-9][a-z0-9-]*)==([^ ;\\]+)", re.MULTILINE)


def write_sbom(site: Path, facts: Facts) -> None:
    """Put the bill of materials at the site's root."""
    (site / SBOM).write_text(sbom(facts, LOCK.read_text("utf-8") if LOCK.is_file() else ""), encoding="utf-8")


def sbom(facts: Facts, lock: str) -> str:
    """The bill of materials as JSON; `lock`: the locked requirements of the build. Its time is the edition's day."""
    whole = Component(
        name=facts.title, version=facts.version, type=ComponentType.DATA, bom_ref="site",
        licenses=[LicenseFactory().make_with_id("CC-BY-4.0")],
    )  # fmt: skip
    bom = Bom(components=[*map(_shipped, SHIPPED), *_built_with(lock)])
    bom.metadata.component = whole
    bom.metadata.timestamp = datetime.datetime.fromtimestamp(facts.timestamp, datetime.UTC)
    bom.register_dependency(whole, [item for item in bom.components if item.scope == ComponentScope.REQUIRED])
    bom.serial_number = uuid.uuid5(uuid.NAMESPACE_URL, f"{facts.site} {facts.version} {facts.day}\n{lock}")
    return JsonV1Dot6(bom).output_as_string(indent=1) + "\n"


def _shipped(work: Shipped) -> Component:
    source = f" (as in {work.package} {version(work.package)})" if work.package else ""
    return Component(
        name=work.name,
        version=work.version or None,
        description=f"{work.part}{source}",
        type=ComponentType.LIBRARY,
        scope=ComponentScope.REQUIRED,
        bom_ref=f"shipped/{work.name}",
        copyright=work.holder,
        licenses=[LicenseFactory().make_with_id(work.licence)],
        external_references=[ExternalReference(type=ExternalReferenceType.WEBSITE, url=XsUri(work.address))],
    )


def _built_with(lock: str) -> Iterator[Component]:
    """The packages of the lock, which also holds the digests of their files."""
    for name, number in sorted(set(_LOCKED.findall(lock))):
        address = PackageURL("pypi", None, name, number)
        yield Component(
            name=name, version=number, type=ComponentType.LIBRARY, scope=ComponentScope.EXCLUDED,
            bom_ref=str(address), purl=address,
        )  # fmt: skip
