"""Themes and text sizes hold in every window."""

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from gtregister.desktop import looks, style
from gtregister.desktop.colours import DARK, LIGHT


def test_a_theme_changes_the_palette_of_the_program(qapp: QApplication) -> None:
    for theme, colours in (("dark", DARK), ("light", LIGHT)):
        style.apply(qapp, theme, 100)
        window = qapp.palette().color(QPalette.ColorRole.Window)
        assert window.name().upper() == colours.window
        assert style.colours() == colours


def test_text_twice_as_large_makes_titles_twice_as_large(
    qtbot: QtBot, qapp: QApplication
) -> None:
    title = QLabel("Register")
    qtbot.addWidget(title)
    style.letters(title, "title")
    style.apply(qapp, "light", 200)
    assert title.font().pixelSize() == 56
    assert qapp.font().pixelSize() == 28


def test_a_size_beyond_the_range_is_brought_within_it(qapp: QApplication) -> None:
    style.apply(qapp, "light", 900)
    assert style.scaled(10) == 20


def test_the_choice_of_looks_is_remembered(qapp: QApplication) -> None:
    looks.choose(theme="dark")
    looks.larger(1)
    looks.put_in_force()
    assert style.colours().is_dark
    assert style.scaled(100) == 110
