"""Sources as CSL-JSON, without what the project knows of them besides."""

from __future__ import annotations

import json
from collections.abc import Iterable

from scripts.model.source import Source


def csl_json(sources: Iterable[Source]) -> str:
    """The sources as a list of CSL items (https://docs.citationstyles.org/), in the order given."""
    items = [item.model_dump(mode="json", by_alias=True, exclude_defaults=True, exclude={"custom"}) for item in sources]
    return json.dumps(items, indent=1, ensure_ascii=False) + "\n"
