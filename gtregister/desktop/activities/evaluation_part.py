"""What an activity did: the judgement, each pupil's outcome, what pupils say."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from gtregister import options
from gtregister.core.enrichment import activities, evaluations
from gtregister.core.enrichment.evaluations import (
    AGAIN,
    AIM_MET,
    NewEvaluation,
)
from gtregister.core.register import Row
from gtregister.desktop.activities import telling, words
from gtregister.desktop.activities.outcomes_grid import OutcomesGrid
from gtregister.desktop.activities.pupil_answers import PupilAnswers
from gtregister.desktop.page import Desk
from gtregister.desktop.widgets.action_button import ActionButton
from gtregister.desktop.widgets.lines import line
from gtregister.desktop.widgets.option_form import OptionForm
from gtregister.errors import UserError
from gtregister.i18n import N_, _, format_date


class EvaluationPart(QWidget):
    """A short form, then the outcomes of pupils and what they say."""

    def __init__(self, desk: Desk, activity_id: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._register = desk.register
        self._id = activity_id
        self._held: Row | None = None
        self._aim = line(folds=True)
        self._judged = line(quiet=True, folds=True)
        self._form_room = QVBoxLayout()
        self.form: OptionForm | None = None
        self.keep = self._action(_("&Keep the judgement"), self.save)
        self.outcomes = OutcomesGrid(desk, activity_id, self)
        self.answers = PupilAnswers(desk, activity_id, self)
        self._assemble()

    def _action(self, said: str, do: Callable[[], object]) -> QAction:
        action = QAction(said, self)
        action.triggered.connect(lambda _on=False: do())
        action.setEnabled(self._register.can_write)
        return action

    def _assemble(self) -> None:
        all_parts = QWidget()
        down = QVBoxLayout(all_parts)
        down.setContentsMargins(2, 2, 2, 2)
        down.setSpacing(10)
        down.addWidget(self._aim)
        down.addLayout(self._form_room)
        down.addLayout(_row(ActionButton(self.keep, self, primary=True)))
        down.addWidget(self._judged)
        down.addWidget(self.outcomes)
        down.addWidget(self.answers)
        down.addStretch(1)
        area = QScrollArea(self)
        area.setWidget(all_parts)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)

    def refresh(self) -> None:
        """Read the judgement, the outcomes and the answers again."""
        activity = activities.of(self._register, self._id)
        said = _("Its aim: {aim}")
        aim = said.format(aim=activity.aim) if activity.aim else ""
        self._aim.setText(aim or _("No aim is written in the plan yet."))
        held = evaluations.judgement(self._register, self._id)
        if self.form is None or held != self._held:
            self._held = held
            self._show_form(held)
        self.outcomes.refresh()
        self.answers.refresh()

    def _show_form(self, held: Row | None) -> None:
        known = dict(held) if held is not None else {}
        asked = (
            options.choice(
                "aim_met",
                N_("Was the aim met?"),
                tuple(AIM_MET.items()),
                known.get("aim_met", "met"),
            ),
            options.text("evidence", N_("How you know"), known.get("evidence")),
            options.choice(
                "again",
                N_("Again?"),
                tuple(AGAIN.items()),
                known.get("again", "yes"),
            ),
            options.text("next_time", N_("Next time"), known.get("next_time")),
            options.text("weeks", N_("Look again after so many weeks")),
        )
        if self.form is not None:
            self._form_room.removeWidget(self.form)
            self.form.deleteLater()
        self.form = OptionForm(asked, self)
        self.form.setEnabled(self._register.can_write)
        self._form_room.addWidget(self.form)
        self._judged.setVisible(held is not None)
        if held is not None:
            told = _("Judged by {who} on {day}.")
            day = format_date(date.fromisoformat(held["judged_on"]))
            self._judged.setText(told.format(who=held["judged_by"], day=day))

    def save(self) -> None:
        """Keep the judgement, and plan to look again if a number of weeks is given."""
        if self.form is None:
            return
        self.form.clear_error()
        try:
            self._store(self.form)
        except UserError as error:
            self.form.show_error(error)
            return
        telling.told(self._desk, _("The judgement is kept."))

    def _store(self, form: OptionForm) -> None:
        answers = form.answers()
        weeks = words.count(answers["weeks"], "weeks")
        judged = NewEvaluation(
            words.text(answers["aim_met"]),
            words.text(answers["evidence"]),
            words.text(answers["again"]),
            words.text(answers["next_time"]) or None,
        )
        with self._register.change(N_("Activity evaluated")):
            evaluations.judge(self._register, self._id, judged)
            if weeks is not None:
                what = _("What is left of it?")
                evaluations.follow_up(self._register, self._id, what, weeks=weeks)


def _row(button: QWidget) -> QHBoxLayout:
    across = QHBoxLayout()
    across.addWidget(button)
    across.addStretch(1)
    return across
