"""A card with a chart, which shows the same as a table for whoever wants it so."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QWidget

from gtregister.desktop.widgets.card import Card
from gtregister.desktop.widgets.lines import line
from gtregister.i18n import _
from gtregister.table import Table

if TYPE_CHECKING:
    from gtregister.desktop.widgets.table_view import TableView


class ChartCard(Card):
    """A title that says what the chart shows, the chart, and “Show as table”."""

    def __init__(self, chart: QWidget, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._title = line("", "subtitle", folds=True)
        self._turn = QPushButton(_("Sho&w as table"), self)
        self._turn.setCheckable(True)
        self._turn.toggled.connect(self._show_as_table)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._turn)
        self.rows.addLayout(head)
        self._sides = QStackedWidget(self)
        self._sides.addWidget(chart)
        self.rows.addWidget(self._sides)
        self.rows.addStretch(1)
        self._chart = chart
        self._table = Table("", (), ())
        self._view: TableView | None = None

    def show_chart(self, title: str, table: Table) -> None:
        """Say what the chart shows, and keep its numbers for the table."""
        self._title.setText(title)
        self._chart.setAccessibleName(title)
        self._turn.setAccessibleName(_("Show as a table: {title}").format(title=title))
        self._table = table
        if self._view is not None:
            self._view.table_model.set_table(table)

    def _show_as_table(self, wanted: bool) -> None:
        if self._view is None:
            from gtregister.desktop.widgets.table_model import TableModel
            from gtregister.desktop.widgets.table_view import TableView

            self._view = TableView(TableModel(str.casefold), self._title.text(), self)
            self._view.table_model.set_table(self._table)
            self._sides.addWidget(self._view)
        self._sides.setCurrentWidget(self._view if wanted else self._chart)
