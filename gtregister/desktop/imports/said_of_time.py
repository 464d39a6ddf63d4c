"""What a person says for the whole file: when its results were taken, which year."""

from dataclasses import replace

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QWidget

from gtregister.core import school
from gtregister.core.importing import dating
from gtregister.core.importing.import_choices import Choices, Question
from gtregister.core.importing.imports import Plan
from gtregister.desktop.imports.conversation import Conversation
from gtregister.desktop.widgets.lines import line
from gtregister.i18n import _, format_academic_year

_YEARS_BACK = 12  # how long ago the tests of anybody still at school can be
_UNKNOWN = "unknown"


class SaidOfTime(QWidget):
    """Two questions, each asked only where the file does not answer it."""

    def __init__(
        self, conversation: Conversation, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._conversation = conversation
        now = school.of(conversation.desk.register).academic_year
        self.taken = QComboBox(self)
        self.taken.addItem("", None)
        self.taken.addItem(_("Not known"), _UNKNOWN)
        for year in range(now, now - _YEARS_BACK, -1):
            self.taken.addItem(format_academic_year(year), year)
        self.year = QComboBox(self)
        self.year.addItem("", None)
        self.year.addItem(_("Not known"), _UNKNOWN)
        for year in range(14):
            self.year.addItem(_year_in_words(year), year)
        self._assemble()

    def _assemble(self) -> None:
        self.words = line(folds=True)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(2, 1)
        grid.addWidget(self.words, 0, 0, 1, 3)
        said = _("Pupils without a year &group are in")
        asked = ((_results(), self.taken), (said, self.year))
        self._boxes = (self.taken, self.year)
        self._labels: list[QLabel] = []
        for row, (words, box) in enumerate(asked, 1):
            label = line()
            label.setBuddy(box)
            self._labels.append(label)
            self._name(row - 1, words)
            box.activated.connect(self._answer)
            grid.addWidget(label, row, 0)
            grid.addWidget(box, row, 1)

    def _name(self, place: int, words: str) -> None:
        """Say what a box asks."""
        self._labels[place].setText(words)
        self._boxes[place].setAccessibleName(words.replace("&", ""))

    def show_plan(self, plan: Plan, choices: Choices) -> None:
        """Show what the file leaves open, and what was answered."""
        is_of_activities = plan.reading.format == "activities"
        self._name(
            0, _("The activities &took place in") if is_of_activities else _results()
        )
        open_ones = plan.questions
        said = [f"● {text}" for text in dating.worked_out(plan.unsaid)]
        if open_ones:
            said += [f"? {text}" for text in dating.open_questions(plan.unsaid)]
        self.words.setText("\n".join(said))
        self.words.setVisible(bool(said))
        worked_out = plan.unsaid.worked_out
        _name_first(self.taken, "academic_year" in open_ones, bool(worked_out))
        _name_first(self.year, "year_group" in open_ones, bool(plan.unsaid.placed))
        for box, given, question in (
            (self.taken, choices.ask.academic_year, "academic_year"),
            (self.year, choices.year, "year_group"),
        ):
            value = _UNKNOWN if question in choices.unknown else given
            with QSignalBlocker(box):
                box.setCurrentIndex(max(0, box.findData(value)))

    def first_open(self, plan: Plan | None) -> QComboBox | None:
        """Give the box of the first question that still has to be answered."""
        questions = plan.questions if plan else []
        if not questions:
            return None
        return self.taken if questions[0] == "academic_year" else self.year

    def _answer(self) -> None:
        choices = self._conversation.choices
        taken, year = self.taken.currentData(), self.year.currentData()
        unknown: set[Question] = set()
        if taken == _UNKNOWN:
            unknown.add("academic_year")
        if year == _UNKNOWN:
            unknown.add("year_group")
        ask = replace(choices.ask, academic_year=None if taken == _UNKNOWN else taken)
        self._conversation.choose(
            replace(
                choices,
                ask=ask,
                year=None if year == _UNKNOWN else year,
                unknown=frozenset(unknown),
            )
        )


def _results() -> str:
    return _("Results were &taken in")


def _name_first(box: QComboBox, is_open: bool, is_worked_out: bool) -> None:
    """Name the answer of those who say nothing."""
    words = _("As the file says")
    if is_open:
        words = _("Choose…")
    elif is_worked_out:
        words = _("As worked out")
    box.setItemText(0, words)


def _year_in_words(year: int) -> str:
    return _("Year {year}").format(year=year) if year else _("Reception")
