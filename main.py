"""What mkdocs-macros loads: puts the project's root on the path, so that `scripts` needs no installation."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from scripts.macros import define_env  # noqa: F401
