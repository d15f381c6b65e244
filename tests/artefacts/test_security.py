"""security.txt: there is one where somebody can be reached, it is of RFC 9116's form, and a build can be repeated."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from scripts.artefacts.errors import BuildError
from scripts.artefacts.security import NAME, security_text, write_security
from scripts.artefacts.settings import extra, site_path
from scripts.project import Project

DAY = datetime.date(2026, 11, 22)
CONTACT = "https://example.org/security/advisories/new"


def test_the_text_holds_for_less_than_a_year() -> None:
    assert security_text(CONTACT, DAY) == (
        f"Contact: {CONTACT}\nExpires: 2027-11-17T00:00:00Z\nPreferred-Languages: en\n"
    )


def test_without_a_contact_there_is_no_file(tmp_path: Path) -> None:
    write_security(tmp_path, "", DAY)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("contact", [CONTACT, "mailto:security@example.org"])
def test_it_expires_by_the_day_of_the_build(tmp_path: Path, contact: str) -> None:
    write_security(tmp_path, contact, DAY)
    assert "Expires: 2027-11-17T" in (tmp_path / NAME).read_text(encoding="utf-8")


@pytest.mark.parametrize("contact", ["security@example.org", "http://example.org/", "the maintainers"])
def test_a_contact_that_is_no_address_stops_the_build(tmp_path: Path, contact: str) -> None:
    with pytest.raises(BuildError) as error:
        write_security(tmp_path, contact, DAY)
    assert str(error.value) == f"extra.security_contact: {contact!r}, expected https://... or mailto:name@host"


def test_settings_come_from_the_configuration_and_the_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "site_url: !ENV [SITE, OTHER, https://example.org/a/b]\nextra: {one: !ENV ONE, two: 2, three: !odd x}\n"
    (tmp_path / "mkdocs.yml").write_text(text, encoding="utf-8")
    project = Project(tmp_path)
    assert extra(project) == {"one": None, "two": 2, "three": None}
    assert site_path(project) == "/a/b/"
    monkeypatch.setenv("OTHER", "https://example.net")
    monkeypatch.setenv("ONE", "1")
    assert extra(project)["one"] == "1"
    assert site_path(project) == "/"
