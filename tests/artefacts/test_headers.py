"""Every kind of host says the same beside each file: `_headers`, nginx and Caddy."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts.artefacts.headers import BRIEFLY, FOREVER, FRAMING, HASHED, headers, write_headers
from tests.site.support import Site
from tests.support import ROOT

POLICY = "default-src 'none'"


def policy(site: Site) -> str:
    found = [meta.attrs["content"] for meta in site.documents[""].all("meta") if "http-equiv" in meta.attrs]
    return found[0]


def test_a_policy_of_the_headers_also_forbids_frames() -> None:
    assert headers(POLICY)["Content-Security-Policy"] == f"{POLICY}; frame-ancestors 'none'"


def test_every_power_is_off_but_writing_to_the_clipboard() -> None:
    powers = dict(part.split("=") for part in headers(POLICY)["Permissions-Policy"].split(", "))
    assert {name for name, value in powers.items() if value != "()"} == {"clipboard-write"}
    assert {"camera", "microphone", "geolocation", "browsing-topics", "payment", "usb"} <= set(powers)


def test_files_that_are_named_after_their_content_are_kept(tmp_path: Path) -> None:
    kept = ["assets/main.57a0d79d.min.css", "assets/site.0123456789.js"]
    for name in [*kept, "assets/site.0123456789.js.br", "assets/site.css", "index.html", "deadbeef.html"]:
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("", encoding="utf-8")
    write_headers(tmp_path, POLICY)
    lines = (tmp_path / "_headers").read_text(encoding="utf-8").splitlines()
    assert lines[-4:] == [line for name in kept for line in (f"/{name}", f"  Cache-Control: {FOREVER}")]
    assert sum("Cache-Control" in line for line in lines) == len(kept)


def test_every_page_is_told_every_header_once(tmp_path: Path) -> None:
    (tmp_path / "assets").mkdir()
    write_headers(tmp_path, POLICY)
    for place in ("/", "/assets/*"):
        lines = (tmp_path / "_headers").read_text(encoding="utf-8").splitlines()
        own = lines[lines.index(place) + 1 :]
        own = own[: next((n for n, line in enumerate(own) if line.startswith("/")), None)]
        common = lines[1 : next(n for n, line in enumerate(lines[1:], 1) if line.startswith("/"))]
        assert sorted(common + own) == sorted(f"  {name}: {value}" for name, value in headers(POLICY).items())


def test_the_built_site_has_them(site: Site) -> None:
    lines = (site.folder / "_headers").read_text(encoding="utf-8").splitlines()
    assert {f"  {name}: {value}" for name, value in headers(policy(site)).items()} <= set(lines)


@pytest.mark.parametrize(
    ("name", "line", "framing"),
    [("nginx-*s.conf", 'add_header {} "{}" always;', 'default "{1}";'), ("Caddyfile", '{} "{}"', '{} "{}"')],
    ids=["nginx", "Caddy"],
)
def test_the_configuration_of_a_server_says_the_same(site: Site, name: str, line: str, framing: str) -> None:
    text = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "deploy").glob(name))
    lines = {said.strip() for said in text.splitlines()}
    said = headers(policy(site)).items()
    missing = {(framing if item[0] in FRAMING else line).format(*item) for item in said} - lines
    assert not missing, f"put these lines into deploy/{name}"
    assert BRIEFLY in text
    assert FOREVER in text
    assert HASHED in text


def test_the_header_lines_of_nginx_stand_in_one_file_that_both_of_its_configurations_include() -> None:
    for name in ("nginx.conf", "nginx-container.conf"):
        text = (ROOT / "deploy" / name).read_text(encoding="utf-8")
        assert text.count("include nginx-answers.conf;") == text.count("include nginx-places.conf;") == 1
        assert "add_header" not in text  # one line of it would switch off all the included ones
