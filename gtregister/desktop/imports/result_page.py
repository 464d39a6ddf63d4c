"""After the import: what was done, what comes next, and the way back."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QGridLayout, QPushButton, QVBoxLayout, QWidget

from gtregister.core.importing.imports import Applied
from gtregister.desktop.page import Desk
from gtregister.desktop.widgets.empty_state import Symbol
from gtregister.desktop.widgets.lines import line
from gtregister.desktop.widgets.notice_bar import Tone
from gtregister.i18n import _, ngettext


class ResultPage(QWidget):
    """Says what came of the import, with Undo beside it."""

    candidates_asked = Signal()
    list_asked = Signal()
    undo_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.said = line(size="subtitle", folds=True)
        self.more = line(folds=True)
        self.candidates = QPushButton(_("&Find candidates"), self)
        self.candidates.setProperty("primary", True)
        self.candidates.clicked.connect(self.candidates_asked)
        self.show_list = QPushButton(_("&Print list…"), self)
        self.show_list.clicked.connect(self.list_asked)
        self.undo = QPushButton(_("&Undo import"), self)
        self.undo.clicked.connect(self.undo_asked)
        buttons = QGridLayout()
        buttons.setSpacing(12)
        for place, button in enumerate((self.candidates, self.show_list, self.undo)):
            buttons.addWidget(button, 0, place)
        buttons.setColumnStretch(3, 1)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 12, 0, 0)
        down.setSpacing(12)
        down.addWidget(Symbol("success", 40, "success", self))
        down.addWidget(self.said)
        down.addWidget(self.more)
        down.addLayout(buttons)
        down.addStretch(1)

    def show_applied(self, name: str, applied: Applied, left: int) -> None:
        """Say what was done."""
        self.said.setText(in_words(name, applied))
        counts = applied.counts
        lines = []
        if left:
            lines.append(
                ngettext(
                    "{n} pupil is marked as left.",
                    "{n} pupils are marked as left.",
                    left,
                )
            )
        left_out = counts.asked + counts.skipped
        if left_out:
            lines.append(
                ngettext(
                    "{n} row was left out. Import the file again when you know more.",
                    "{n} rows were left out. Import the file again when you know more.",
                    left_out,
                )
            )
        self.more.setText(" ".join(lines))
        self.more.setVisible(bool(lines))
        for button in (self.undo, self.show_list):
            button.setEnabled(applied.change_id is not None)
        self.candidates.setFocus(Qt.FocusReason.OtherFocusReason)


def in_words(name: str, applied: Applied) -> str:
    """Say in one sentence what an import did."""
    if applied.import_id is None:
        said = _("{name} changed nothing: the register holds all of it already.")
        return said.format(name=name)
    counts = applied.counts
    results = counts.new_results + counts.changed_results
    said = _("{name} is imported: {added}, {changed}, {stored}.")
    if counts.new_activities or counts.joined_activities:
        said = _("{name} is imported: {activities}, {places}, {added}, {changed}.")
    activities = counts.new_activities + counts.joined_activities
    places = counts.new_places + counts.changed_places
    return said.format(
        name=name,
        activities=ngettext("{n} activity", "{n} activities", activities),
        places=ngettext("{n} place entered", "{n} places entered", places),
        added=ngettext("{n} pupil added", "{n} pupils added", counts.new_pupils),
        changed=ngettext("{n} changed", "{n} changed", counts.changed_pupils),
        stored=ngettext("{n} result stored", "{n} results stored", results),
    )


def announce(desk: Desk, name: str, applied: Applied) -> None:
    """Say in the main window what came of an import, with Undo beside it."""
    undo = QAction(_("&Undo import"), desk.notices)
    undo.triggered.connect(lambda: desk.put_back(applied.change_id or 0))
    offers = [undo] if applied.change_id else []
    tone: Tone = "success" if applied.change_id else "note"
    desk.notices.say(in_words(name, applied), tone, offers)
