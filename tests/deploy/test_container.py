"""The container's files agree with each other; its nginx runs in the other tests, only the image is not built here."""

from __future__ import annotations

import re

from tests.support import ROOT

DEPLOY = ROOT / "deploy"
TEXT = (DEPLOY / "Containerfile").read_text(encoding="utf-8")
NGINX = (DEPLOY / "nginx-container.conf").read_text(encoding="utf-8")


def test_everything_that_is_copied_is_there_and_not_ignored() -> None:
    copied = re.findall(r"^COPY (?:--\S+ )?(\S+) (\S+)$", TEXT, re.MULTILINE)
    ignored = (DEPLOY / "Containerfile.dockerignore").read_text(encoding="utf-8").splitlines()
    assert ignored[0] == "*"
    assert {f"!{source.rstrip('/')}" for source, _ in copied} == set(ignored[1:])
    assert all((ROOT / source).is_file() for source, _ in copied if source != "site/")
    targets = dict(copied)
    assert f"root {targets['site/'].rstrip('/')};" in NGINX
    for name in ("nginx-answers.conf", "nginx-places.conf"):
        assert targets[f"deploy/{name}"] == f"/etc/nginx/{name}"
        assert f"include {name};" in NGINX


def test_it_installs_what_the_tests_run() -> None:
    packages = re.search(r"install \S+ -y --no-install-recommends ([a-z -]+)", TEXT)
    assert packages
    assert packages[1].strip() in (ROOT / "Makefile").read_text(encoding="utf-8")


def test_it_is_no_root_and_writes_only_below_tmp() -> None:
    assert re.search(r"^USER www-data$", TEXT, re.MULTILINE)
    port = re.search(r"^EXPOSE (\d+)$", TEXT, re.MULTILINE)
    assert port
    assert int(port[1]) >= 1024
    assert f"listen {port[1]};" in NGINX
    written = re.findall(r"^\s*(?:pid|\w+_temp_path) (\S+);", NGINX, re.MULTILINE)
    assert len(written) == 6
    assert all(path.startswith("/tmp/") for path in written)  # noqa: S108 - the container's
