"""What took place already, entered in one dialog with the pupils who were there."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
)

from gtregister import options
from gtregister.core.enrichment import activity_kinds, activity_log
from gtregister.core.enrichment.activities import NewActivity
from gtregister.core.enrichment.sessions import When
from gtregister.core.register import Register
from gtregister.desktop import style
from gtregister.desktop.activities import telling, words
from gtregister.desktop.activities.pupil_chooser import PupilList
from gtregister.desktop.page import Desk
from gtregister.desktop.widgets import sizing
from gtregister.desktop.widgets.lines import line
from gtregister.desktop.widgets.option_form import OptionForm
from gtregister.errors import UserError
from gtregister.i18n import N_, _, ngettext
from gtregister.options import Option

_NARROW = 760  # pixels in which form and pupils have no room side by side


class LogDialog(QDialog):
    """Asks what, when and who; stays open as long as the answers will not do."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self.setWindowTitle(_("Enter a past activity"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk = desk
        self.form = OptionForm(_questions(desk.register), self)
        self.list = PupilList(desk.register, (), self)
        self.ok = QPushButton(self)
        self.ok.setDefault(True)
        self.ok.clicked.connect(self._finish)
        cancel = QPushButton(_("Cancel"), self)
        cancel.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addStretch(1)
        foot.addWidget(self.ok)
        foot.addWidget(cancel)
        sizing.fit(self, 980, 620)
        is_narrow = self.width() < style.scaled(_NARROW)
        way = Qt.Orientation.Vertical if is_narrow else Qt.Orientation.Horizontal
        parts = QSplitter(way, self)
        parts.setChildrenCollapsible(False)
        parts.addWidget(_scrolled(self.form))
        parts.addWidget(self.list)
        parts.setStretchFactor(1, 1)
        down = QVBoxLayout(self)
        down.setContentsMargins(24, 20, 24, 20)
        down.setSpacing(12)
        down.addWidget(line(_("Enter a past activity"), "subtitle"))
        down.addWidget(parts, 1)
        down.addLayout(foot)
        self.list.chosen_changed.connect(self._count)
        self._count()
        self.form.field("title").setFocus()

    def _count(self) -> None:
        n = len(self.list.model.ticked())
        said = ngettext("&Enter with {n} pupil", "&Enter with {n} pupils", n)
        self.ok.setText(said)
        self.ok.setAccessibleName(said.replace("&", ""))

    def _finish(self) -> None:
        self.form.clear_error()
        try:
            title, n = self._log()
        except UserError as error:
            self.form.show_error(error)
            return
        self.accept()
        said = ngettext(
            "{title} is entered with {n} pupil.",
            "{title} is entered with {n} pupils.",
            n,
            title=title,
        )
        telling.told(self._desk, said)

    def _log(self) -> tuple[str, int]:
        answers, chosen = self.form.answers(), self.list.model.ticked()
        day = words.day(answers["day"], "day")
        if day is None:
            raise UserError(_("Say on which day it took place."), "day")
        if not chosen:
            raise UserError(_("Tick the pupils who were there."))
        plan = NewActivity(
            title=words.text(answers["title"]),
            kind=words.text(answers["kind"]),
            aim=words.text(answers["aim"]) or None,
            venue=words.text(answers["venue"]) or None,
            who="roll",
        )
        starts = words.clock(answers["starts_at"], "starts_at")
        ends = words.clock(answers["ends_at"], "ends_at")
        activity_log.log(self._desk.register, plan, When(day, starts, ends), chosen)
        return plan.title, len(chosen)


def _scrolled(form: OptionForm) -> QScrollArea:
    form.setContentsMargins(2, 2, 12, 2)
    area = QScrollArea()
    area.setWidget(form)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return area


def _questions(register: Register) -> tuple[Option, ...]:
    kinds = tuple(activity_kinds.offered(register).items())
    return (
        options.text("title", N_("Title")),
        options.choice("kind", N_("Kind"), kinds, "trip"),
        options.text("day", N_("Day, such as 19 11 2026")),
        options.text("starts_at", N_("From, such as 15:30")),
        options.text("ends_at", N_("Until")),
        options.text("venue", N_("Place")),
        options.text("aim", N_("Aim, in one sentence")),
    )


def ask(desk: Desk) -> LogDialog:
    """Open the dialog."""
    dialog = LogDialog(desk)
    dialog.open()
    return dialog
