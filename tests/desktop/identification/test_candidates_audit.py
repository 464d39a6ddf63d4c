"""The Candidates page with pupils in it, and its dialogs, for whoever uses keys."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from gtregister.desktop import looks
from gtregister.desktop.identification.candidates_page import CandidatesPage
from tests.desktop import audit
from tests.desktop.identification.conftest import parts

LARGE = (1366, 728)


def _compare(page: CandidatesPage) -> None:
    parts(page).listing.view.selectAll()
    page._view.compare()


DIALOGS: dict[str, Callable[[CandidatesPage], None]] = {
    "criteria": lambda page: page._view.show_criteria(),
    "reason": lambda page: page._view.decide("declined"),
    "compare": _compare,
    "balance": lambda page: parts(page).preview.show_table(),
}


@pytest.fixture(params=[100, 200])
def sized(request: pytest.FixtureRequest, page: CandidatesPage) -> CandidatesPage:
    """The page at a text size of 100 and 200 %, as large as a small laptop's screen."""
    looks.choose(text_size=request.param)
    page.desk.restyle()
    page.window().resize(*LARGE)
    QApplication.processEvents()
    return page


def test_nothing_is_wrong_with_the_page(sized: CandidatesPage) -> None:
    window = sized.window()
    assert audit.findings(window) == []
    assert audit.cut_off(window) == []
    assert audit.sideways(window) == []


@pytest.mark.parametrize("name", DIALOGS)
def test_nothing_is_wrong_with_a_dialog(
    qtbot: QtBot, sized: CandidatesPage, name: str
) -> None:
    DIALOGS[name](sized)
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None)
    dialog: QWidget | None = QApplication.activeModalWidget()
    assert dialog is not None
    with qtbot.waitExposed(dialog):
        dialog.show()
    assert audit.findings(dialog) == []
    assert audit.unseen_focus(dialog) == []
    assert audit.cut_off(dialog) == []
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
