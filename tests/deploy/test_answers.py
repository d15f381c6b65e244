"""Real web servers with the configurations of deploy/ answer alike: one table of cases for all of them."""

from __future__ import annotations

import http.client
import re
import socket
import ssl
from pathlib import Path
from typing import Any

import pytest
import yaml

from scripts.artefacts.headers import headers
from scripts.bench.servers import NAMES, Server
from tests.support import ROOT

CASES = yaml.safe_load((ROOT / "tests/cases/servers/answers.yml").read_text(encoding="utf-8"))
POLICY = re.compile(r'default "(.*); frame-ancestors \'none')
PLACES = ROOT / "deploy" / "nginx-places.conf"


@pytest.fixture(params=NAMES)
def server(request: pytest.FixtureRequest, servers: dict[str, Server]) -> Server:
    return servers[request.param]


def connected(server: Server, protocols: tuple[str, ...] = ("http/1.1",)) -> socket.socket:
    """A connection to the server, trusting its certificate alone."""
    found = socket.create_connection(("127.0.0.1", server.port), timeout=10)
    if server.certificate is None:
        return found
    context = ssl.create_default_context(cafile=str(server.certificate))
    context.set_alpn_protocols(list(protocols))
    return context.wrap_socket(found, server_hostname="localhost")


def ask(
    connection: http.client.HTTPConnection, asked: str, sent: dict[str, str]
) -> tuple[int, dict[str, list[str]], bytes]:
    """Status, headers (each with its values) and body; the address is sent as it stands."""
    method, _, path = asked.partition(" ")
    connection.putrequest(method, path, skip_accept_encoding=True)
    for name, value in sent.items():
        connection.putheader(name, value)
    connection.endheaders()
    answer = connection.getresponse()
    said: dict[str, list[str]] = {}
    for name, value in answer.getheaders():
        said.setdefault(name.lower(), []).append(value)
    return answer.status, said, answer.read()


def answer_of(server: Server, asked: str, sent: dict[str, str]) -> tuple[int, dict[str, list[str]], bytes]:
    connection = http.client.HTTPConnection("localhost", server.port, timeout=10)
    connection.sock = connected(server)
    try:
        return ask(connection, asked, sent)
    finally:
        connection.close()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_a_server_answers_as_the_table_says(server: Server, twice: list[Path], case: dict[str, Any]) -> None:
    site = twice[0]
    css = next(iter(sorted(site.glob("assets/site.*.css")))).relative_to(site).as_posix()
    status, said, body = answer_of(server, case["asks"].replace("{css}", css), case.get("sends", {}))
    assert status in case["status"]
    for name, wanted in case.get("says", {}).items():
        assert set(said.get(name.lower(), [])) == ({wanted} if wanted else set()), name
    for name, pattern in case.get("like", {}).items():
        assert all(re.search(pattern, value) for value in said.get(name.lower(), [])), name
    if "body" in case:
        assert body == (site / case["body"]).read_bytes()
    assert b"root:" not in body
    found = POLICY.search(PLACES.read_text(encoding="utf-8"))
    assert found
    for name, value in headers(found[1]).items():
        assert set(said[name.lower()]) == {value}
    assert not re.search(r"\d", "".join(said.get("server", [])))


def test_every_page_comes_whole_over_one_connection(server: Server, twice: list[Path]) -> None:
    connection = http.client.HTTPConnection("localhost", server.port, timeout=10)
    connection.sock = connected(server)
    for path in sorted(twice[0].rglob("index.html")):
        address = path.relative_to(twice[0]).as_posix().removesuffix("index.html")
        assert ask(connection, f"GET /{address}", {})[::2] == (200, path.read_bytes())
    connection.close()


def test_a_private_link_leads_on_without_telling_where(server: Server, twice: list[Path]) -> None:
    page = sorted((twice[0] / "s").rglob("index.html"))[0]
    status, said, body = answer_of(server, f"GET /{page.parent.relative_to(twice[0]).as_posix()}/", {})
    assert status == 200
    assert b'<meta http-equiv="refresh"' in body
    assert "location" not in said


@pytest.mark.parametrize("name", ["nginx", "Caddy"])
def test_plain_http_leads_to_https(servers: dict[str, Server], name: str) -> None:
    server = servers[name]
    assert server.plain
    connection = http.client.HTTPConnection("localhost", server.plain, timeout=10)
    connection.request("GET", "/patients/red-flags/?a=b", headers={"Host": "localhost"})
    answer = connection.getresponse()
    assert answer.status in (301, 308)
    assert answer.getheader("Location") == "https://localhost/patients/red-flags/?a=b"
    connection.close()


@pytest.mark.parametrize("name", ["nginx", "Caddy"])
def test_a_browser_may_speak_http_2_and_tls_1_3(servers: dict[str, Server], name: str) -> None:
    with connected(servers[name], ("h2", "http/1.1")) as found:
        assert isinstance(found, ssl.SSLSocket)
        assert (found.selected_alpn_protocol(), found.version()) == ("h2", "TLSv1.3")


@pytest.mark.parametrize("coding", ["br", "gzip", "identity"])
def test_who_has_a_page_already_gets_no_second_copy(server: Server, coding: str) -> None:
    takes = {"Accept-Encoding": coding}
    _, said, _ = answer_of(server, "GET /", takes)
    status, again, body = answer_of(server, "GET /", {**takes, "If-None-Match": said["etag"][0]})
    assert (status, body, again["cache-control"]) == (304, b"", said["cache-control"])
