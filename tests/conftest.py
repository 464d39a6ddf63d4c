"""What every test may ask for: an empty register, and days and people that stand."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from gtregister.core import school
from gtregister.core.register import Register
from gtregister.core.school import School

TODAY = date(2026, 11, 23)


@pytest.fixture(autouse=True)
def _own_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the settings and logs of the person who runs the tests out of them."""
    for name in ("XDG_CONFIG_HOME", "XDG_STATE_HOME", "APPDATA", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(tmp_path / "settings"))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """The path of a new register of Greenfield Academy."""
    made = tmp_path / "Greenfield.gtreg"
    greenfield = School("Greenfield Academy", "9994025", academic_year=2026)
    school.create(made, greenfield, "C Hall", TODAY)
    return made


@pytest.fixture
def register(path: Path) -> Iterator[Register]:
    """A new register, open, on 23 November 2026, with C Hall sitting at it."""
    with Register.open(path, "C Hall", today=TODAY) as opened:
        yield opened
