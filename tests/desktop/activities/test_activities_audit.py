"""The pages and dialogs of activities, for whoever uses keys or large text."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gtregister.core.enrichment import activities
from gtregister.core.register import Register
from gtregister.desktop.activities import going_dialog, suggest_dialog
from gtregister.desktop.activities.activities_page import ActivitiesPage
from gtregister.desktop.activities.pupils_part import PupilsPart
from gtregister.desktop.activities.radar_view import RadarView
from gtregister.desktop.activities.sessions_part import SessionsPart
from gtregister.desktop.main_window import MainWindow
from tests.desktop import audit, given
from tests.desktop.activities.given import TRIP, settled
from tests.desktop.conftest import Opens

PARTS = ("plan", "pupils", "sessions", "money", "attendance", "evaluation")


def trip(page: ActivitiesPage) -> int:
    return activities.find(page.register, TRIP).id


def _add_pupils(page: ActivitiesPage) -> None:
    page.open_activity(trip(page), "pupils")
    part = page._view.part()
    assert isinstance(part, PupilsPart)
    part.add.trigger()


def _add_session(page: ActivitiesPage) -> None:
    page.open_activity(trip(page), "sessions")
    part = page._view.part()
    assert isinstance(part, SessionsPart)
    part.weekly.trigger()


DIALOGS: dict[str, Callable[[ActivitiesPage], None]] = {
    "new": lambda page: page.plan_new(),
    "past": lambda page: page.log_past(),
    "roster": lambda page: page.show_roster(trip(page)),
    "suggest": lambda page: suggest_dialog.show(page.desk, trip(page)),
    "add pupils": _add_pupils,
    "invite": lambda page: page.invite([20, 21]),
    "weekly": _add_session,
    "adults": lambda page: going_dialog.show(
        page.desk, trip(page), going_dialog.ADULTS
    ),
}


def test_nothing_is_wrong_with_the_list(sized: ActivitiesPage) -> None:
    assert sized.listing is not None
    sized.listing.view.selectRow(0)
    assert audit.findings(settled(sized.window())) == []
    assert audit.cut_off(sized.window()) == []


@pytest.mark.parametrize("which", ["term", "year", "gaps", "often", "groups"])
def test_nothing_is_wrong_with_the_radar(sized: ActivitiesPage, which: str) -> None:
    sized.narrow({"do": "radar"})
    radar = sized._catalogue.view
    assert isinstance(radar, RadarView)
    radar.which.setCurrentIndex(radar.which.findData(which))
    radar.refresh()
    assert audit.findings(settled(sized.window())) == []
    assert audit.cut_off(sized.window()) == []


def test_nothing_is_wrong_with_the_calendar(sized: ActivitiesPage) -> None:
    sized._catalogue.show_when("calendar")
    assert audit.findings(settled(sized.window())) == []
    assert audit.cut_off(sized.window()) == []


@pytest.mark.parametrize("part", PARTS)
def test_nothing_is_wrong_with_a_part(sized: ActivitiesPage, part: str) -> None:
    sized.open_activity(trip(sized), part)
    assert audit.findings(settled(sized.window())) == []
    assert audit.cut_off(sized.window()) == []


@pytest.mark.parametrize("name", DIALOGS)
def test_nothing_is_wrong_with_a_dialog(
    qtbot: QtBot, sized: ActivitiesPage, name: str
) -> None:
    DIALOGS[name](sized)
    qtbot.waitUntil(
        lambda: QApplication.activeModalWidget() is not None, timeout=20_000
    )
    dialog = QApplication.activeModalWidget()
    assert audit.findings(settled(dialog)) == []
    assert audit.cut_off(dialog) == []
    dialog.close()


@pytest.mark.parametrize("when", ["upcoming", "past", "ideas", "radar"])
def test_an_empty_school_says_what_to_do(opens: Opens, path: Path, when: str) -> None:
    window = opens(Register.open(path, "C Hall", today=given.TODAY), "activities")
    page = window.page
    assert isinstance(page, ActivitiesPage)
    page._catalogue.show_when(when)
    assert audit.findings(settled(window)) == []
    assert page.listing is not None
    assert page.listing.empty is not None
    words = {
        "upcoming": "Nothing is planned",
        "past": "Nothing has been held yet",
        "ideas": "No ideas are noted",
        "radar": "Nobody is left out",
    }
    assert page.listing.empty._title.text() == words[when]


def test_a_register_that_is_only_read_can_be_looked_at(
    window: MainWindow, planned: Path, opens: Opens
) -> None:
    reading = Register.open_to_read(planned, "B Patel", today=given.TODAY)
    second = opens(reading, "activities")
    page = second.page
    assert isinstance(page, ActivitiesPage)
    for part in PARTS:
        page.open_activity(trip(page), part)
        assert audit.findings(settled(second)) == []
    assert not page._new.isEnabled()
