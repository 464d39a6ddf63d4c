"""The manual: the page one is at, found by words, and every key."""

from pytestqt.qtbot import QtBot

from gtregister.desktop.help import help_pages
from gtregister.desktop.help.help_window import KEYS, HelpWindow
from gtregister.desktop.main_window import MainWindow
from gtregister.desktop.place import places


def shown(qtbot: QtBot, window: MainWindow, key: str) -> HelpWindow:
    made = HelpWindow(window.desk.actions, window)
    qtbot.addWidget(made)
    made.show_page(key)
    return made


def test_f1_opens_the_page_of_the_place(qtbot: QtBot, window: MainWindow) -> None:
    window.desk.actions.help.trigger()
    made = window.findChild(HelpWindow)
    assert made.text.toPlainText().startswith("The register")
    made.close()


def test_a_place_without_a_page_gets_the_first_one(
    qtbot: QtBot, window: MainWindow
) -> None:
    made = shown(qtbot, window, "no such place")
    assert made.text.toPlainText().startswith(help_pages.title_of("start"))


def test_a_search_lists_the_pages_with_all_its_words(
    qtbot: QtBot, window: MainWindow
) -> None:
    made = shown(qtbot, window, "start")
    made.find_box.setText("bank holidays")
    titles = [made.topics.item(row).text() for row in range(made.topics.count())]
    assert "Settings" in titles
    assert len(titles) < len(help_pages.every())


def test_every_key_of_every_action_is_listed(qtbot: QtBot, window: MainWindow) -> None:
    text = shown(qtbot, window, KEYS).text.toPlainText()
    for keys in ("Ctrl+K", "Ctrl+Z", "Ctrl+Y", "Alt+Left", "Shift+F6", "F1"):
        assert keys in text


def test_every_place_on_the_rail_has_a_page_of_its_own() -> None:
    assert places().keys() <= set(help_pages.every())


def test_paragraphs_stand_apart_and_examples_fold(
    qtbot: QtBot, window: MainWindow
) -> None:
    document = shown(qtbot, window, "import").text.document()
    shapes = [
        document.findBlockByNumber(n).blockFormat()
        for n in range(document.blockCount())
    ]
    assert all(shape.bottomMargin() > 0 for shape in shapes)
    assert not any(shape.nonBreakableLines() for shape in shapes)
