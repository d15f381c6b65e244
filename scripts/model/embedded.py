"""Where the cards for other sites lie, below the site's root."""

from __future__ import annotations

FOLDER = "embed"
