"""Zip archives of the same bytes each time: no clock, no rights of this machine, in the order given."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

_OLDEST = (1980, 1, 1, 0, 0, 0)  # the first moment that the format knows
_READABLE = 0o100644 << 16  # a file that everybody may read
_SHRUNK = {".pdf", ".apkg", ".epub", ".png", ".woff2", ".zip"}


def archive(files: Mapping[str, bytes], stored: frozenset[str] = frozenset()) -> bytes:
    """A zip of `files` (name to content); those in `stored`, and what is compressed already, lie in it as they are."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        for name, content in files.items():
            info = zipfile.ZipInfo(name, _OLDEST)
            info.create_system, info.external_attr = 3, _READABLE
            whole = name in stored or any(name.endswith(kind) for kind in _SHRUNK)
            kind = zipfile.ZIP_STORED if whole else zipfile.ZIP_DEFLATED
            package.writestr(info, content, kind, compresslevel=None if whole else 9)
    return made.getvalue()
