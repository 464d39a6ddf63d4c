"""The dialogs about referrals, for whoever uses keys or large text."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from gtregister.desktop import looks
from gtregister.desktop.referrals.referrals_page import ReferralsPage
from tests.desktop import audit

DIALOGS: dict[str, Callable[[ReferralsPage], None]] = {
    "new": lambda page: page.note_new(),
    "edit": lambda page: page.edit(),
    "decline": lambda page: page.answer("decline"),
    "more": lambda page: page.answer("ask_for_more"),
    "look into": lambda page: page.look_into(),
}


@pytest.fixture(params=[100, 200])
def sized(request: pytest.FixtureRequest, page: ReferralsPage) -> ReferralsPage:
    """The page at a text size of 100 and 200 %, as large as a small laptop's screen."""
    looks.choose(text_size=request.param)
    page.desk.restyle()
    page.window().resize(1366, 728)
    QApplication.processEvents()
    return page


def test_nothing_is_wrong_with_the_page(sized: ReferralsPage) -> None:
    assert audit.findings(sized.window()) == []
    assert audit.cut_off(sized.window()) == []


@pytest.mark.parametrize("name", DIALOGS)
def test_nothing_is_wrong_with_a_dialog(
    qtbot: QtBot, sized: ReferralsPage, name: str
) -> None:
    DIALOGS[name](sized)
    dialog: QWidget | None = QApplication.activeModalWidget()
    assert dialog is not None
    with qtbot.waitExposed(dialog):
        dialog.show()
    assert audit.findings(dialog) == []
    assert audit.unseen_focus(dialog) == []
    assert audit.cut_off(dialog) == []
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
