"""Setting a school up in one sitting: its name, its years, its register's name."""

import re
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt, Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from gtregister import options, settings
from gtregister.core import school
from gtregister.core.school import School
from gtregister.desktop.widgets.lines import line
from gtregister.desktop.widgets.option_form import OptionForm
from gtregister.errors import UserError
from gtregister.i18n import N_, _
from gtregister.options import Answer, Option

_NO_FILE_NAME = re.compile(r'[<>:"/\\|?*\x00-\x1f]')  # what Windows has in no file name
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


class SetUp(QWidget):
    """Asks for the school, says where its file will lie, and makes it."""

    made = Signal(object)  # the Path of the new register

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chosen: Path | None = None
        self.form = OptionForm(OPTIONS, self)
        self._where = line("", "caption", quiet=True, folds=True)
        self.start = QPushButton(_("&Start"), self)
        self.start.setProperty("primary", True)
        self.start.setDefault(True)
        self.start.clicked.connect(self._start)
        self.elsewhere = QPushButton(_("Choose where to &keep it…"), self)
        self.elsewhere.clicked.connect(self._ask_where)
        self.foot = QHBoxLayout()
        self.foot.setSpacing(12)
        self.foot.addWidget(self.start)
        self.foot.addWidget(self.elsewhere)
        self.foot.addStretch(1)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(12)
        down.addWidget(self.form)
        down.addWidget(self._where)
        down.addLayout(self.foot)
        name = self.form.field("school")
        name.textChanged.connect(self._say_where)  # type: ignore[union-attr]  # it is a text field
        self._say_where()

    def begin(self) -> None:
        """Put the focus on the first question."""
        self.form.field("school").setFocus(Qt.FocusReason.OtherFocusReason)

    def path(self) -> Path:
        """Say where the new register will lie."""
        if self._chosen is not None:
            return self._chosen
        said = str(self._answer("school") or _("Register"))
        name = " ".join(_NO_FILE_NAME.sub(" ", said).split()).strip(". ")[:80]
        place = QStandardPaths.StandardLocation.DocumentsLocation
        folder = Path(QStandardPaths.writableLocation(place) or Path.home())
        return _free(folder / f"{name or _('Register')}.gtreg")

    def _answer(self, key: str) -> Answer:
        return self.form.answers()[key]

    def _say_where(self) -> None:
        said = _("One school, one file: it will be kept as {path}.")
        self._where.setText(said.format(path=self.path()))

    def _ask_where(self) -> None:
        kind = _("Registers (*.gtreg)")
        chosen, _kind = QFileDialog.getSaveFileName(
            self, _("Keep the register in"), str(self.path()), kind
        )
        if chosen:
            path = Path(chosen)
            self._chosen = path if path.suffix == ".gtreg" else Path(f"{path}.gtreg")
            self._say_where()

    def _start(self) -> None:
        self.make(self.path())

    def make(self, path: Path) -> None:
        """Make the register; what is wrong is said in the form."""
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            school.create(path, _school(self.form.answers()), settings.person())
        except UserError as error:
            self.form.show_error(error)
            return
        except OSError as error:
            said = _("Nothing can be kept in {folder}: {why}. Choose another place.")
            why = error.strerror or ""
            self.form.show_error(UserError(said.format(folder=path.parent, why=why)))
            return
        self.made.emit(path)


def _free(path: Path) -> Path:
    """Choose a name that no file has yet."""
    for number in range(2, 100):
        if not path.exists():
            return path
        path = path.with_name(
            f"{path.stem.removesuffix(f' {number - 1}')} {number}.gtreg"
        )
    return path


def _school(answers: dict[str, Answer]) -> School:
    return School(
        name=str(answers["school"] or ""),
        dfe_number=str(answers["dfe"]).replace("/", "") if answers["dfe"] else None,
        lowest_year=int(str(answers["lowest_year"])),
        highest_year=int(str(answers["highest_year"])),
        register_words=str(answers["register_words"]),
    )
