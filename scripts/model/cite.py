"""Where the files of references lie, below the site's root, and in which forms; those of a page bear its id."""

from __future__ import annotations

FOLDER = "cite"
ALL = "all"  # in the place of a page's id, for all sources
FORMS = {"bib": "BibTeX", "ris": "RIS", "json": "CSL-JSON", "txt": "text"}
