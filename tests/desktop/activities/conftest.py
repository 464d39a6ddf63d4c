"""A school with a trip on Thursday and a weekly club, and the Activities page."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gtregister.core import calendar, school
from gtregister.core.calendar import Closure, Term
from gtregister.core.enrichment import activities, places, sessions
from gtregister.core.enrichment.sessions import When
from gtregister.core.register import Register
from gtregister.core.school import School
from gtregister.desktop import looks
from gtregister.desktop.activities.activities_page import ActivitiesPage
from gtregister.desktop.main_window import MainWindow
from tests import programme
from tests.desktop import given
from tests.desktop.activities.given import CLUB_DAYS, TRIP, Hand
from tests.desktop.conftest import Opens


@pytest.fixture
def planned(tmp_path: Path) -> Path:
    """Forty pupils, twelve of them on the trip, the first ten in the club."""
    path = tmp_path / "Greenfield.gtreg"
    greenfield = School("Greenfield Academy", "9994025", academic_year=2026)
    school.create(path, greenfield, "C Hall", given.TODAY)
    with Register.open(path, "C Hall", today=given.TODAY) as register:
        given.fill(register, 40, 24)
        terms = [
            Term("Autumn", CLUB_DAYS[0], CLUB_DAYS[1]),
            Term("Spring", CLUB_DAYS[2], CLUB_DAYS[3]),
        ]
        calendar.set_terms(register, 2026, terms)
        calendar.add_closure(register, Closure("Half-term", *CLUB_DAYS[4:]))
        trip = programme.activity(
            register, TRIP, places_most=12, consent="needed", charge=450
        )
        programme.session(register, trip, starts_at="09:00", ends_at="15:00")
        places.invite(register, trip, list(range(1, 13)))
        club = programme.activity(register, "Chess club")
        first = When(programme.THURSDAY.replace(day=24), "15:30", "16:30")
        sessions.plan_weekly(register, club, first)
        places.invite(register, club, list(range(1, 11)))
    return path


@pytest.fixture
def window(planned: Path, opens: Opens) -> MainWindow:
    return opens(Register.open(planned, "C Hall", today=given.TODAY), "today")


@pytest.fixture
def page(window: MainWindow) -> ActivitiesPage:
    window.go_to("activities")
    assert isinstance(window.page, ActivitiesPage)
    return window.page


@pytest.fixture
def trip(page: ActivitiesPage) -> int:
    return activities.find(page.register, TRIP).id


@pytest.fixture
def hand(qtbot: QtBot) -> Hand:
    return Hand(qtbot)


@pytest.fixture(params=[100, 200])
def sized(request: pytest.FixtureRequest, page: ActivitiesPage) -> ActivitiesPage:
    """The page at a text size of 100 and 200 %, as large as a small laptop's screen."""
    looks.choose(text_size=request.param)
    page.desk.restyle()
    page.window().resize(1366, 728)
    QApplication.processEvents()
    return page
