"""What pupils say of an activity, summed up, and read from a sheet."""

from functools import partial
from pathlib import Path

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from gtregister.core.register import Register
from gtregister.desktop.activities import telling
from gtregister.desktop.page import Desk
from gtregister.desktop.widgets.action_button import ActionButton
from gtregister.desktop.widgets.lines import line
from gtregister.i18n import _, ngettext


class PupilAnswers(QWidget):
    """A line for each question, and a button to read more answers."""

    def __init__(self, desk: Desk, activity_id: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._id = activity_id
        self._said = line(folds=True)
        self.read = QAction(_("Read answers from a &sheet…"), self)
        self.read.triggered.connect(lambda _on=False: self._choose_sheet())
        self.read.setEnabled(desk.register.can_write)
        across = QHBoxLayout()
        across.addWidget(ActionButton(self.read, self))
        across.addStretch(1)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.addWidget(line(_("What pupils say"), "subtitle"))
        down.addWidget(self._said)
        down.addLayout(across)

    def refresh(self) -> None:
        """Sum the answers up again."""
        from gtregister.core.enrichment import feedback  # it is slow to load

        told = _("{question} {mean} ({n} answers) {said}")
        lines = [
            told.format(question=asked, mean=mean or "", n=n, said=said or "").strip()
            for asked, n, mean, said in feedback.summary(
                self._desk.register, self._id
            ).rows
        ]
        none = _(
            "No answers yet. Hand out your questions, and read the answers from a "
            "sheet whose headings are the questions."
        )
        self._said.setText("\n".join(lines) or none)

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

    def _tell(self, n: int) -> None:
        said = ngettext("{n} slip is read.", "{n} slips are read.", n)
        telling.told(self._desk, said)


def _read(register: Register, activity_id: int, path: Path) -> int:
    from gtregister.core.enrichment import feedback  # it is slow to load

    if not feedback.questions(register):
        feedback.set_questions(register, feedback.usual())
    return feedback.read(register, activity_id, path)
