"""A web server for a built site, as a good host would send it: compressed where that lies ready, with headers."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

_CODINGS = {"br": ".br", "gzip": ".gz"}


class _Server(ThreadingHTTPServer):
    prefix = "/"
    extra: Mapping[str, str] = {}


class _Handler(SimpleHTTPRequestHandler):
    server: _Server

    def do_GET(self) -> None:
        """Send a file, or say that there is none."""
        path = Path(self.translate_path("/" + self.path.removeprefix(self.server.prefix)))
        path = path / "index.html" if path.is_dir() else path
        if not self.path.startswith(self.server.prefix) or not path.is_file():
            return self.send_error(404)
        coding = next((name for name in self._codings() if _beside(path, name).exists()), None)
        return self._send(path, coding, (_beside(path, coding) if coding else path).read_bytes())

    def _codings(self) -> list[str]:
        accepted = self.headers.get("Accept-Encoding", "")
        return [name for name in _CODINGS if name in accepted]

    def _send(self, path: Path, coding: str | None, data: bytes) -> None:
        said = {"Content-Type": self.guess_type(path), "Content-Length": str(len(data)), **self.server.extra}
        self.send_response(200)
        for name, value in (said | ({"Content-Encoding": coding} if coding else {})).items():
            self.send_header(name, value)
        with suppress(ConnectionError):  # a browser that leads on does not wait for the rest
            self.end_headers()
            self.wfile.write(data)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


def _beside(path: Path, coding: str) -> Path:
    return path.with_name(path.name + _CODINGS[coding])


@contextmanager
def served(site: Path, prefix: str = "/", headers: Mapping[str, str] | None = None) -> Iterator[str]:
    """The address of `site`, served below `prefix` on a free port of this machine while the context lasts."""
    server = _Server(("127.0.0.1", 0), partial(_Handler, directory=str(site)))
    server.prefix, server.extra = prefix, headers or {}
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}{prefix}"
    finally:
        server.shutdown()
        server.server_close()
