"""A table to be ticked: which changes go in, which pupils have left."""

from collections.abc import Collection
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from gtregister.desktop import style
from gtregister.desktop.imports import tables
from gtregister.desktop.widgets import sizing
from gtregister.desktop.widgets.lines import line
from gtregister.desktop.widgets.shown_rows import wanted
from gtregister.i18n import _, translated
from gtregister.table import Table


class TickDialog(QDialog):
    """Asks which rows of a table are meant; `ticked` has their keys."""

    agreed = Signal(object)  # a frozenset of the keys that are ticked
    saved = Signal(object)  # the Path of a file that the table is to be saved to

    def __init__(
        self,
        table: Table,
        said: str,
        yes: str,
        ticked: Collection[int],
        filter_by: str | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(translated(table.title))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.view = tables.view(translated(table.title), self)
        self.view.show_ticks()
        self.view.table_model.set_table(table)
        self.view.table_model.tick(ticked, on=True)
        self.view.show_first()
        down = QVBoxLayout(self)
        down.setContentsMargins(20, 16, 20, 16)
        down.setSpacing(12)
        down.addWidget(line(said, folds=True))
        if filter_by is not None:
            down.addWidget(
                self._filter(table, filter_by), 0, Qt.AlignmentFlag.AlignLeft
            )
        down.addWidget(self.view, 1)
        down.addLayout(self._foot(yes))
        sizing.fit(self, 860, 560)

    def _filter(self, table: Table, key: str) -> QComboBox:
        self.filter = QComboBox(self)
        self.filter.setAccessibleName(_("Show"))
        self.filter.addItem(_("Everything"), None)
        place = table.position(key)
        for value in sorted({str(row[place]) for row in table.rows}):
            self.filter.addItem(value, value)
        self.filter.activated.connect(partial(self._choose, key))
        return self.filter

    def _choose(self, key: str) -> None:
        value = self.filter.currentData()
        self.view.table_model.choose(key, wanted((value,) if value else ()))

    def _foot(self, yes: str) -> QHBoxLayout:
        save = QPushButton(_("&Save as Excel…"), self)
        save.clicked.connect(self._save)
        copy = QPushButton(_("&Copy"), self)
        copy.clicked.connect(self.view.copy)
        cancel = QPushButton(_("Cancel"), self)
        cancel.clicked.connect(self.reject)
        self.yes = QPushButton(yes, self)
        self.yes.setDefault(True)
        self.yes.clicked.connect(self._agree)
        across = QHBoxLayout()
        across.setSpacing(style.scaled(12))
        across.addWidget(copy)
        across.addWidget(save)
        across.addStretch(1)
        across.addWidget(self.yes)
        across.addWidget(cancel)
        return across

    def _save(self) -> None:
        kinds = _("Excel workbooks (*.xlsx)")
        name = f"{self.windowTitle()}.xlsx"
        chosen, _kind = QFileDialog.getSaveFileName(self, _("Save as"), name, kinds)
        if chosen:
            path = Path(chosen)
            is_named = path.suffix.lower() == ".xlsx"
            self.saved.emit(path if is_named else path.with_name(f"{path.name}.xlsx"))

    def _agree(self) -> None:
        self.agreed.emit(frozenset(self.view.table_model.ticked()))
        self.accept()
