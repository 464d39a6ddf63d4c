"""The windows of choices and answers, for whoever uses keys or large text."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gtregister.core.enrichment import activities, choice_rounds
from gtregister.core.register import Register
from gtregister.desktop.activities import choices_deeds
from gtregister.desktop.activities.activities_page import ActivitiesPage
from gtregister.desktop.activities.answers_dialog import AnswersDialog
from gtregister.desktop.activities.choices_view import ChoicesView
from gtregister.desktop.activities.questions_dialog import QuestionsDialog
from gtregister.desktop.activities.rank_dialog import RankDialog
from tests import programme
from tests.desktop import audit
from tests.desktop.activities.given import TRIP, settled


def trip(page: ActivitiesPage) -> int:
    return activities.find(page.register, TRIP).id


def begun(register: Register) -> int:
    """Begin a round between three clubs, in which four pupils chose."""
    clubs = [programme.activity(register, f"Club {n}") for n in range(3)]
    number = choice_rounds.begin(register, "Spring clubs", clubs, seed=1)
    wanted = {pupil: clubs[pupil % 2 :] for pupil in range(1, 5)}
    choice_rounds.enter_all(register, number, wanted)
    return number


DIALOGS: dict[str, Callable[[ActivitiesPage], None]] = {
    "round": lambda page: choices_deeds.begin(page.desk),
    "choices": lambda page: RankDialog(page.desk, begun(page.register)).open(),
    "questions": lambda page: QuestionsDialog(page.desk).open(),
    "answers": lambda page: AnswersDialog(page.desk, trip(page)).open(),
}


def test_nothing_is_wrong_with_the_choices(qtbot: QtBot, sized: ActivitiesPage) -> None:
    begun(sized.register)
    sized._catalogue.show_when("choices")
    view = sized._catalogue.view
    assert isinstance(view, ChoicesView)
    qtbot.waitUntil(lambda: len(view.list.model.table.rows) == 4, timeout=20_000)
    view.list.view.selectRow(0)
    assert audit.findings(settled(sized.window())) == []
    assert audit.cut_off(sized.window()) == []


@pytest.mark.parametrize("name", DIALOGS)
def test_nothing_is_wrong_with_a_dialog(sized: ActivitiesPage, name: str) -> None:
    DIALOGS[name](sized)
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    assert audit.findings(settled(dialog)) == []
    assert audit.cut_off(dialog) == []
    dialog.close()
