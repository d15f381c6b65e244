"""What a question about a source came to."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

import requests

from scripts.watch.asking import Asker


@dataclass(frozen=True)
class Finding:
    """Something about a source to look at; `notice` names it for ever: a DOI, an address or a number."""

    source: str
    rule: str
    found: str
    expected: str
    notice: str


@dataclass(frozen=True)
class Silence:
    """A service that did not answer about a source."""

    service: str
    source: str
    status: int | None


def data_of(answer: requests.Response) -> dict[str, Any]:
    """The JSON object of an answer; an empty one where it is something else."""
    try:
        found = json.loads(answer.content)
    except (ValueError, requests.RequestException):
        return {}
    return found if isinstance(found, dict) else {}


def status_of(asker: Asker, address: str) -> int | None:
    """The status of an address, without its body; None where nobody answers."""
    answer = asker.get(address)
    if answer is None:
        return None
    answer.close()
    return answer.status_code
