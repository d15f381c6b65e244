"""What mkdocs-macros loads: puts the project's root on the path, so that `scripts` needs no installation."""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))


def _forget_old_code() -> None:
    """Let a live preview run changed code: forget the package when a file of it is newer than what was loaded."""
    newest = max(path.stat().st_mtime_ns for path in (ROOT / "scripts").rglob("*.py"))
    loaded = sys.modules.get("scripts")
    if loaded is not None and getattr(loaded, "newest_file", newest) != newest:
        for name in [name for name in sys.modules if name == "scripts" or name.startswith("scripts.")]:
            del sys.modules[name]
    import scripts

    scripts.newest_file = newest  # type: ignore[attr-defined]


_forget_old_code()

from scripts.macros import define_env, on_post_build  # noqa: E402, F401
