"""Real web servers with the configurations of deploy/, as ordinary processes on free ports of this machine.

What says CHANGE in a configuration is changed to a folder, a port and a certificate that is made for the occasion.
"""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

DEPLOY = Path(__file__).resolve().parents[2] / "deploy"
NAMES = ("nginx", "nginx in a container", "Caddy")
_MODULES = Path("/usr/lib/nginx/modules")
_TEMPORARY = ("client_body", "proxy", "fastcgi", "scgi", "uwsgi")
_NGINX = """daemon off;
pid {folder}/nginx.pid;
error_log stderr crit;
{modules}
events {{}}
http {{
include /etc/nginx/mime.types;
default_type application/octet-stream;
{temporary}
include {folder}/site.conf;
}}
"""
_CADDY = """{{
	admin off
	http_port {plain}
	https_port {port}
	default_bind 127.0.0.1
}}
"""


@dataclass(frozen=True)
class Server:
    """A running server: where it answers, and where it only leads on to https; `certificate` is what to trust."""

    name: str
    port: int
    plain: int | None
    certificate: Path | None


def installed() -> bool:
    """Whether both servers and what makes a certificate are on this machine."""
    return all(shutil.which(name) for name in ("nginx", "caddy", "openssl"))


@contextmanager
def running(name: str, site: Path, folder: Path) -> Iterator[Server]:
    """The server of that name over `site` while the context lasts; `folder` is for its own files."""
    folder.mkdir(parents=True, exist_ok=True)
    server, command = _STARTS[name](site, folder)
    home = {"HOME": str(folder), "XDG_DATA_HOME": str(folder), "XDG_CONFIG_HOME": str(folder)}
    log = (folder / "log").open("wb")
    process = subprocess.Popen(command, stdout=log, stderr=log, env={**os.environ, **home}, cwd=folder)
    try:
        _wait(server.port, process, folder / "log")
        yield server
    finally:
        process.terminate()
        process.wait(timeout=20)
        log.close()


def version(name: str) -> str:
    """What the installed program says of itself."""
    command = ["caddy", "version"] if name == "Caddy" else ["nginx", "-v"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    said = (done.stdout or done.stderr).strip().removeprefix("nginx version: ")
    return f"Caddy {said}" if name == "Caddy" else said


def changed(text: str, changes: dict[str, str]) -> str:
    """The text with each key replaced by its value. Raises ValueError where one is not in it."""
    for old, new in changes.items():
        if old not in text:
            raise ValueError(f"deploy: no {old!r}, expected it in the configuration")
        text = text.replace(old, new)
    return text


def free_port() -> int:
    """A port on which nobody listens."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def _nginx(site: Path, folder: Path) -> tuple[Server, list[str]]:
    server = Server("nginx", free_port(), free_port(), _certificate(folder))
    text = re.sub(r" *listen \[::\].*\n", "", (DEPLOY / "nginx.conf").read_text(encoding="utf-8"))
    changes = {
        "listen 80;": f"listen 127.0.0.1:{server.plain};",
        "listen 443": f"listen 127.0.0.1:{server.port}",
        "example.org;": "localhost;",
        "/etc/letsencrypt/live/example.org/fullchain.pem": str(server.certificate),
        "/etc/letsencrypt/live/example.org/privkey.pem": str(folder / "key.pem"),
        "/var/www/site": str(site),
        "/var/log/nginx/error.log": "stderr",
        "# brotli_static on;": "brotli_static on;",
        "include nginx-": f"include {DEPLOY}/nginx-",
    }
    (folder / "site.conf").write_text(changed(text, changes), encoding="utf-8")
    temporary = "\n".join(f"{name}_temp_path {folder}/{name};" for name in _TEMPORARY)
    whole = _NGINX.format(folder=folder, modules=_modules(), temporary=temporary)
    (folder / "nginx.conf").write_text(_as_root(whole), encoding="utf-8")
    return server, ["nginx", "-p", str(folder), "-e", "stderr", "-c", str(folder / "nginx.conf")]


def _container(site: Path, folder: Path) -> tuple[Server, list[str]]:
    server = Server("nginx in a container", free_port(), None, None)
    changes = {
        "listen 8080": f"listen 127.0.0.1:{server.port}",
        "/tmp/": f"{folder}/",  # noqa: S108 - the container's, replaced by this run's own
        "/var/www/site": str(site),
        "include /etc/nginx/modules-enabled/*.conf;": _modules(),
        "include nginx-": f"include {DEPLOY}/nginx-",
    }
    text = changed((DEPLOY / "nginx-container.conf").read_text(encoding="utf-8"), changes)
    (folder / "nginx.conf").write_text(_as_root(text), encoding="utf-8")
    command = ["nginx", "-p", str(folder), "-e", "stderr", "-c", str(folder / "nginx.conf"), "-g", "daemon off;"]
    return server, command


def _caddy(site: Path, folder: Path) -> tuple[Server, list[str]]:
    server = Server("Caddy", free_port(), free_port(), _certificate(folder))
    changes = {
        "example.org {": f"localhost {{\n\ttls {server.certificate} {folder / 'key.pem'}",
        "/var/www/site": str(site),
    }
    text = changed((DEPLOY / "Caddyfile").read_text(encoding="utf-8"), changes)
    whole = _CADDY.format(plain=server.plain, port=server.port) + text
    (folder / "Caddyfile").write_text(whole, encoding="utf-8")
    return server, ["caddy", "run", "--config", str(folder / "Caddyfile"), "--adapter", "caddyfile"]


_STARTS: dict[str, Callable[[Path, Path], tuple[Server, list[str]]]] = dict(
    zip(NAMES, (_nginx, _container, _caddy), strict=True)
)


def _modules() -> str:
    """The lines that load Debian's module for brotli; its own lines are relative to its own prefix."""
    return "\n".join(f"load_module {path};" for path in sorted(_MODULES.glob("*brotli_static*.so")))


def _as_root(text: str) -> str:
    """Where root starts it, the workers stay root: the site lies in a folder that nobody else may read."""
    return f"user root;\n{text}" if os.geteuid() == 0 else text


def _certificate(folder: Path) -> Path:
    path = folder / "certificate.pem"
    made = ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
    named = ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost", "-days", "2"]
    kept = ["-keyout", str(folder / "key.pem"), "-out", str(path)]
    subprocess.run([*made, *named, *kept], check=True, capture_output=True)
    return path


def _wait(port: int, process: subprocess.Popen[bytes], log: Path) -> None:
    for _ in range(400):
        with socket.socket() as tried:
            if tried.connect_ex(("127.0.0.1", port)) == 0:
                return
        if process.poll() is not None:
            break
        time.sleep(0.05)
    raise RuntimeError(f"the server did not start:\n{log.read_text(encoding='utf-8', errors='replace')}")
