"""Templates: edited with the page beside them, refused with what is wrong, put back."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gtregister.core.telling import templates
from gtregister.desktop.letters import setting_up
from gtregister.desktop.letters.letters_page import LettersPage
from gtregister.desktop.letters.templates_dialog import TemplatesDialog
from tests.desktop.letters.doing import asked, press

PUPIL = "joined_pupil"


@pytest.fixture
def dialog(qtbot: QtBot, page: LettersPage) -> TemplatesDialog:
    setting_up.edit_templates(page.desk)
    return asked(qtbot, TemplatesDialog)


def test_the_page_is_shown_beside_the_text(
    qtbot: QtBot, dialog: TemplatesDialog
) -> None:
    qtbot.waitUntil(lambda: dialog.preview.pages.pageCount() > 0, timeout=20_000)
    assert dialog.editor.text() == templates.shipped("en")[PUPIL].rstrip("\n") or (
        dialog.editor.text() == templates.shipped("en")[PUPIL]
    )
    assert dialog.editor.reads.text().startswith("Reading age about")
    dialog.reject()


def test_an_edited_text_is_kept_as_the_schools_own_and_put_back(
    qtbot: QtBot, page: LettersPage, dialog: TemplatesDialog
) -> None:
    field = dialog.editor.field
    field.moveCursor(field.textCursor().MoveOperation.End)
    qtbot.keyClicks(field, " See you soon, ")
    chip = dialog.editor.chips.item(0)
    dialog.editor.chips.itemClicked.emit(chip)
    press(qtbot, dialog, "Keep this text")
    held = templates.of(page.register, PUPIL)
    assert held.is_own
    assert held.text.endswith("See you soon, {{child}}")
    assert "edited here" in dialog.list.item(0).text()

    press(qtbot, dialog, "Back to the shipped text")
    assert not templates.of(page.register, PUPIL).is_own
    assert "See you soon" not in dialog.editor.text()
    dialog.reject()


def test_an_unknown_field_is_said_at_once_and_cannot_be_kept(
    qtbot: QtBot, page: LettersPage, dialog: TemplatesDialog
) -> None:
    field = dialog.editor.field
    field.moveCursor(field.textCursor().MoveOperation.End)
    qtbot.keyClicks(field, " {{score}}")

    assert "“score” is not a field" in dialog.editor.wrong.text()
    assert not dialog.save_button.isEnabled()
    dialog.list.setCurrentRow(3)
    assert dialog.list.currentRow() == 0
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert "close again to drop it" in dialog.editor.wrong.text()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not templates.of(page.register, PUPIL).is_own


def test_a_text_that_will_do_is_kept_when_one_goes_on(
    qtbot: QtBot, page: LettersPage, dialog: TemplatesDialog
) -> None:
    field = dialog.editor.field
    field.moveCursor(field.textCursor().MoveOperation.End)
    qtbot.keyClicks(field, " Well done.")
    dialog.list.setCurrentRow(1)

    assert templates.of(page.register, PUPIL).text.endswith("Well done.")
    assert dialog.list.currentRow() == 1
    assert dialog.editor.text().startswith("# What we will offer")
    dialog.reject()
