"""Every page says what the school calls its register, strands and tiers, at once."""

from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QLabel,
    QPlainTextEdit,
    QTableView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from gtregister.core import school, words
from gtregister.core.identifying import policies
from gtregister.core.register import Register
from gtregister.desktop.identification.criteria_dialog import CriteriaDialog
from gtregister.desktop.main_window import MainWindow
from gtregister.desktop.place import places
from gtregister.desktop.pupils.pupil_window import PupilWindow
from gtregister.desktop.widgets.table_model import TableModel
from tests.programme import activity

REGISTER, GIFTED = "Zorblax <b>Programme</b> {n} 100%", "Quorn & Wizards"
TALENTED, TIER = "Blimey: *Artisans*", "Platinum [Ω]"
USUAL = ("More able", "Gifted", "Talented", "upper 5%")
HISTORY = ("Added to the register: ", "Words of the school changed: ")


def rename(register: Register) -> None:
    called = replace(school.of(register), register_words=REGISTER)
    school.amend(register, called)
    school.name_strand(register, "gifted", GIFTED)
    school.name_strand(register, "talented", TALENTED)
    words.call_tier(register, "upper 5%", TIER)


def said(window: QWidget) -> Iterator[str]:
    """Give every text in a window, those of lists too."""
    for part in window.findChildren(QWidget):
        match part:
            case QLabel() | QAbstractButton():
                yield part.text()
            case QComboBox():
                yield from (part.itemText(place) for place in range(part.count()))
            case QPlainTextEdit():
                yield part.toPlainText()
            case QTableView() if isinstance(model := part.model(), TableModel):
                table = model.table
                yield from (str(cell) for row in table.rows for cell in row)
                yield from (column.title for column in table.columns)


def settle(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: not window.tasks.is_busy, timeout=20_000)
    qtbot.wait(100)


def other_words(found: list[str]) -> list[str]:
    """List what says the usual words, but for what the history says in its own."""
    return [
        text
        for text in found
        if any(word in text for word in USUAL) and not text.startswith(HISTORY)
    ]


def test_other_words_are_on_every_page_as_soon_as_they_are_entered(
    qtbot: QtBot, window: MainWindow
) -> None:
    register = window.register
    with register.change("Tier") as db:
        db.update("entries", 1, {"tier": "upper 5%"})
    number = activity(register, "Trip", strand="gifted", tier="upper 5%")
    for place in places():
        window.go_to(place)
    settle(qtbot, window)

    rename(register)

    shown: list[str] = []
    for place in places():
        window.go_to(place)
        settle(qtbot, window)
        # Settings also show what the policy calls a tier.
        here = [text for text in said(window.page) if text != "upper 5%"]
        assert other_words(here) == [], place
        shown += here
    window.go_to("activities", {"activity": number, "part": "plan"})
    settle(qtbot, window)
    plan = list(said(window.page))
    assert other_words(plan) == []
    for word in (REGISTER, GIFTED, TALENTED, TIER):
        assert any(word.replace("&", "&&") in t or word in t for t in shown), word
    assert GIFTED in plan
    assert TIER in plan


def test_the_page_of_a_pupil_says_them(qtbot: QtBot, window: MainWindow) -> None:
    with window.register.change("Tier") as db:
        db.update("entries", 1, {"tier": "upper 5%"})
    rename(window.register)
    window.desk.show_pupil(1)
    settle(qtbot, window)
    (pupil,) = window.findChildren(PupilWindow)
    shown = []
    for place in range(len(pupil.view.tabs.findChildren(QAbstractButton))):
        pupil.view.tabs.choose(place)
        settle(qtbot, window)
        shown += list(said(pupil))

    assert other_words(shown) == []
    assert any(GIFTED in text for text in shown)
    assert any(TIER in text for text in shown)


def test_the_policy_is_told_in_them(qtbot: QtBot, window: MainWindow) -> None:
    policies.use(window.register, "eic")
    rename(window.register)
    dialog = CriteriaDialog(window.desk)
    qtbot.addWidget(dialog)
    dialog.show()
    settle(qtbot, window)

    told = dialog.words.toPlainText()
    assert GIFTED in told
    assert TALENTED in told
