"""A new register: whose it is and what it is called."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from gtregister import options, settings
from gtregister.core import school
from gtregister.core.school import School
from gtregister.desktop.widgets import sizing
from gtregister.desktop.widgets.lines import line
from gtregister.desktop.widgets.option_form import OptionForm
from gtregister.errors import UserError
from gtregister.i18n import N_, _
from gtregister.options import Answer, Option

_YEARS = tuple(
    (str(year), N_("Reception") if not year else str(year)) for year in range(14)
)
_WORDS = tuple(
    (words, words)
    for words in (
        N_("More able register"),
        N_("Gifted and talented register"),
        N_("More able and talented register"),
        N_("Able, gifted and talented register"),
    )
)
OPTIONS: tuple[Option, ...] = (
    options.text("school", N_("Name of the school")),
    options.text("dfe", N_("DfE number (7 digits, if you know it)")),
    options.choice("lowest_year", N_("Lowest year group"), _YEARS, "7"),
    options.choice("highest_year", N_("Highest year group"), _YEARS, "11"),
    options.choice("register_words", N_("Call it"), _WORDS, _WORDS[0][0]),
)


class RegisterDialog(QDialog):
    """Asks for the school, then where to keep the file."""

    made = Signal(object)  # the Path of the new register

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("New register"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.form = OptionForm(OPTIONS, self)
        self._choose = QPushButton(_("Choose where to &keep it…"), self)
        self._choose.setDefault(True)
        self._choose.clicked.connect(self._ask_where)
        cancel = QPushButton(_("Cancel"), self)
        cancel.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addStretch(1)
        foot.addWidget(self._choose)
        foot.addWidget(cancel)
        down = QVBoxLayout(self)
        down.setContentsMargins(24, 20, 24, 20)
        down.setSpacing(16)
        down.addWidget(line(_("New register"), "subtitle"))
        hint = _(
            "One school, one file. Keep it where your school keeps pupils' records."
        )
        down.addWidget(line(hint, quiet=True, folds=True))
        down.addWidget(self.form)
        down.addStretch(1)
        down.addLayout(foot)
        sizing.fit(self, 620, 440)

    def _ask_where(self) -> None:
        name = str(self.form.answers()["school"] or _("Register"))
        kind = _("Registers (*.gtreg)")
        chosen, _kind = QFileDialog.getSaveFileName(
            self, _("Keep the register in"), f"{name}.gtreg", kind
        )
        if chosen:
            path = Path(chosen)
            self.make(path if path.suffix == ".gtreg" else Path(f"{path}.gtreg"))

    def make(self, path: Path) -> None:
        """Make the register; what is wrong is said in the form."""
        try:
            school.create(path, _school(self.form.answers()), settings.person())
        except UserError as error:
            self.form.show_error(error)
            return
        self.accept()
        self.made.emit(path)


def _school(answers: dict[str, Answer]) -> School:
    return School(
        name=str(answers["school"] or ""),
        dfe_number=str(answers["dfe"]).replace("/", "") if answers["dfe"] else None,
        lowest_year=int(str(answers["lowest_year"])),
        highest_year=int(str(answers["highest_year"])),
        register_words=str(answers["register_words"]),
    )
