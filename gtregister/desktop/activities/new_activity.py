"""A new activity: asked for in one dialog, with its days, and pupils to suggest."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
)

from gtregister.core.enrichment import activities, sessions
from gtregister.core.enrichment.activities import NewActivity
from gtregister.core.enrichment.sessions import When
from gtregister.desktop.activities import plan_options, telling, words
from gtregister.desktop.activities.plan_form import PlanForm
from gtregister.desktop.page import Desk
from gtregister.desktop.widgets import sizing
from gtregister.desktop.widgets.lines import line
from gtregister.errors import UserError
from gtregister.i18n import N_, _, format_date, ngettext

Then = Callable[[int, bool], None]  # an activity, and whether to suggest pupils now


class NewActivityDialog(QDialog):
    """Stays open, with a sentence, as long as the answers will not do."""

    def __init__(self, desk: Desk, then: Then, start: NewActivity) -> None:
        super().__init__(desk.window)
        self.setWindowTitle(_("New activity"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk = desk
        self._then = then
        self.form = PlanForm(desk.register, start, asked=plan_options.when())
        area = QScrollArea()
        area.setWidget(self.form)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.suggest = QPushButton(_("Add and &suggest pupils"), self)
        self.suggest.setDefault(True)
        self.suggest.clicked.connect(partial(self._finish, suggests=True))
        self.add = QPushButton(_("&Add"), self)
        self.add.clicked.connect(partial(self._finish, suggests=False))
        cancel = QPushButton(_("Cancel"), self)
        cancel.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addStretch(1)
        for button in (self.suggest, self.add, cancel):
            foot.addWidget(button)
        down = QVBoxLayout(self)
        down.setContentsMargins(24, 20, 24, 20)
        down.setSpacing(16)
        down.addWidget(line(_("New activity"), "subtitle"))
        down.addWidget(area, 1)
        for form in (self.form.first, self.form.rest):
            down.addWidget(form.wrong)
        down.addLayout(foot)
        sizing.fit(self, 640, 680)
        self.form.first.field("title").setFocus()

    def _finish(self, _pressed: bool = False, *, suggests: bool) -> None:
        """Add it, or say what is wrong beside the question that it is about."""
        self.form.clear_error()
        try:
            activity_id, said = self._add("")
        except UserError as error:
            if error.field == "day" and self.form.answers()["day"]:
                self._ask_why(error, suggests=suggests)
            else:
                self.form.show_error(error)
            return
        self._go_on(activity_id, said, suggests=suggests)

    def _ask_why(self, error: UserError, *, suggests: bool) -> None:
        """Let it be held although the school is closed, if somebody says why."""

        def add(why: str) -> None:
            activity_id, said = self._add(why)
            self._go_on(activity_id, said, suggests=suggests)

        self.form.show_error(error)
        if self.form.answers()["weekly"] or _is_unread(self.form):
            return  # weeks on which the school is closed are left out by themselves
        reasons = (N_("It is held in the holidays"), N_("The day is right"))
        title = _("The school is closed on that day")
        telling.ask_why(self._desk, title, reasons, _("&Add it"), add, error.text)

    def _go_on(self, activity_id: int, said: str, *, suggests: bool) -> None:
        self.accept()
        self._then(activity_id, suggests)
        telling.told(self._desk, said)

    def _add(self, why: str) -> tuple[int, str]:
        """Store the activity with its sessions, and say what was stored."""
        register, answers = self._desk.register, self.form.answers()
        day = words.day(answers["day"], "day")
        starts = words.clock(answers["starts_at"], "starts_at")
        ends = words.clock(answers["ends_at"], "ends_at")
        if answers["weekly"] and day is None:
            raise UserError(_("Say on which day it meets first."), "day")
        title = words.text(answers["title"])
        with register.change(N_("Activity added"), why, about=title):
            plan = self.form.plan()
            activity_id = activities.add(register, plan)
            self.form.keep_parts(activity_id)
            said = _("{title} is added.").format(title=plan.title)
            if day is None:
                return activity_id, said
            when = When(day, starts, ends)
            if not answers["weekly"]:
                sessions.add(register, activity_id, when, override=why)
                return activity_id, said
            made = sessions.plan_weekly(register, activity_id, when)
        return activity_id, f"{said} {planned_in_words(made)}"


def planned_in_words(made: sessions.Planned) -> str:
    """Say how many sessions are planned, and which days are left out and why."""
    said = ngettext("{n} session planned.", "{n} sessions planned.", len(made.sessions))
    left_out = ", ".join(f"{format_date(day)} ({why})" for day, why in made.skipped)
    if not left_out:
        return said
    words_left = _("{planned} Left out: {days}.")
    return words_left.format(planned=said, days=left_out)


def _is_unread(form: PlanForm) -> bool:
    """Say whether what stands in the day is no day at all."""
    try:
        words.day(form.answers()["day"], "day")
    except UserError:
        return True
    return False


def ask(desk: Desk, then: Then, start: NewActivity | None = None) -> NewActivityDialog:
    """Open the dialog, with what is known of the activity already."""
    dialog = NewActivityDialog(desk, then, start or NewActivity(title="", kind="trip"))
    dialog.open()
    return dialog
