"""The last step of every PDF: made small, and the same bytes from the same content."""

from __future__ import annotations

import io

import pikepdf


def finished(made: bytes) -> bytes:
    """The document with its objects in compressed streams, and without what readers stumble over."""
    with pikepdf.open(io.BytesIO(made)) as pdf:
        tidy(pdf)
        return saved(pdf)


def tidy(pdf: pikepdf.Pdf) -> None:
    """Remove the mark that nothing is suspect: it is the default, and poppler misreads it."""
    if "/Suspects" in pdf.Root.get("/MarkInfo", {}):
        del pdf.Root.MarkInfo["/Suspects"]


def saved(pdf: pikepdf.Pdf) -> bytes:
    """The bytes of a document."""
    target = io.BytesIO()
    pdf.save(
        target,
        object_stream_mode=pikepdf.ObjectStreamMode.generate,
        compress_streams=True,
        deterministic_id=True,
        fix_metadata_version=False,
    )
    return target.getvalue()
