"""What was imported and changed is listed, and any of it can be undone."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from gtregister import resources
from gtregister.core.importing import import_history, imports
from gtregister.core.register import Register
from gtregister.core.roll import pupils
from gtregister.desktop.history.history_window import HistoryWindow
from gtregister.desktop.history.import_history_window import ImportHistoryWindow
from gtregister.desktop.main_window import MainWindow
from tests.desktop import given
from tests.desktop.conftest import Opens

PUPILS = resources.ROOT / "sample" / "Pupil list.xlsx"


@pytest.fixture
def imported(qtbot: QtBot, path: Path, opens: Opens) -> MainWindow:
    """The window of a register into which a pupil list was imported."""
    register = Register.open(path, "C Hall", today=given.TODAY)
    imports.apply(register, imports.plan(register, PUPILS))
    return opens(register, "today")


def test_an_import_is_listed_with_what_each_column_became(
    qtbot: QtBot, imported: MainWindow
) -> None:
    window = ImportHistoryWindow(imported.desk)
    qtbot.addWidget(window)
    assert window.list.model.table.rows[0][0] == "Pupil list.xlsx"
    became = {row[0]: row[1] for row in window._columns.table.rows}
    assert "Surname" in became.values()
    assert "UPN" in became.values()


def test_an_import_can_be_undone_at_any_time(
    qtbot: QtBot, imported: MainWindow
) -> None:
    with imported.register.change("Something else") as db:
        db.update("school", 1, {"name": "Other"})
    window = ImportHistoryWindow(imported.desk)
    qtbot.addWidget(window)
    window.show()
    assert pupils.count(imported.register) > 100
    window.undo.click()
    qtbot.waitUntil(
        lambda: window.list.model.table.rows[0][-1] == "Undone", timeout=20_000
    )
    assert pupils.count(imported.register) == 0
    assert not window.undo.isEnabled()
    assert window._columns.table.rows  # what it was is still told


def test_an_import_that_is_redone_stands_again(imported: MainWindow) -> None:
    from gtregister.core import undo

    undo.undo(imported.register)
    undo.redo(imported.register)
    state = import_history.table(imported.register).rows[0][-1]
    assert state == "Imported"


def test_any_change_but_the_first_can_be_undone_from_the_history(
    qtbot: QtBot, window: MainWindow
) -> None:
    history = HistoryWindow(window.desk)
    qtbot.addWidget(history)
    history.show()
    view = history.list.view
    view.selectRow(len(history.list.model.table.rows) - 1)
    assert not history.undo.isEnabled()
    view.selectRow(0)
    assert history.undo.isEnabled()
    history.undo.click()
    qtbot.waitUntil(lambda: "Undone: Added" in window.notices.text(), timeout=20_000)
    listing = window.listing()
    assert listing is not None
    assert listing.model.rowCount() == 0


def test_who_only_reads_sees_the_history_and_undoes_nothing(
    qtbot: QtBot, school: Path, opens: Opens
) -> None:
    window = opens(Register.open_to_read(school, "B Patel"))
    for made in (HistoryWindow(window.desk), ImportHistoryWindow(window.desk)):
        qtbot.addWidget(made)
        assert made.list.model.rowCount()
        assert made.buttons() == []
