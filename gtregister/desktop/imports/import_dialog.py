"""What importing a file would do: agreed to, or not."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from gtregister.core import pupils
from gtregister.core.imports import Choices, Counts, Plan
from gtregister.desktop.imports import import_tables
from gtregister.desktop.widgets import sizing
from gtregister.desktop.widgets.card import Card
from gtregister.desktop.widgets.lines import line
from gtregister.desktop.widgets.table_model import Mark, TableModel
from gtregister.desktop.widgets.table_view import TableView
from gtregister.i18n import (
    _,
    format_academic_year,
    format_date,
    format_number,
    ngettext,
    translated,
)
from gtregister.importers import reading
from gtregister.table import Table

_MARKS = {
    import_tables.SURE["sure"]: Mark("●", "success"),
    import_tables.SURE["check"]: Mark("◐", "warning"),
    import_tables.SURE["unused"]: Mark("○", "quiet"),
    import_tables.LEVELS["problem"]: Mark("▲", "error"),
    import_tables.LEVELS["look"]: Mark("◐", "warning"),
    import_tables.LEVELS["note"]: Mark("○", "quiet"),
    import_tables.LEVELS["asks"]: Mark("?", "note"),
    import_tables.LEVELS["skipped"]: Mark("–", "error"),
}
_YEARS_BACK = 12  # how long ago the tests of anybody still at school can be


class ImportDialog(QDialog):
    """Shows a plan of which nothing is done yet."""

    agreed = Signal()
    asked_again = Signal(object)  # Choices: the same file with other answers

    def __init__(
        self,
        plan: Plan,
        choices: Choices,
        academic_year: int,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Import {name}").format(name=plan.source.name))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._plan = plan
        self._choices = choices
        down = QVBoxLayout(self)
        down.setContentsMargins(24, 20, 24, 20)
        down.setSpacing(14)
        down.addWidget(line(self.windowTitle(), "subtitle"))
        down.addWidget(line(_how_read(plan), quiet=True, folds=True))
        down.addWidget(Numbers(plan.counts()))
        down.addLayout(self._questions(academic_year))
        down.addWidget(self._tabs(), 1)
        down.addLayout(self._foot())
        self.import_button.setFocus()
        sizing.fit(self, 960, 660)

    def _questions(self, academic_year: int) -> QHBoxLayout:
        """Ask what the file itself may not say; an answer reads the file again."""
        self._taken = QComboBox()
        self._taken.addItem(_("As the file says"), None)
        for year in range(academic_year - 1, academic_year - _YEARS_BACK, -1):
            self._taken.addItem(format_academic_year(year), year)
        self._year = QComboBox()
        self._year.addItem(_("As the file says"), None)
        for year in range(14):
            self._year.addItem(_year_in_words(year), year)
        across = QHBoxLayout()
        across.setSpacing(10)
        for words, box, chosen in (
            (_("Results were &taken in"), self._taken, self._choices.ask.academic_year),
            (_("Pupils without a &year group are in"), self._year, self._choices.year),
        ):
            label = line(words)
            label.setBuddy(box)
            box.setAccessibleName(words.replace("&", ""))
            box.setCurrentIndex(max(0, box.findData(chosen)))
            box.activated.connect(self._ask_again)
            across.addWidget(label)
            across.addWidget(box)
            across.addSpacing(16)
        across.addStretch(1)
        return across

    def _tabs(self) -> QTabWidget:
        tabs = QTabWidget(self)
        columns = import_tables.columns(self._plan)
        rows = import_tables.to_look_at(self._plan)
        tabs.addTab(_view(columns), _("Columns"))
        count = len(rows.rows)
        title = ngettext("{n} thing to look at", "{n} things to look at", count)
        tabs.addTab(_view(rows), title)
        tabs.setTabEnabled(1, count > 0)
        tabs.setAccessibleName(_("What is in the file"))
        if any(
            row[1] == translated(import_tables.LEVELS["problem"]) for row in rows.rows
        ):
            tabs.setCurrentIndex(1)
        return tabs

    def _foot(self) -> QHBoxLayout:
        self.import_button = QPushButton(_("&Import"))
        self.import_button.clicked.connect(self._agree)
        cancel = QPushButton(_("Cancel"))
        cancel.clicked.connect(self.reject)
        nothing = self._plan.changes_nothing
        self.import_button.setEnabled(not nothing)
        self.import_button.setDefault(not nothing)
        across = QHBoxLayout()
        across.setSpacing(12)
        across.addWidget(line(_foot_words(self._plan), quiet=True, folds=True), 1)
        across.addWidget(self.import_button)
        across.addWidget(cancel)
        return across

    def _agree(self) -> None:
        self.agreed.emit()
        self.accept()

    def _ask_again(self) -> None:
        ask = replace(self._choices.ask, academic_year=self._taken.currentData())
        choices = replace(self._choices, ask=ask, year=self._year.currentData())
        if choices != self._choices:
            self.asked_again.emit(choices)
            self.reject()


class Numbers(QWidget):
    """What a plan does, in numbers: of pupils, of results, and of what is left out."""

    def __init__(self, counts: Counts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        across = QGridLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(12)
        left_out = counts.asked + counts.skipped
        for place, (figure, words, more) in enumerate(
            (
                (counts.new_pupils, _("new pupils"), ""),
                (
                    counts.changed_pupils,
                    _("pupils changed"),
                    ngettext("{n} unchanged", "{n} unchanged", counts.unchanged_pupils),
                ),
                (
                    counts.new_results + counts.changed_results,
                    _("results to store"),
                    ngettext(
                        "{n} there already",
                        "{n} there already",
                        counts.unchanged_results,
                    ),
                ),
                (
                    left_out,
                    _("rows left out"),
                    ngettext("{n} of them asks", "{n} of them ask", counts.asked),
                ),
            )
        ):
            card = Card()
            card.rows.addWidget(line(format_number(figure), "figure"))
            card.rows.addWidget(line(words))
            card.rows.addWidget(line(more, "caption", quiet=True))
            across.addWidget(card, 0, place)
            across.setColumnStretch(place, 1)


def _view(table: Table) -> TableView:
    marks = {translated(words): mark for words, mark in _MARKS.items()}
    model = TableModel(pupils.folded, marks)
    view = TableView(model, translated(table.title))
    model.setParent(view)
    model.set_table(table)
    return view


def _how_read(plan: Plan) -> str:
    read = plan.reading
    rows = ngettext("{n} row", "{n} rows", plan.counts().rows)
    said = _("{format}: {rows} in sheet “{sheet}”, headings in row {heading_row}.")
    if not read.sheet:
        said = _("{format}: {rows}, headings in row {heading_row}.")
    text = said.format(
        rows=rows,
        format=translated(reading.formats()[read.format].title),
        sheet=read.sheet,
        heading_row=read.heading_row,
    )
    if plan.before:
        day, person = plan.before
        again = _("This very file was imported on {day} by {person}.")
        when = format_date(date.fromisoformat(day[:10]))
        text = f"{text} {again.format(day=when, person=person)}"
    return text


def _foot_words(plan: Plan) -> str:
    if plan.changes_nothing:
        return _("The register holds all of this already, so there is nothing to do.")
    if plan.asked:
        return _(
            "Nothing is changed yet. Rows that ask are left out until somebody says "
            "whose they are. A backup is made first, and Undo puts it all back."
        )
    return _(
        "Nothing is changed yet. A backup is made first, and Undo puts it all back."
    )


def _year_in_words(year: int) -> str:
    return _("Year {year}").format(year=year) if year else _("Reception")
