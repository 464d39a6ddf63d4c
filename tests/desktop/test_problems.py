"""A sentence is shown as it is; anything else is our fault, and says no name."""

import logging
import sys

import pytest
from PySide6.QtCore import QMessageLogContext, Qt, QtMsgType
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from gtregister.desktop import problems
from gtregister.desktop.crash_dialog import CrashDialog
from gtregister.errors import UserError


def _crash() -> tuple[type[BaseException], BaseException, object]:
    surname = "Zielińska"
    try:
        raise KeyError(f"{surname} has no score")
    except KeyError as error:
        return type(error), error, error.__traceback__


def test_a_sentence_is_shown_with_whatever_signs_it_has(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    box = problems.show(window, UserError("“<b>Ahmed</b>” is not a date."))
    assert box.text() == "“<b>Ahmed</b>” is not a date."
    assert box.textFormat() == Qt.TextFormat.PlainText


def test_a_report_names_the_lines_and_never_a_pupil(caplog: object) -> None:
    kind, error, trace = _crash()
    told = problems.report(kind, trace)  # type: ignore[arg-type]
    assert "KeyError" in told
    assert "_crash" in told
    assert "Zielińska" not in told
    assert str(error)


def test_a_bug_opens_the_crash_dialog_whose_details_can_be_copied(
    qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    problems.catch(*_crash())  # type: ignore[arg-type]
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, CrashDialog)
    dialog.copy()
    copied = QGuiApplication.clipboard().text()
    dialog.reject()
    assert "KeyError" in copied
    assert "KeyError" in caplog.text
    assert "Zielińska" not in copied + caplog.text


def test_a_sentence_that_nobody_caught_is_still_a_sentence(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    problems.catch(UserError, UserError("Choose a file."), None)
    box = QApplication.activeModalWidget()
    assert isinstance(box, QMessageBox)
    assert box.text() == "Choose a file."
    box.reject()


def test_what_qt_says_is_logged_without_paths_and_quotations(
    caplog: pytest.LogCaptureFixture,
) -> None:
    with caplog.at_level(logging.WARNING, "gtregister"):
        problems._note(
            QtMsgType.QtWarningMsg,
            QMessageLogContext(),
            'cannot open /home/c.hall/Ahmed.gtreg in "Year 7"',
        )
    assert "cannot open" in caplog.text
    assert "Ahmed" not in caplog.text
    assert "Year 7" not in caplog.text


def test_installing_catches_what_nobody_caught(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(problems, "qInstallMessageHandler", lambda _handler: None)
    problems.install()
    assert sys.excepthook is problems.catch
