"""One candidate beside the list: why, by which evidence, and what can be decided."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from gtregister.core.identifying.deciding import What
from gtregister.core.identifying.placing import Key
from gtregister.core.identifying.shortlist import Candidate
from gtregister.core.register import Row
from gtregister.desktop.identification import candidate_words
from gtregister.desktop.widgets.lines import line
from gtregister.desktop.widgets.pupil_text import PupilText
from gtregister.i18n import _

_DECISIONS: tuple[What, ...] = ("added", "not_now", "declined")


class CandidatePanel(PupilText):
    """Shows a candidate, and offers to decide one by one on several routes.

    What is decided on all routes stands in the bar under the list, where it also says
    on how many pupils: here one might take it for the pupil who is shown.
    """

    decided = Signal(str, object)  # a What, and the keys of one route

    def __init__(self, *, can_write: bool, parent: QWidget | None = None) -> None:
        super().__init__(_("Why this pupil is listed"), parent=parent)
        self._candidate: Candidate | None = None
        self._can_write = can_write
        self._by_route = QVBoxLayout()
        self._by_route.setSpacing(4)
        self._rows: list[QWidget] = []
        self.down.addLayout(self._by_route)

    def show_candidate(
        self, candidate: Candidate | None, referred: Sequence[Row]
    ) -> None:
        """Show one candidate with the referrals of that pupil; None shows nothing."""
        self._candidate = candidate
        if candidate is None:
            self.show_nothing()
        else:
            pupil = candidate.pupil
            words = partial(candidate_words.of, candidate, referred)
            self.show_text(pupil["id"], _titled(pupil), words)
        self._offer_routes()

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


def _titled(pupil: Row) -> str:
    named = candidate_words.name(pupil)
    if not pupil["form"]:
        return named
    return _("{name}, {form}").format(name=named, form=pupil["form"])
