"""Settings of this computer: who sits at it, which registers were opened here."""

import getpass
import json
import os
import sys
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

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
    stored = _read(_path())
    known: dict[str, Any] = {}
    for name, default in asdict(Settings()).items():
        value = stored.get(name)
        if isinstance(value, list):
            value = tuple(map(str, value))
        if type(value) is type(default):
            known[name] = value
    return replace(Settings(), **known)


def save(settings: Settings) -> None:
    """Keep the settings for next time."""
    _write(_path(), asdict(settings))


def kept(name: str) -> dict[str, object]:
    """Read what a person arranged in a list of this name; nothing if it is damaged."""
    found = _read(_lists_path()).get(name)
    return found if isinstance(found, dict) else {}


def keep(name: str, arranged: dict[str, object]) -> None:
    """Keep how a person arranged a list for next time."""
    _write(_lists_path(), _read(_lists_path()) | {name: arranged})


def _lists_path() -> Path:
    return _path().with_name("lists.json")


def _read(path: Path) -> dict[str, Any]:
    try:
        stored = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return stored if isinstance(stored, dict) else {}


def _write(path: Path, stored: dict[str, object]) -> None:
    # A school's computer may forbid it; then the program asks again next time.
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(stored, indent=1), encoding="utf-8")


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
    # As the module `platform` does, which takes a moment to load.
    if sys.platform == "win32":
        return os.environ.get("COMPUTERNAME", "?")
    return os.uname().nodename or "?"
