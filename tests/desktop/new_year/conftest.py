"""A window in September, when the new school year has begun."""

from datetime import date
from pathlib import Path

import pytest

from gtregister.core.register import Register
from gtregister.desktop.main_window import MainWindow
from tests.desktop.conftest import Opens

SEPTEMBER = date(2027, 9, 6)


@pytest.fixture
def september(school: Path, opens: Opens) -> MainWindow:
    """The window of 60 pupils, 12 in each of Years 7 to 11, at Today."""
    return opens(Register.open(school, "C Hall", today=SEPTEMBER), "today")
