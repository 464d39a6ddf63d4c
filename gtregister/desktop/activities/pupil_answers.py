"""What pupils say of an activity, summed up, and the ways to gather more."""

from functools import partial
from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from gtregister.core.enrichment import feedback_lists
from gtregister.core.register import Register
from gtregister.desktop.activities import part, telling
from gtregister.desktop.page import Desk
from gtregister.desktop.widgets import folded_row
from gtregister.desktop.widgets.lines import line
from gtregister.i18n import _, ngettext


class PupilAnswers(QWidget):
    """A line for each question, and buttons from the form to the answers."""

    def __init__(self, desk: Desk, activity_id: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._id = activity_id
        self._said = line(folds=True)
        can = desk.register.can_write
        self.change = part.action(self, _("&Questions…"), self._ask_questions, can=can)
        self.print = part.action(self, _("Blank for&m…"), self._print)
        self.type = part.action(self, _("Type answers in…"), self._type, can=can)
        self.read = part.action(
            self, _("Read answers from a &sheet…"), self._choose_sheet, can=can
        )
        self.paste = part.action(self, _("Paste answers"), self._paste, can=can)
        self.paste.setToolTip(_("Paste rows that were copied in a spreadsheet"))
        actions = [self.change, self.print, self.type, self.read, self.paste]
        title = line(_("What pupils say"), "subtitle")
        part.fill(
            self, title, self._said, folded_row.of_actions(actions, self), spacing=8
        )

    def refresh(self) -> None:
        """Sum the answers up again."""
        lines = feedback_lists.in_words(self._desk.register, self._id)
        none = _(
            "No answers yet. Print the blank form and hand it out; then type the "
            "answers in, or read them from a sheet whose headings are the questions."
        )
        self._said.setText("\n".join(lines) or none)

    def _ask_questions(self) -> None:
        from gtregister.desktop.activities.questions_dialog import QuestionsDialog

        QuestionsDialog(self._desk).open()

    def _print(self) -> None:
        from gtregister.desktop.activities import blank_forms

        blank_forms.feedback(self._desk, self._id)

    def _type(self) -> None:
        from gtregister.desktop.activities.answers_dialog import AnswersDialog

        AnswersDialog(self._desk, self._id).open()

    def _choose_sheet(self) -> None:
        path, _kind = QFileDialog.getOpenFileName(
            self._desk.window,
            _("Answers of pupils"),
            "",
            _("Sheets (*.xlsx *.xls *.ods *.csv)"),
        )
        if path:
            self.read_answers(Path(path))

    def read_answers(self, path: Path) -> None:
        """Store the answers of a sheet whose headings are the questions."""
        self._desk.tasks.run(
            partial(_read, activity_id=self._id, path=path),
            then=self._tell,
            what=_("Reading {name}…").format(name=path.name),
        )

    def _paste(self) -> None:
        from gtregister.core.enrichment import feedback

        text = QGuiApplication.clipboard().text()
        self._tell(feedback.paste(self._desk.register, self._id, text))

    def _tell(self, n: int) -> None:
        said = ngettext("{n} slip is read.", "{n} slips are read.", n)
        telling.told(self._desk, said)


def _read(register: Register, activity_id: int, path: Path) -> int:
    from gtregister.core.enrichment import feedback  # it is slow to load

    return feedback.read(register, activity_id, path)
