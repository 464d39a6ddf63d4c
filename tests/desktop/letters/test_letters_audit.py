"""The windows of letters, for whoever uses keys or large text."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from gtregister.core.telling import letters
from gtregister.core.telling.slip_numbers import number
from gtregister.desktop import looks
from gtregister.desktop.letters import (
    certificates,
    every_letter,
    setting_up,
    sheet_dialog,
    telling_deeds,
)
from gtregister.desktop.letters.letters_page import LettersPage
from gtregister.desktop.letters.tick_dialog import TickDialog
from tests.desktop import audit
from tests.desktop.letters.doing import asked

DIALOGS: dict[str, Callable[[LettersPage], object]] = {
    "preview": lambda page: page._view.kinds.buttons[0].click(),
    "replies": lambda page: page._view.does.enter_replies.trigger(),
    "templates": lambda page: setting_up.edit_templates(page.desk),
    "offers": lambda page: setting_up.show_offers(page.desk),
    "every letter": lambda page: every_letter.edit(page.desk),
    "rules": lambda page: setting_up.show_rules(page.desk),
    "told": lambda page: telling_deeds.tell(page.desk, []),
    "certificates": lambda page: certificates.ask(page.desk, [1, 2]),
    "ticks": lambda page: TickDialog(page.desk).open(),
    "sheet": lambda page: sheet_dialog.show(page.desk, replies(page)),
}


def replies(page: LettersPage) -> Path:
    """Print the letters, and write a sheet of replies beside the register."""
    prepared = letters.write(page.register, letters.due(page.register))
    letters.mark_printed(page.register, prepared.letters)
    path = page.register.path.with_name("replies.csv")
    path.write_text(f"Slip,Answer\n{number(1)},yes\n10091,no\n")
    return path


@pytest.fixture(params=[100, 200])
def sized(request: pytest.FixtureRequest, page: LettersPage) -> LettersPage:
    """The page at a text size of 100 and 200 %, as large as a small laptop's screen."""
    looks.choose(text_size=request.param)
    page.desk.restyle()
    page.window().resize(1366, 728)
    QApplication.processEvents()
    return page


@pytest.mark.parametrize("part", ["ready", "untold", "told", "replies", "wishes"])
def test_nothing_is_wrong_with_a_part_of_the_page(
    sized: LettersPage, part: str
) -> None:
    register = sized.register
    prepared = letters.write(register, letters.due(register)[:4])
    letters.mark_printed(register, prepared.letters)
    sized._view.parts.choose(part)
    QApplication.processEvents()

    assert audit.findings(sized.window()) == []
    assert audit.cut_off(sized.window()) == []


@pytest.mark.parametrize("name", DIALOGS)
def test_nothing_is_wrong_with_a_dialog(
    qtbot: QtBot, sized: LettersPage, name: str
) -> None:
    DIALOGS[name](sized)
    dialog = asked(qtbot, QDialog)
    with qtbot.waitExposed(dialog):
        dialog.show()

    assert audit.findings(dialog) == []
    assert audit.unseen_focus(dialog) == []
    assert audit.cut_off(dialog) == []
    dialog.reject()


def test_the_page_works_in_a_window_of_683_by_364(page: LettersPage) -> None:
    page.window().resize(683, 364)
    QApplication.processEvents()

    assert audit.findings(page.window()) == []
    assert audit.cut_off(page.window()) == []
    assert audit.sideways(page.window()) == []
