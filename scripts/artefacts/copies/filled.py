"""The templates and style sheets of the copies."""

from __future__ import annotations

from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined

_TEMPLATES = Environment(
    loader=PackageLoader("scripts.artefacts.copies"), autoescape=True, undefined=StrictUndefined,
    trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True,
)  # fmt: skip
_FOLDER = files("scripts.artefacts.copies") / "templates"


def filled(name: str, values: dict[str, object]) -> str:
    """A template with its values."""
    return _TEMPLATES.get_template(name).render(values)


def style(*names: str) -> str:
    """Style sheets, one after the other."""
    return "".join((_FOLDER / name).read_text(encoding="utf-8") for name in names)
