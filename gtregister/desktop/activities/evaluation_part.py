"""What an activity did: the judgement, each pupil's outcome, what pupils say."""

from datetime import date

from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from gtregister import options
from gtregister.core.enrichment import activities, evaluations
from gtregister.core.enrichment.evaluations import AGAIN, AIM_MET, NewEvaluation
from gtregister.core.register import Row
from gtregister.desktop.activities import part, telling, words
from gtregister.desktop.activities.follow_ups_part import FollowUpsPart
from gtregister.desktop.activities.outcomes_grid import OutcomesGrid
from gtregister.desktop.activities.pupil_answers import PupilAnswers
from gtregister.desktop.page import Desk
from gtregister.desktop.widgets import folded_row
from gtregister.desktop.widgets.lines import line
from gtregister.desktop.widgets.option_form import OptionForm
from gtregister.errors import UserError
from gtregister.i18n import N_, _, format_date, ngettext
from gtregister.options import Option


class EvaluationPart(QWidget):
    """A short form, then outcomes of pupils, what they say, and when to look again."""

    def __init__(self, desk: Desk, activity_id: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._register = desk.register
        self._id = activity_id
        self._held: Row | None = None
        # Made in the order in which they stand, which is that of Tab.
        self._aim = line(folds=True)
        self._figures = line(quiet=True, folds=True)
        self.form = OptionForm(_asked(), self)
        self.form.setEnabled(self._register.can_write)
        self.keep = part.action(
            self, _("&Keep the judgement"), self.save, can=self._register.can_write
        )
        self._keep_row = folded_row.of_actions([self.keep], self, primary=True)
        self._judged = line(quiet=True, folds=True)
        self._judged.hide()
        self.outcomes = OutcomesGrid(desk, activity_id, self)
        self.answers = PupilAnswers(desk, activity_id, self)
        self.follow_ups = FollowUpsPart(desk, activity_id, self)
        self._assemble()

    def _assemble(self) -> None:
        inside = QWidget()
        down = QVBoxLayout(inside)
        down.setContentsMargins(2, 2, 2, 2)
        down.setSpacing(10)
        for each in (
            *(self._aim, self._figures, self.form, self._keep_row, self._judged),
            *(self.outcomes, self.answers, self.follow_ups),
        ):
            down.addWidget(each)
        down.addStretch(1)
        part.fill(self, part.scrolled(inside))

    def refresh(self) -> None:
        """Read the judgement, the outcomes and the answers again."""
        activity = activities.of(self._register, self._id)
        said = _("Its aim: {aim}")
        aim = said.format(aim=activity.aim) if activity.aim else ""
        self._aim.setText(aim or _("No aim is written in the plan yet."))
        self._figures.setText(_in_words(evaluations.figures(self._register, self._id)))
        held = evaluations.judgement(self._register, self._id)
        if held != self._held:
            self._held = held
            self._show_judgement(held)
        for each in (self.outcomes, self.answers, self.follow_ups):
            each.refresh()

    def _show_judgement(self, held: Row | None) -> None:
        """Show a judgement in the form, to be changed; none empties it."""
        self._judged.setVisible(held is not None)
        for key in ("aim_met", "again", "evidence", "next_time"):
            field = self.form.field(key)
            said = str(held[key] or "") if held is not None else ""
            if isinstance(field, QComboBox):
                field.setCurrentIndex(max(0, field.findData(said)))
            else:
                field.setText(said)
        if held is not None:
            told = _("Judged by {who} on {day}.")
            day = format_date(date.fromisoformat(held["judged_on"]))
            self._judged.setText(told.format(who=held["judged_by"], day=day))

    def save(self) -> None:
        """Keep the judgement, or say what it still needs."""
        self.form.clear_error()
        answers = self.form.answers()
        judged = NewEvaluation(
            words.text(answers["aim_met"]),
            words.text(answers["evidence"]),
            words.text(answers["again"]),
            words.text(answers["next_time"]) or None,
        )
        try:
            evaluations.judge(self._register, self._id, judged)
        except UserError as error:
            self.form.show_error(error)
            return
        telling.told(self._desk, _("The judgement is kept."))


def _asked() -> tuple[Option, ...]:
    return (
        options.choice("aim_met", N_("Was the aim met?"), tuple(AIM_MET.items())),
        options.text("evidence", N_("How you know")),
        options.choice("again", N_("Again?"), tuple(AGAIN.items())),
        options.text("next_time", N_("Next time")),
    )


def _in_words(found: evaluations.Figures) -> str:
    """Say what it cost for each pupil, beside what it did for them."""
    pupils = ngettext("{n} pupil", "{n} pupils", found.pupils)
    told = []
    if found.cost is not None:
        said = _("It cost £{cost}, £{each} for each of {pupils}.")
        alone = _("It cost £{cost}.")
        cost, each = words.pounds(found.cost), words.pounds(found.each)
        text = said if found.each is not None else alone
        told.append(text.format(cost=cost, each=each, pupils=pupils))
    else:
        told.append(_("What it cost is not written in the plan yet."))
    if found.noted:
        noted = _("As hoped for, or more: {met} of {noted} outcomes noted.")
        told.append(noted.format(met=found.met, noted=found.noted))
    return " ".join(told)
