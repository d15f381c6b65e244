"""What became of the sources: answers of others, as recorded in a table, make problems that say what to do."""

from __future__ import annotations

import io
import json
import threading
import time
from collections.abc import Iterator, Mapping
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest
import requests
import yaml
from requests.adapters import BaseAdapter
from urllib3.util import Retry

from scripts.watch import asking
from scripts.watch.__main__ import main
from scripts.watch.asking import Asker, asker
from scripts.watch.report import KNOWN, known_findings
from tests.support import ROOT, small_project

TABLE = yaml.safe_load((ROOT / "tests/cases/watch/answers.yml").read_text(encoding="utf-8"))


class Recorded(BaseAdapter):
    """Answers from a table by address without parameters, and keeps what was asked."""

    def __init__(self, answers: Mapping[str, Mapping[str, Any]]) -> None:
        super().__init__()
        self.answers, self.asked = answers, list[requests.PreparedRequest]()

    def send(self, request: requests.PreparedRequest, *_: object, **__: object) -> requests.Response:
        self.asked.append(request)
        kept = self.answers[str(request.url).partition("?")[0]]
        if kept.get("fails"):
            raise requests.ConnectionError
        answer = requests.Response()
        answer.status_code = kept.get("status", 200)
        answer.raw = io.BytesIO((json.dumps(kept["json"]) if "json" in kept else kept["text"]).encode())
        return answer

    def close(self) -> None:
        """Nothing is open."""


def recorded(answers: Mapping[str, Mapping[str, Any]]) -> tuple[Asker, Recorded]:
    adapter, session = Recorded({**TABLE["usual"], **answers}), requests.Session()
    session.mount("https://", adapter)
    return Asker(session, "https://example.org/repository", pause=0), adapter


@pytest.mark.parametrize("case", TABLE["cases"], ids=lambda case: case["name"])
def test_answers_make_problems(
    tmp_path: Path, case: dict[str, Any], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    project = small_project(tmp_path, {KNOWN.as_posix(): yaml.safe_dump(case.get("notes", []))})
    summary = tmp_path / "summary.md"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    status = main([str(project.root)], recorded(case["answers"])[0])
    said = capsys.readouterr()
    assert said.err.splitlines() == case["problems"]
    assert status == (1 if case["problems"] else 0)
    text = summary.read_text(encoding="utf-8")
    assert all(f"- `{problem}`" in text for problem in case["problems"])
    assert f"Watch: {len(case['problems'])} to look at" in text
    assert case.get("says", "") in text


def test_each_is_asked_once_by_one_name_that_says_whom_to_write_to(tmp_path: Path) -> None:
    by, adapter = recorded({})
    main([str(small_project(tmp_path).root)], by)
    assert len(adapter.asked) == len({request.url for request in adapter.asked}) == 4
    names = {request.headers["User-Agent"] for request in adapter.asked}
    assert names == {"knowledge-base-watch/1 (https://example.org/repository)"}


def test_a_host_is_asked_again_only_after_a_pause(monkeypatch: pytest.MonkeyPatch) -> None:
    now, slept = [100.0], list[float]()
    monkeypatch.setattr(time, "monotonic", lambda: now[0])
    by, _ = recorded({})
    by.pause, by.sleep = 1.0, slept.append
    for address in ("https://example.org/leaflet", "https://example.org/leaflet"):
        by.get(address)
        now[0] += 0.25
    by.get("https://doi.org/api/handles/10.1234/journal.2020-001")  # another host need not wait
    assert slept == [0.75]


@pytest.fixture
def busy() -> Iterator[tuple[str, list[str]]]:
    """A host that is too busy twice, and then answers."""
    asked: list[str] = []

    class Busy(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_response(503 if len(asked) < 3 else 200)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    server = HTTPServer(("127.0.0.1", 0), Busy)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/", asked
    server.shutdown()
    server.server_close()


def test_a_busy_host_is_asked_again(busy: tuple[str, list[str]], monkeypatch: pytest.MonkeyPatch) -> None:
    address, asked = busy
    assert asking.AGAIN.respect_retry_after_header
    monkeypatch.setattr(asking, "AGAIN", Retry(total=4, backoff_factor=0, status_forcelist=[503]))
    answer = asker().get(address)
    assert answer is not None
    assert (answer.status_code, len(asked)) == (200, 3)


def test_a_note_without_a_result_is_refused(tmp_path: Path) -> None:
    (tmp_path / KNOWN.parent).mkdir()
    (tmp_path / KNOWN).write_text("- {source: a, notice: b}\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"\.github/watched\.yml: .*, expected the keys source, notice and result"):
        known_findings(tmp_path)


def test_a_build_never_asks() -> None:
    paths = [path for path in (ROOT / "scripts").rglob("*.py") if path.parent.name != "watch"]
    assert not [path for path in paths if "scripts.watch" in path.read_text(encoding="utf-8")]
