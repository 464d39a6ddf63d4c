"""Which files were imported lately on this computer."""

from pathlib import Path

from gtregister import settings

_LIST = "imports"
_MOST = 5


def files() -> list[Path]:
    """List the files imported lately that are still there, the latest first."""
    return [path for path in _kept() if path.is_file()]


def remember(path: Path) -> None:
    """Put a file at the head of the list; what was pasted is none."""
    if path.is_file():
        others = [other for other in _kept() if other != path.absolute()]
        latest = [str(one) for one in (path.absolute(), *others)]
        settings.keep(_LIST, {"recent": latest[:_MOST]})


def _kept() -> list[Path]:
    found = settings.kept(_LIST).get("recent")
    texts = found if isinstance(found, list) else []
    return [Path(text) for text in texts if isinstance(text, str)]
