"""A card with a short list: add to it, correct a row, take one out."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from gtregister.core.roll import pupils
from gtregister.desktop import style
from gtregister.desktop.widgets.card import Card
from gtregister.desktop.widgets.lines import line
from gtregister.desktop.widgets.table_model import TableModel
from gtregister.desktop.widgets.table_view import TableView
from gtregister.table import Table

Deed = Callable[[int | None], None]


class ListCard(Card):
    """Shows what `read` gives; buttons act on the row one is at, or on none."""

    def __init__(
        self, title: str, read: Callable[[], Table], empty: str, parent: QWidget
    ) -> None:
        super().__init__(title, parent)
        self._read = read
        self._model = TableModel(pupils.folded)
        self.view = TableView(self._model, title, self)
        self._empty = line(empty, quiet=True, folds=True)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(12)
        self._buttons.addStretch(1)
        self._of_rows: list[QPushButton] = []
        self.rows.setSpacing(12)
        self.rows.addWidget(self._empty)
        self.rows.addWidget(self.view)
        self.rows.addLayout(self._buttons)
        self.view.selectionModel().currentRowChanged.connect(self._enable)

    def add_button(self, words: str, deed: Deed, *, of_row: bool = True) -> QPushButton:
        """Add a button; one that is `of_row` needs a row to act on."""
        button = QPushButton(words, self)
        button.clicked.connect(lambda: deed(self.key() if of_row else None))
        self._buttons.insertWidget(self._buttons.count() - 1, button)
        if of_row:
            self._of_rows.append(button)
        self._enable()
        return button

    def key(self) -> int | None:
        """Give the key of the row one is at."""
        return self.view.current_key()

    def refresh(self) -> None:
        """Read the list again."""
        kept = self.key()
        table = self._read()
        self._model.set_table(table)
        row = None if kept is None else self._model.row_of(kept)
        if row is not None:
            self.view.selectRow(row)
        count = len(table.rows)
        self._empty.setVisible(not count)
        self.view.setVisible(bool(count))
        heads = self.view.horizontalHeader().height()
        rows = self.view.verticalHeader().defaultSectionSize() * min(count, 8)
        self.view.setFixedHeight(heads + rows + style.scaled(6))
        self._enable()

    def _enable(self) -> None:
        for button in self._of_rows:
            button.setEnabled(bool(self.key()))
