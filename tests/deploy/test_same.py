"""The same sources make the same bytes, whoever builds them, wherever and whenever."""

from __future__ import annotations

import hashlib
from pathlib import Path

from scripts.artefacts.written import SUMS


def files(site: Path) -> dict[str, str]:
    found = sorted(path for path in site.rglob("*") if path.is_file())
    return {path.relative_to(site).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in found}


def test_two_strangers_build_the_same_bytes(twice: list[Path]) -> None:
    one, other = map(files, twice)
    assert {name for name in one.keys() | other.keys() if one.get(name) != other.get(name)} == set()
    assert {"index.html", "index.html.br", "downloads/book.pdf", "feed.xml", "sbom.cdx.json", SUMS} <= set(one)


def test_the_sums_name_every_other_file(twice: list[Path]) -> None:
    lines = (twice[1] / SUMS).read_text(encoding="utf-8").splitlines()
    said = {name: digest for digest, name in (line.split("  ", 1) for line in lines)}
    assert said == {name: digest for name, digest in files(twice[1]).items() if name != SUMS}
    assert list(said) == sorted(said)


def test_whatever_the_umask_a_server_may_read_the_site(twice: list[Path]) -> None:
    for site in twice:
        modes = {(path.is_dir(), oct(path.stat().st_mode & 0o777)) for path in [site, *site.rglob("*")]}
        assert modes == {(True, "0o755"), (False, "0o644")}
