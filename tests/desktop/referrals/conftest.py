"""A school with two referrals that wait, and its Referrals page."""

from pathlib import Path

import pytest

from gtregister.core import school
from gtregister.core.identifying import policies, referrals
from gtregister.core.identifying.referrals import NewReferral
from gtregister.core.register import Register
from gtregister.core.school import School
from gtregister.desktop.main_window import MainWindow
from gtregister.desktop.referrals.referrals_page import ReferralsPage
from tests.builders import pupil, upn
from tests.desktop.conftest import Opens
from tests.desktop.given import TODAY


@pytest.fixture
def referred(tmp_path: Path) -> Path:
    """Three pupils, two of them referred: Finn for drama, Zoë for maths."""
    path = tmp_path / "Greenfield.gtreg"
    greenfield = School("Greenfield Academy", "9994025", academic_year=2026)
    school.create(path, greenfield, "C Hall", TODAY)
    with Register.open(path, "C Hall", today=TODAY) as register:
        policies.use(register, "eic")
        for n, (name, surname) in enumerate(
            (("Finn", "Hughes"), ("Zoë", "O’Neill"), ("Ben", "Smith")), 1
        ):
            pupil(register, name, surname=surname, upn=upn(n), form="8C")
        for n, subject in ((2, "maths"), (1, "performing_arts")):
            said = NewReferral(upn(n), "staff", "Ms Roy", "Leads the class", subject)
            referrals.add(register, said)
    return path


@pytest.fixture
def window(referred: Path, opens: Opens) -> MainWindow:
    return opens(Register.open(referred, "C Hall", today=TODAY), "today")


@pytest.fixture
def page(window: MainWindow) -> ReferralsPage:
    window.go_to("referrals")
    assert isinstance(window.page, ReferralsPage)
    return window.page
