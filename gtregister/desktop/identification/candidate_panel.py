"""One candidate beside the list: why, by which evidence, and what can be decided."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from gtregister.core.identifying.deciding import What
from gtregister.core.identifying.placing import Key
from gtregister.core.identifying.shortlist import Candidate
from gtregister.core.register import Row
from gtregister.desktop.identification import candidate_words
from gtregister.desktop.widgets.action_button import ActionButton
from gtregister.desktop.widgets.lines import line
from gtregister.i18n import _

_DECISIONS: tuple[What, ...] = ("added", "not_now", "declined")


class CandidatePanel(QWidget):
    """Shows a candidate; the deeds are buttons, and for several routes one by one."""

    decided = Signal(str, object)  # a What, and the keys of one route
    opened = Signal(int)  # the pupil's id

    def __init__(
        self,
        deeds: Sequence[QAction],
        *,
        can_write: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._candidate: Candidate | None = None
        self._referred: Sequence[Row] = ()
        self._can_write = can_write
        self._name = line(size="subtitle", folds=True)
        self._open = QPushButton(_("&Open pupil"), self)
        self._open.clicked.connect(self._ask_to_open)
        head = QHBoxLayout()
        head.addWidget(self._name, 1)
        head.addWidget(self._open)
        self.text = QTextBrowser(self)
        self.text.setOpenLinks(False)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(_("Why this pupil is listed"))
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(8)
        for deed in deeds:
            self._buttons.addWidget(ActionButton(deed, self))
        self._buttons.addStretch(1)
        self._by_route = QVBoxLayout()
        self._by_route.setSpacing(4)
        self._rows: list[QWidget] = []
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(8)
        down.addLayout(head)
        down.addWidget(self.text, 1)
        down.addLayout(self._buttons)
        down.addLayout(self._by_route)

    def show_candidate(
        self, candidate: Candidate | None, referred: Sequence[Row]
    ) -> None:
        """Show one candidate with the referrals of that pupil; None shows nothing."""
        self._candidate, self._referred = candidate, referred
        self._open.setEnabled(candidate is not None)
        self._name.setText(_titled(candidate.pupil) if candidate else "")
        self._write()
        self._offer_routes()

    def _write(self) -> None:
        candidate = self._candidate
        words = candidate_words.of(candidate, self._referred) if candidate else ""
        self.text.setHtml(words)

    def _offer_routes(self) -> None:
        """Offer to decide route by route, if the pupil is listed for several."""
        for row in self._rows:
            self._by_route.removeWidget(row)
            row.deleteLater()
        self._rows = []
        chosen = self._candidate.chosen if self._candidate else ()
        if len(chosen) < 2 or self._candidate is None:
            return
        for judged, _held in chosen:
            key = (self._candidate.pupil["id"], judged.route.key)
            self._rows.append(self._route_row(judged.route.title, key))
        for row in self._rows:
            self._by_route.addWidget(row)

    def _route_row(self, title: str, key: Key) -> QWidget:
        row = QWidget(self)
        row.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        down = QVBoxLayout(row)
        down.setContentsMargins(0, 4, 0, 0)
        down.setSpacing(4)
        down.addWidget(line(_("Only {route}:").format(route=title), folds=True))
        across = QHBoxLayout()
        across.setSpacing(8)
        named = {
            "added": (_("Add"), _("Add by {route}")),
            "not_now": (_("Not now"), _("Not now by {route}")),
            "declined": (_("No…"), _("Not by {route}")),
        }
        for what in _DECISIONS:
            words, whole = named[what]
            button = QPushButton(words, row)
            button.setAccessibleName(whole.format(route=title))
            button.setEnabled(self._can_write)
            button.clicked.connect(
                lambda _on=False, what=what: self.decided.emit(what, [key])
            )
            across.addWidget(button)
        across.addStretch(1)
        down.addLayout(across)
        return row

    def _ask_to_open(self) -> None:
        if self._candidate is not None:
            self.opened.emit(self._candidate.pupil["id"])

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._write()  # its symbols have colours of their own


def _titled(pupil: Row) -> str:
    named = candidate_words.name(pupil)
    if not pupil["form"]:
        return named
    return _("{name}, {form}").format(name=named, form=pupil["form"])
