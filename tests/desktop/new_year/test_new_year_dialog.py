"""The new school year is looked through, corrected by hand, started, and undone."""

from collections import Counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from gtregister.core import school
from gtregister.core.register import Register
from gtregister.core.roll import pupils
from gtregister.desktop import looks
from gtregister.desktop.main_window import MainWindow
from gtregister.desktop.new_year.new_year_dialog import NewYearDialog
from gtregister.desktop.widgets.notice_bar import NoticeBar
from gtregister.errors import Cancelled
from tests.builders import contents
from tests.desktop import audit
from tests.desktop.conftest import Opens

LEFT = Qt.MouseButton.LeftButton


def asked(qtbot: QtBot) -> NewYearDialog:
    qtbot.waitUntil(lambda: bool(QApplication.activeModalWidget()))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, NewYearDialog)
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def shown(window: MainWindow, qtbot: QtBot) -> NewYearDialog:
    window.desk.actions.new_year.trigger()
    return asked(qtbot)


def press(qtbot: QtBot, parent: QWidget, words: str) -> None:
    buttons = parent.findChildren(QPushButton)
    found = next(
        b for b in buttons if b.text().replace("&", "") == words and b.isVisible()
    )
    qtbot.mouseClick(found, LEFT)


def years(register: Register) -> Counter[int]:
    """Count the pupils on roll by year group."""
    rows = register.rows(
        "select year_group from pupils where left_on is null or left_on > :today",
        today=register.today.isoformat(),
    )
    return Counter(row["year_group"] for row in rows)


def test_a_school_year_is_started_from_today_in_two_clicks_and_undone_in_one(
    qtbot: QtBot, september: MainWindow
) -> None:
    before = contents(september.register)
    clicks = 0
    begun = september.page.findChildren(NoticeBar)[0]
    qtbot.waitUntil(begun.isVisible)
    assert begun.text().startswith("The school year 2027 to 2028 has begun")

    press(qtbot, begun, "Start the new school year…")
    clicks += 1
    dialog = asked(qtbot)
    counts = "Move up: 48. Leave the school: 12. Stay: 0."
    assert dialog.counts.text() == counts
    assert contents(september.register) == before
    press(qtbot, dialog, "Start 2027 to 2028")
    clicks += 1

    assert clicks == 2
    qtbot.waitUntil(lambda: "is started" in september.notices.text())
    assert "Moved up: 48. Left the school: 12." in september.notices.text()
    assert years(september.register) == {8: 12, 9: 12, 10: 12, 11: 12}
    qtbot.waitUntil(lambda: not begun.isVisible())
    assert "2027 to 2028" in september.windowTitle()

    undo = "Undo New school year started: 2027 to 2028"
    press(qtbot, september.notices, undo)
    qtbot.waitUntil(lambda: "Undone" in september.notices.text())
    assert contents(september.register) == before
    qtbot.waitUntil(begun.isVisible)


def test_fates_are_changed_by_keys_for_one_pupil_or_many(
    qtbot: QtBot, september: MainWindow
) -> None:
    dialog = shown(september, qtbot)
    view = dialog.list.view
    first, second, third = dialog.list.model.table.keys[:3]

    qtbot.keyClick(view, Qt.Key.Key_S)
    assert dialog.said == {first: "stays"}

    for _pupil in range(2):
        qtbot.keyClick(view, Qt.Key.Key_Down)
        qtbot.keyClick(view, Qt.Key.Key_Space)
    qtbot.keyClick(view, Qt.Key.Key_L)
    assert dialog.said == {first: "stays", second: "leaves", third: "leaves"}
    said = "Move up: 45. Leave the school: 14. Stay: 1. 3 are as you said."
    assert dialog.counts.text() == said

    qtbot.keyClick(view, Qt.Key.Key_P)
    assert dialog.said == {first: "stays", second: "leaves"}
    qtbot.mouseClick(dialog.start, LEFT)
    qtbot.waitUntil(lambda: "is started" in september.notices.text())
    assert pupils.get(september.register, first)["year_group"] == 7
    assert pupils.get(september.register, second)["left_on"] == "2027-09-01"
    assert pupils.get(september.register, third)["year_group"] == 8


def test_the_list_is_filtered_by_year_and_by_what_happens(
    qtbot: QtBot, september: MainWindow
) -> None:
    dialog = shown(september, qtbot)
    dialog.list.narrow({"what": ["Leaves the school"]})
    shown_years = {row[2] for row in dialog.list.rows_shown().rows}
    assert shown_years == {11}

    qtbot.keyClick(dialog.list.view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(dialog.list.view, Qt.Key.Key_U)

    assert dialog.counts.text().startswith("Move up: 60. Leave the school: 0.")
    dialog.list.narrow({"year_group": [11]})
    assert {row[5] for row in dialog.list.rows_shown().rows} == {12}


def test_whoever_cancels_has_changed_nothing(
    qtbot: QtBot, september: MainWindow
) -> None:
    before = contents(september.register)
    dialog = shown(september, qtbot)
    qtbot.keyClick(dialog.list.view, Qt.Key.Key_L)
    press(qtbot, dialog, "Cancel")

    assert contents(september.register) == before


def test_cancelling_half_way_leaves_everybody_where_they_were(
    qtbot: QtBot, september: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    def step(done: int, _of: int) -> None:
        if done == 30:
            raise Cancelled

    before = contents(september.register)
    monkeypatch.setattr(september.tasks, "step", step)
    dialog = shown(september, qtbot)
    with qtbot.waitSignal(september.tasks.stopped):
        qtbot.mouseClick(dialog.start, LEFT)

    assert contents(september.register) == before


def test_before_september_a_sentence_says_when(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.desk.actions.new_year.trigger()

    assert QApplication.activeModalWidget() is None
    assert "can be started from 1 September 2027" in window.notices.text()
    window.go_to("today")
    qtbot.waitUntil(lambda: bool(window.page.header.facts()))
    assert window.page.findChildren(NoticeBar)[0].isHidden()


def test_a_school_without_pupils_starts_its_year_too(
    qtbot: QtBot, september: MainWindow
) -> None:
    register = september.register
    with register.change("Left") as db:
        for (key,) in register.rows("select id from pupils"):
            db.update("pupils", key, {"left_on": "2027-07-20"})
    dialog = shown(september, qtbot)
    press(qtbot, dialog, "Start 2027 to 2028")
    qtbot.waitUntil(lambda: "is started" in september.notices.text())

    assert school.of(register).academic_year == 2027


def test_who_may_only_read_cannot_start_it(september: MainWindow, opens: Opens) -> None:
    path = september.register.path
    reading = opens(
        Register.open_to_read(path, "B Patel", today=september.register.today)
    )

    assert not reading.desk.actions.new_year.isEnabled()


@pytest.mark.parametrize("size", [100, 200])
def test_nothing_is_wrong_with_the_window(
    qtbot: QtBot, september: MainWindow, size: int
) -> None:
    looks.choose(text_size=size)
    september.restyle()
    september.resize(1366, 728)
    dialog = shown(september, qtbot)
    qtbot.wait(20)

    assert audit.findings(dialog) == []
    assert audit.unseen_focus(dialog) == []
    assert audit.cut_off(dialog) == []


def test_it_is_usable_on_a_small_screen(qtbot: QtBot, september: MainWindow) -> None:
    dialog = shown(september, qtbot)
    dialog.resize(683, 364)
    qtbot.wait(10)

    assert (dialog.width(), dialog.height()) == (683, 364)
    assert audit.sideways(dialog) == []
    assert dialog.list.view.height() >= 96


@pytest.mark.parametrize("size", [100, 200])
def test_nothing_is_wrong_with_today_when_it_is_due(
    qtbot: QtBot, september: MainWindow, size: int
) -> None:
    looks.choose(text_size=size)
    september.restyle()
    september.resize(1366, 728)
    qtbot.waitUntil(september.page.findChildren(NoticeBar)[0].isVisible)
    qtbot.waitUntil(lambda: not september.tasks.is_busy)
    qtbot.wait(50)

    assert audit.findings(september) == []
    assert audit.cut_off(september) == []
