"""Settings hold as soon as they are chosen."""

from pytestqt.qtbot import QtBot

from gtregister import settings
from gtregister.desktop import style
from gtregister.desktop.main_window import MainWindow


def test_a_theme_and_a_text_size_hold_at_once(window: MainWindow) -> None:
    window.go_to("settings")
    page = window.page
    theme, size = page._theme, page._size  # type: ignore[attr-defined]
    theme.setCurrentIndex(theme.findData("dark"))
    theme.activated.emit(theme.currentIndex())
    size.setCurrentIndex(size.findData(125))
    size.activated.emit(size.currentIndex())
    assert style.colours().is_dark
    assert style.scaled(100) == 125
    assert settings.load().theme == "dark"
    assert settings.load().text_size == 125


def test_what_is_chosen_in_the_menu_is_shown_here(window: MainWindow) -> None:
    window.desk.actions.larger.trigger()
    window.go_to("settings")
    assert window.page._size.currentData() == 110  # type: ignore[attr-defined]


def test_a_name_is_remembered_on_this_computer(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.go_to("settings")
    field = window.page._person  # type: ignore[attr-defined]
    field.setText("  C Hall ")
    field.editingFinished.emit()
    assert settings.person() == "C Hall"
