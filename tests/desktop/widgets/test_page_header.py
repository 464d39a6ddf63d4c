"""The head of a page: nothing of its facts is cut off beside its buttons."""

from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot

from gtregister.desktop.widgets.page_header import PageHeader

FACTS = "108 of 1,200 pupils are on the register (9%). Last decision 20 November 2026."


def test_the_facts_have_the_whole_width_of_a_narrow_window(qtbot: QtBot) -> None:
    header = PageHeader("Register")
    qtbot.addWidget(header)
    for words in ("Print…", "Export…", "Add pupil…", "Import…"):
        header.add_button(QAction(words, header))
    header.show_facts(FACTS)
    header.resize(560, header.heightForWidth(560))
    with qtbot.waitExposed(header):
        header.show()
    assert header._facts.width() == header.width()
    needed = header._facts.heightForWidth(header._facts.width())
    assert header._facts.height() >= needed
