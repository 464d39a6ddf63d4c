"""Some candidates side by side: what each meets and by what evidence."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPushButton,
    QTextBrowser,
    QVBoxLayout,
)

from gtregister.core.identifying import referrals
from gtregister.core.identifying.shortlist import Candidate
from gtregister.desktop.identification import candidate_words
from gtregister.desktop.page import Desk
from gtregister.desktop.widgets import sizing
from gtregister.desktop.widgets.lines import line
from gtregister.i18n import _, format_number

MOST = 4  # columns that can be read beside each other


class CompareDialog(QDialog):
    """A column for each candidate, a row for each criterion."""

    def __init__(self, desk: Desk, candidates: Sequence[Candidate]) -> None:
        super().__init__(desk.window)
        self.setWindowTitle(_("Candidates side by side"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        shown = candidates[:MOST]
        ids = [candidate.pupil["id"] for candidate in shown]
        referred = {key: referrals.of_pupil(desk.register, key) for key in ids}
        self._html = partial(candidate_words.beside, shown, referred)
        self.text = QTextBrowser(self)
        self.text.setAccessibleName(_("What each of the candidates meets"))
        self.text.setTabChangesFocus(True)
        close = QPushButton(_("Close"), self)
        close.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(close)
        down = QVBoxLayout(self)
        down.setContentsMargins(20, 16, 20, 16)
        down.setSpacing(12)
        down.addWidget(line(_("Candidates side by side"), "subtitle"))
        if len(candidates) > MOST:
            said = _("These are the first {n} of the {of} that are ticked.")
            words = said.format(n=MOST, of=format_number(len(candidates)))
            down.addWidget(line(words, quiet=True, folds=True))
        down.addWidget(self.text, 1)
        down.addLayout(foot)
        self._write()
        sizing.fit(self, 980, 600)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "text"):
            self._write()

    def _write(self) -> None:
        self.text.setHtml(self._html())


def show(desk: Desk, candidates: Sequence[Candidate]) -> None:
    """Show candidates side by side, or say how many it takes."""
    if len(candidates) < 2:
        said = _("Tick from 2 to {n} pupils to see them side by side.")
        desk.notices.say(said.format(n=MOST), "note")
        return
    CompareDialog(desk, candidates).open()
