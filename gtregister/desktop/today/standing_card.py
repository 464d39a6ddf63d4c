"""What is due, who was not told, the last import, and the state of the backups."""

from datetime import date, datetime
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QGridLayout, QWidget

from gtregister.core import backup
from gtregister.core.register import Register
from gtregister.desktop.widgets.action_button import ActionButton
from gtregister.desktop.widgets.card import Card
from gtregister.desktop.widgets.lines import line
from gtregister.i18n import _, format_date, format_moment, ngettext

if TYPE_CHECKING:
    from gtregister.core.standing import LastImport, Standing
    from gtregister.core.telling.notices import NotTold


class StandingCard(Card):
    """Some lines, each with what can be done about it."""

    def __init__(
        self,
        show_reviews: QAction,
        show_untold: QAction,
        undo_import: QAction,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(_("How things stand"), parent)
        self._reviews = line("", folds=True)
        # As long as what will stand there, so that nothing moves once it is counted.
        self._untold = line(_("Counting who was not told yet…"), folds=True)
        self._show_untold = show_untold
        self._imported = line("", folds=True)
        self._backup = line("", folds=True)
        self._undo = undo_import
        self._show = show_reviews
        lines = QGridLayout()
        lines.setHorizontalSpacing(16)
        lines.setVerticalSpacing(8)
        lines.setColumnStretch(0, 1)
        for row, (words, action) in enumerate(
            (
                (self._reviews, show_reviews),
                (self._untold, show_untold),
                (self._imported, undo_import),
                (self._backup, None),
            )
        ):
            lines.addWidget(words, row, 0)
            if action is not None:
                button = ActionButton(action, self)
                lines.addWidget(button, row, 1)
        self.rows.addLayout(lines)
        self.rows.addStretch(1)

    def show_standing(self, standing: "Standing", register: Register) -> None:
        """Say how things stand."""
        said = ngettext(
            "The review of {n} pupil is due.",
            "The reviews of {n} pupils are due.",
            standing.reviews,
        )
        self._reviews.setText(said if standing.reviews else _("No review is due."))
        self._show.setEnabled(standing.reviews > 0)
        self._imported.setText(_imported(standing.last_import, register.today))
        can_undo = standing.last_import is not None and register.can_write
        self._undo.setEnabled(can_undo)
        self._backup.setText(_backed_up(register))

    def show_untold(self, found: "NotTold") -> None:
        """Say how many pupils or their families were not told of something."""
        said = ngettext(
            "{n} pupil or family was not told yet.",
            "{n} pupils or families were not told yet.",
            found.pupils,
        )
        self._untold.setText(said if found.pupils else _("Everybody has been told."))
        self._show_untold.setEnabled(found.pupils > 0)


def _imported(last: "LastImport | None", today: date) -> str:
    if last is None:
        return _("No file has been imported yet.")
    is_today = last.made_at.date() == today
    said = (
        _("Last import: {file}, today at {time}, by {person}.")
        if is_today
        else _("Last import: {file}, {day}, by {person}.")
    )
    return said.format(
        file=last.file,
        day=format_date(last.made_at.date()),
        time=f"{last.made_at:%H:%M}",
        person=last.made_by,
    )


def _backed_up(register: Register) -> str:
    newest = next(iter(backup.listed(register.path)), None)
    if newest is None:
        return _("No backup yet. One is made when you close the register.")
    made = datetime.fromtimestamp(newest.stat().st_mtime)
    return _("The last backup was made on {moment}.").format(moment=format_moment(made))
