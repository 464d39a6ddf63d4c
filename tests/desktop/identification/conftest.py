"""A school with candidates, and its Candidates page with everybody judged."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from gtregister.core import school
from gtregister.core.identifying import policies, referrals
from gtregister.core.identifying.referrals import NewReferral
from gtregister.core.register import Register
from gtregister.core.school import School
from gtregister.desktop.identification.candidates_list import CandidatesList
from gtregister.desktop.identification.candidates_page import CandidatesPage
from gtregister.desktop.main_window import MainWindow
from tests.builders import pupil, score, upn
from tests.desktop.conftest import Opens
from tests.desktop.given import TODAY

NAMES = ("Aisha", "Ben", "Chloé", "Dev", "Ewa", "Finn", "Grace", "Hal", "Ivy", "Jo")
OpensPage = Callable[..., CandidatesPage]


@pytest.fixture
def candidates(tmp_path: Path) -> Path:
    """Forty pupils: three meet the policy, one of them by two routes; two lack data."""
    path = tmp_path / "Greenfield.gtreg"
    greenfield = School("Greenfield Academy", "9994025", academic_year=2026)
    school.create(path, greenfield, "C Hall", TODAY)
    with Register.open(path, "C Hall", today=TODAY) as register:
        policies.use(register, "eic")
        for n in range(40):
            facts = {"upn": upn(n + 1), "surname": f"{NAMES[n % 10]}son", "form": "7A"}
            facts |= {"sex": "FM"[n % 2], "pupil_premium": n % 3 == 0}
            child = pupil(register, NAMES[n // 4], **facts)
            if n < 38:
                for subject in ("reading", "maths"):
                    score(register, child, str(120 - n), subject)
        said = NewReferral(upn(1), "staff", "Ms Roy", "Leads the ensemble", "music")
        referrals.add(register, said)
    return path


@pytest.fixture
def opens_page(qtbot: QtBot, candidates: Path, opens: Opens) -> OpensPage:
    """Open the Candidates page and wait until everybody is judged."""

    def show() -> CandidatesPage:
        register = Register.open(candidates, "C Hall", today=TODAY)
        page = opens(register, "candidates").page
        assert isinstance(page, CandidatesPage)
        qtbot.waitUntil(lambda: parts(page).is_filled, timeout=20_000)
        return page

    return show


@pytest.fixture
def page(opens_page: OpensPage) -> CandidatesPage:
    """The Candidates page, with everybody judged."""
    return opens_page()


def parts(page: CandidatesPage) -> CandidatesList:
    """Give what stands under the head of the page."""
    return page._view.list


def window_of(page: CandidatesPage) -> MainWindow:
    """Give the window that the page is in."""
    found = page.window()
    assert isinstance(found, MainWindow)
    return found
