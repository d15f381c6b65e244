"""Asking others politely: one name for ourselves, a pause between questions to one host, and patience."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

import requests
from requests.adapters import HTTPAdapter
from urllib3.util import Retry

NAME = "knowledge-base-watch/1"
PAUSE = 1.0  # seconds between two questions to one host
PATIENCE = 30.0  # seconds for one answer
# Asked again, each time after a longer pause or when the host says: too many questions, and faults that pass.
AGAIN = Retry(total=4, connect=1, backoff_factor=2, status_forcelist=(429, 500, 502, 503, 504), raise_on_status=False)


@dataclass
class Asker:
    """Asks with `session`; `contact` (an address) tells a host's keepers whom to write to; `sleep` takes seconds."""

    session: requests.Session
    contact: str = ""
    pause: float = PAUSE
    sleep: Callable[[float], None] = time.sleep
    last: dict[str, float] = field(default_factory=dict)

    def get(self, address: str, asked: Mapping[str, str] | None = None) -> requests.Response | None:
        """The answer of an address to a GET with parameters; None where there is none at all."""
        self._wait(urlsplit(address).netloc)
        said = {"User-Agent": f"{NAME} ({self.contact})" if self.contact else NAME}
        try:
            answer = self.session.get(address, params=asked, headers=said, timeout=PATIENCE, stream=True)
        except requests.RequestException:
            return None
        return answer

    def _wait(self, host: str) -> None:
        now = time.monotonic()
        if host in self.last:
            self.sleep(max(0.0, self.last[host] + self.pause - now))
        self.last[host] = time.monotonic()


def asker(contact: str = "") -> Asker:
    """One that asks over the network."""
    session = requests.Session()
    for scheme in ("https://", "http://"):
        session.mount(scheme, HTTPAdapter(max_retries=AGAIN))
    return Asker(session, contact)
