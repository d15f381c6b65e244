"""The markup of every page, as the checker of HTML's own standard reads it (Nu HTML Checker)."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.site.support import Site
from tests.support import ROOT

CHECKER = Path(sys.prefix) / "html/node_modules/vnu-jar/build/dist/vnu.jar"  # put there by `make test`
EXCEPTIONS: list[dict[str, str]] = yaml.safe_load((ROOT / "tests/cases/html-exceptions.yml").read_text("utf-8"))


def checked(folder: Path) -> list[dict[str, Any]]:
    """What the checker says of every page in a folder."""
    assert CHECKER.is_file(), "the checker is missing: run `make test`, which installs it"
    command = ["java", "-jar", str(CHECKER), "--skip-non-html", "--format", "json", "--exit-zero-always", "--stdout"]
    done = subprocess.run([*command, str(folder)], capture_output=True, text=True, check=True)
    found: list[dict[str, Any]] = json.loads(done.stdout)["messages"]
    return found


@pytest.fixture(scope="module")
def messages(site: Site) -> list[dict[str, Any]]:
    return checked(site.folder)


def excepted(message: dict[str, Any]) -> bool:
    return any(known["message"] in message["message"] for known in EXCEPTIONS)


def test_every_page_is_valid(messages: list[dict[str, Any]]) -> None:
    wrong = {(m["message"], m["url"].rpartition("/site")[2], m.get("extract", "")) for m in messages if not excepted(m)}
    assert wrong == set()


def test_every_exception_has_a_reason_and_is_still_needed(messages: list[dict[str, Any]]) -> None:
    for known in EXCEPTIONS:
        assert len(known["reason"]) > 40
        assert any(known["message"] in m["message"] for m in messages), known


def test_a_fault_is_found(tmp_path: Path) -> None:
    page = '<!doctype html><html lang="en"><head><title>A</title></head><body><p><div>B</div></p></body></html>'
    (tmp_path / "index.html").write_text(page, encoding="utf-8")
    assert "No “p” element in scope but a “p” end tag seen." in [message["message"] for message in checked(tmp_path)]
