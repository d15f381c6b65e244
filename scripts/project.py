"""Where a knowledge base keeps its parts, relative to its root folder."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Project:
    """The paths of one knowledge base."""

    root: Path

    @property
    def docs(self) -> Path:
        """The folder of pages."""
        return self.root / "docs"

    @property
    def evidence(self) -> Path:
        """The folder of evidence data."""
        return self.docs / "evidence"

    @property
    def record(self) -> Path:
        """The record of what a second reader checked."""
        return self.evidence / "checked.yml"

    @property
    def released(self) -> Path:
        """The claims as they stood at the last release."""
        return self.evidence / "released.yml"

    @property
    def addresses(self) -> Path:
        """The manifest of every address that was published."""
        return self.evidence / "addresses.yml"

    @property
    def forwards(self) -> Path:
        """Where published addresses lead whose content moved or was withdrawn."""
        return self.evidence / "forwards.yml"

    @property
    def history(self) -> Path:
        """What changed in released claims, when and why."""
        return self.evidence / "history.yml"

    @property
    def configuration(self) -> Path:
        """The generator's configuration."""
        return self.root / "mkdocs.yml"

    @property
    def site(self) -> Path:
        """The built site."""
        return self.root / "site"

    @property
    def cache(self) -> Path:
        """What can be made again at any time."""
        return self.root / ".cache"

    def name(self, path: Path) -> str:
        """`path` as messages show it: relative to the root, with forward slashes."""
        return path.relative_to(self.root).as_posix()

    def inputs(self) -> list[Path]:
        """Every file that the knowledge is compiled from, in a fixed order."""
        data = [path for path in sorted(self.evidence.rglob("*")) if path.suffix in (".yml", ".json")]
        return [self.configuration, *data, *sorted(self.docs.rglob("*.md"))]
