"""Where the files that ship with the program lie: in the source tree or installed."""

from pathlib import Path

_INSTALLED = Path(__file__).parent / "resources"

ROOT = _INSTALLED if _INSTALLED.is_dir() else Path(__file__).parents[1] / "resources"
