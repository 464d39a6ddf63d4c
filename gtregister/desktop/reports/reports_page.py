"""Questions about the register, each with its answer to read, print or save."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from gtregister.core.register import Register
from gtregister.core.roll.pupils import folded
from gtregister.desktop import style
from gtregister.desktop.page import Page
from gtregister.desktop.reports import PLACE
from gtregister.desktop.widgets.empty_state import EmptyState
from gtregister.desktop.widgets.lines import line
from gtregister.desktop.widgets.option_form import OptionForm
from gtregister.desktop.widgets.row_list import RowList
from gtregister.desktop.widgets.table_list import TableList
from gtregister.discovery import discover
from gtregister.errors import UserError
from gtregister.i18n import _, translated
from gtregister.options import Answer
from gtregister.reports import TOPICS, Report, by_topic
from gtregister.table import Table

_KEY = Qt.ItemDataRole.UserRole
_FIRST = "by_year"
_WIDTH = 260  # of the names, in pixels at a text size of 100 %


class ReportsPage(Page):
    """Names the reports on the left and shows the chosen one beside them."""

    place = PLACE

    def build(self) -> None:
        actions = self.desk.actions
        self.header.add_button(actions.export)
        self.header.add_button(actions.print, primary=True)
        self._reports = discover("gtregister.reports", "REPORT", Report)
        self._form: OptionForm | None = None
        self._names = self._list_of_names()
        self._chosen = line("", "subtitle", folds=True)
        self._about = line("", quiet=True, folds=True)
        self._asking = QHBoxLayout()
        self._show = QPushButton(_("&Show"), self)
        self._show.clicked.connect(self._answer)
        self.listing = TableList(
            _("Report"), _("Find in this report"), folded, self._nothing, parent=self
        )
        self.listing.counted.connect(self.described)
        answer = QVBoxLayout()
        answer.setSpacing(8)
        for part in (self._chosen, self._about):
            answer.addWidget(part)
        answer.addLayout(self._asking)
        answer.addWidget(self.listing, 1)
        across = QHBoxLayout()
        across.setSpacing(20)
        across.addWidget(self._names)
        across.addLayout(answer, 1)
        self.body.addLayout(across, 1)

    def _list_of_names(self) -> RowList:
        names = RowList(_("Reports"), self)
        names.setWordWrap(True)
        names.setFixedWidth(style.scaled(_WIDTH))
        for topic, titles in by_topic(self._reports).items():
            names.add_heading(translated(TOPICS[topic]))
            for key, title in titles.items():
                item = QListWidgetItem(title, names)
                item.setData(_KEY, key)
                item.setToolTip(f"{title}. {translated(self._reports[key].about)}")
        names.currentItemChanged.connect(self._ask)
        return names

    def parts(self) -> list[QWidget]:
        return [self._names, *super().parts()]

    def facts(self) -> tuple[str, ...]:
        return (self._about.text(),) if self._about.text() else ()

    @classmethod
    def heeds(cls, tables: frozenset[str]) -> bool:
        # A report may ask about anything.
        return bool(tables)

    def refresh(self) -> None:
        if self._names.currentItem() is None:
            self._choose(_FIRST)
        else:
            self._answer()

    def narrow(self, wanted: Mapping[str, object]) -> None:
        self._choose(str(wanted.get("report", _FIRST)))

    def _choose(self, key: str) -> None:
        for row in range(self._names.count()):
            if self._names.item(row).data(_KEY) == key:
                self._names.setCurrentRow(row)

    def _ask(self, _item: object = None) -> None:
        """Show the questions of the report that was chosen, and its answer."""
        report = self._report()
        self._chosen.setText(translated(report.title))
        self._about.setText(translated(report.about))
        self._about.setVisible(bool(report.about))
        if self._form is not None:
            self._form.deleteLater()
            self._form = None
        if report.options:
            self._form = OptionForm(report.options, self)
            self._asking.addWidget(self._form, 1)
            self._asking.addWidget(self._show, 0, Qt.AlignmentFlag.AlignTop)
        self._show.setVisible(bool(report.options))
        # The list's own signal must be over before a page of the list is made.
        QTimer.singleShot(0, self._answer)

    def _answer(self) -> None:
        try:
            answers = self._form.answers() if self._form else {}
        except UserError as error:
            if self._form is not None:
                self._form.show_error(error)
            return
        self.desk.tasks.run(
            partial(_made, self._report(), answers),
            then=partial(self._show_answer, self._report()),
            what=_("Making the report…"),
        )

    def _show_answer(self, report: Report, table: Table) -> None:
        if self.listing is not None and report is self._report():
            self.listing.show_table(table, len(table.rows))
            self.described.emit()

    def _report(self) -> Report:
        return self._reports[self._names.currentItem().data(_KEY)]

    def _nothing(self) -> EmptyState:
        text = _("There is nothing in the register that it asks about.")
        return EmptyState(self.icon, _("This report is empty"), text)


def _made(report: Report, answers: dict[str, Answer], register: Register) -> Table:
    return report.table(register, **answers)


PAGE = ReportsPage
