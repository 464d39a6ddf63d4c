"""Settings of this computer: who sits at it, which registers were opened here."""

import getpass
import json
import platform
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path

import platformdirs


@dataclass(frozen=True, slots=True)
class Settings:
    """What the program remembers on this computer; nothing about any pupil."""

    person: str = ""
    recent: tuple[str, ...] = ()
    theme: str = "system"
    text_size: int = 100
    discreet: bool = False
    confidential: bool = True
    steps_hidden_in: tuple[str, ...] = ()


def _path() -> Path:
    return (
        platformdirs.user_config_path("gtregister", appauthor=False) / "settings.json"
    )


def load() -> Settings:
    """Read the settings; defaults stand where there are none, or damaged ones."""
    try:
        stored = json.loads(_path().read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Settings()
    if not isinstance(stored, dict):
        return Settings()
    known = {f.name: stored[f.name] for f in fields(Settings) if f.name in stored}
    for paths in ("recent", "steps_hidden_in"):
        known[paths] = tuple(known.get(paths, ()))
    return Settings(**known)


def save(settings: Settings) -> None:
    """Keep the settings for next time."""
    path = _path()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(asdict(settings), indent=1), encoding="utf-8")


def kept(name: str) -> dict[str, object]:
    """Read what a person arranged in a list of this name; nothing if it is damaged."""
    found = _all_kept().get(name)
    return found if isinstance(found, dict) else {}


def keep(name: str, arranged: dict[str, object]) -> None:
    """Keep how a person arranged a list for next time."""
    path = _lists_path()
    path.parent.mkdir(parents=True, exist_ok=True)
    every = _all_kept() | {name: arranged}
    path.write_text(json.dumps(every, indent=1), encoding="utf-8")


def _all_kept() -> dict[str, object]:
    try:
        stored = json.loads(_lists_path().read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return stored if isinstance(stored, dict) else {}


def _lists_path() -> Path:
    return _path().with_name("lists.json")


def remember_opened(path: Path) -> None:
    """Put a register at the head of the recent files."""
    settings = load()
    others = [p for p in settings.recent if p != str(path)]
    save(replace(settings, recent=(str(path), *others)[:9]))


def person() -> str:
    """Name the person at this computer: as they said, else by their log-in name."""
    return load().person or getpass.getuser()


def computer() -> str:
    """Name this computer."""
    return platform.node() or "?"
