"""A window of its own for one list: find in it, and do something with a row."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from gtregister.desktop.widgets import sizing
from gtregister.desktop.widgets.empty_state import EmptyState
from gtregister.desktop.widgets.lines import line
from gtregister.desktop.widgets.table_list import TableList
from gtregister.desktop.widgets.table_model import Fold
from gtregister.i18n import _, translated
from gtregister.table import Table


class ListDialog(QDialog):
    """Shows a Table under its title, with a hint; buttons act on the row one is at."""

    def __init__(
        self, title: str, hint: str, fold: Fold, empty: str, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.list = TableList(
            name=title,
            hint=_("Find in this list"),
            fold=fold,
            empty=lambda: EmptyState("note", title, empty),
        )
        self._row_buttons: list[QPushButton] = []
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(20, 16, 20, 16)
        self.body.setSpacing(8)
        self.body.addWidget(line(title, "subtitle"))
        self.body.addWidget(line(hint, quiet=True, folds=True))
        # The buttons are made after the list, since Tab goes by that order.
        self.body.addWidget(self.list, 2)
        self._close = close = QPushButton(_("Close"), self)
        close.clicked.connect(self.reject)
        self._foot = QHBoxLayout()
        self._foot.setSpacing(12)
        self._foot.addStretch(1)
        self._foot.addWidget(close)
        self.body.addLayout(self._foot)
        self.list.view.selectionModel().currentRowChanged.connect(self._enable)
        self.list.counted.connect(self._enable)
        sizing.fit(self, 900, 600)

    def show_table(self, table: Table) -> None:
        """Show a table, at its first row."""
        self.list.show_table(table, len(table.rows))
        self.list.view.show_first()
        self.list.view.setAccessibleName(translated(table.title))
        self._enable()

    def add_button(self, words: str, deed: Callable[[int], None]) -> QPushButton:
        """Add a button at the foot; the deed gets the key of the row one is at."""
        button = QPushButton(words, self)

        def act() -> None:
            if (key := self.list.view.current_key()) is not None:
                deed(key)

        button.clicked.connect(act)
        self._foot.insertWidget(len(self._row_buttons), button)
        self._row_buttons.append(button)
        self.setTabOrder(button, self._close)
        self._enable()
        return button

    def buttons(self) -> Sequence[QPushButton]:
        """Give the buttons that act on a row."""
        return self._row_buttons

    def is_allowed(self, key: int) -> bool:
        """Say whether the buttons may act on a row; a subclass may know better."""
        del key
        return True

    def _enable(self) -> None:
        key = self.list.view.current_key()
        for button in self._row_buttons:
            button.setEnabled(key is not None and self.is_allowed(key))
