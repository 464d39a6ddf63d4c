"""Many replies at once: ticked down a list by keys, or brought in from a file."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from gtregister.core.register import Register
from gtregister.core.telling import letters, slips
from gtregister.core.telling.slip_numbers import number
from gtregister.desktop.letters.letters_page import LettersPage
from gtregister.desktop.letters.reply_dialog import ReplyDialog
from gtregister.desktop.letters.sheet_dialog import SheetDialog
from gtregister.desktop.letters.tick_dialog import TickDialog
from gtregister.desktop.main_window import MainWindow
from tests.desktop.conftest import Opens
from tests.desktop.given import TODAY
from tests.desktop.letters.doing import asked, press


@pytest.fixture
def printed(families: Path, opens: Opens) -> LettersPage:
    """The page, once every letter that can go out has been printed."""
    with Register.open(families, "C Hall", today=TODAY) as register:
        prepared = letters.write(register, letters.due(register))
        letters.mark_printed(register, prepared.letters)
    window = opens(Register.open(families, "C Hall", today=TODAY), "letters")
    assert isinstance(window, MainWindow)
    assert isinstance(window.page, LettersPage)
    return window.page


def answered(register: Register) -> dict[str, dict[str, bool]]:
    every = slips.every(register).values()
    return {slip.number: dict(slip.answers) for slip in every if slip.answers}


def ticking(qtbot: QtBot, page: LettersPage) -> TickDialog:
    page._view.does.enter_replies.trigger()
    press(qtbot, asked(qtbot, ReplyDialog), "Tick a list…")
    return asked(qtbot, TickDialog)


def test_replies_are_ticked_down_the_list_by_keys(
    qtbot: QtBot, printed: LettersPage
) -> None:
    dialog = ticking(qtbot, printed)
    assert dialog.grid.cells.names[0] == "10019  Aisha Ahmed 7A"
    assert list(dialog.grid.cells.titles)[:2] == ["Has read it", "Wants a call"]
    before = printed.register.latest_change

    dialog.grid.go_to(0, 0)
    for key in "yyny":
        qtbot.keyClicks(dialog.grid, key)
    assert dialog.enter_button.text() == "&Enter 4 replies"
    dialog.enter_button.click()

    qtbot.waitUntil(lambda: len(answered(printed.register)) == 4)
    qtbot.waitUntil(lambda: "4 replies are entered" in dialog.said.text())
    assert printed.register.latest_change == before + 1
    said = [held["read"] for held in answered(printed.register).values()]
    assert sorted(said) == [False, True, True, True]
    assert dialog.grid.cells.rowCount() == 0

    dialog.back.click()
    qtbot.waitUntil(lambda: not answered(printed.register))
    qtbot.waitUntil(lambda: dialog.grid.cells.rowCount() == 4)
    dialog.reject()


def test_only_the_slips_of_a_form_are_shown_and_ticks_of_others_stay(
    qtbot: QtBot, printed: LettersPage
) -> None:
    dialog = ticking(qtbot, printed)
    dialog.grid.go_to(0, 0)
    qtbot.keyClicks(dialog.grid, "y")

    dialog.forms.setCurrentIndex(dialog.forms.findData("7B"))
    dialog.forms.activated.emit(dialog.forms.currentIndex())

    assert all(name.endswith("7B") for name in dialog.grid.cells.names)
    assert dialog.enter_button.text() == "&Enter 1 reply"
    dialog.reject()
    assert "close once more" in dialog.said.text()
    assert dialog.isVisible()
    dialog.reject()
    assert answered(printed.register) == {}


def test_space_and_delete_tick_and_clear(qtbot: QtBot, printed: LettersPage) -> None:
    dialog = ticking(qtbot, printed)
    dialog.grid.go_to(0, 2)
    said = []
    for _press in range(3):
        qtbot.keyClick(dialog.grid, Qt.Key.Key_Space)
        said.append(dialog.grid.cells.cells[0][2])
    assert said == ["Yes", "No", None]

    qtbot.keyClick(dialog.grid, Qt.Key.Key_Space)
    qtbot.keyClick(dialog.grid, Qt.Key.Key_Delete)
    assert not dialog.enter_button.isEnabled()
    dialog.reject()


def test_replies_come_from_a_file_once_its_rows_were_looked_at(
    qtbot: QtBot,
    printed: LettersPage,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path = tmp_path / "replies.csv"
    rows = [f"{number(1)},yes", f"{number(2)},ynn", "10091,yes"]
    path.write_text("\n".join(["Slip number,Answer", *rows]))
    chosen = staticmethod(lambda *_asked: (str(path), ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", chosen)

    printed._view.does.enter_replies.trigger()
    press(qtbot, asked(qtbot, ReplyDialog), "From a file…")
    dialog = asked(qtbot, SheetDialog)
    table = dialog.list.model.table
    assert [row[1] for row in table.rows] == [
        "Will be entered",
        "Will be entered",
        "Cannot be entered",
    ]
    assert answered(printed.register) == {}
    press(qtbot, dialog, "Enter 2 replies")

    qtbot.waitUntil(lambda: len(answered(printed.register)) == 2)
    said = printed.desk.notices
    qtbot.waitUntil(lambda: "2 replies are entered" in said.text())
    printed.desk.actions.undo.trigger()
    qtbot.waitUntil(lambda: answered(printed.register) == {})


def test_earlier_answers_are_replaced_only_if_that_is_ticked(
    qtbot: QtBot, printed: LettersPage, tmp_path: Path
) -> None:
    from gtregister.core.telling import answers
    from gtregister.desktop.letters import sheet_dialog

    answers.enter(printed.register, number(1), ["no"])
    path = tmp_path / "replies.csv"
    path.write_text(f"Slip,Answer\n{number(1)},yes\n")
    sheet_dialog.show(printed.desk, path)
    dialog = asked(qtbot, SheetDialog)
    assert not dialog.enter_button.isEnabled()

    dialog.others_too.setChecked(True)
    dialog.enter()

    changed = {number(1): {"read": True}}
    qtbot.waitUntil(lambda: answered(printed.register) == changed)
