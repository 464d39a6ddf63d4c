"""A field over one cell of a table, to type another value into it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from gtregister.desktop import style
from gtregister.desktop.widgets.table_view import TableView
from gtregister.desktop.widgets.text_field import TextField
from gtregister.i18n import _, translated

_LEAST = 120  # pixels at a text size of 100 %: a year is short, a mistake in it is not


class CellEditor(TextField):
    """Enter, or leaving the field, keeps what was typed; Esc leaves all as it was.

    It goes when the rows are shown anew, since its cell may stand elsewhere then.
    """

    typed = Signal(str)  # another text than the cell had

    def __init__(self, view: TableView, text: str | None = None) -> None:
        super().__init__(parent=view.viewport())
        index = view.currentIndex()
        self._view = view
        self._before = str(view.table_model.data(index) or "")
        self._is_over = False
        title = translated(view.table_model.table.columns[index.column()].title)
        said = _("{column}: Enter keeps it, Esc does not")
        self.setAccessibleName(said.format(column=title))
        self.setText(self._before if text is None else text)
        self.selectAll()
        view.scrollTo(index)
        cell = view.visualRect(index)
        cell.setWidth(max(cell.width(), style.scaled(_LEAST)))
        self.setGeometry(cell)
        self.editingFinished.connect(self._keep)
        for bar in (view.horizontalScrollBar(), view.verticalScrollBar()):
            bar.valueChanged.connect(self._keep)
        view.table_model.modelAboutToBeReset.connect(self._go)
        self.show()
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # The table would open the row by the same Enter.
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._keep()
        elif event.key() == Qt.Key.Key_Escape:
            self._go()
        else:
            super().keyPressEvent(event)

    def _keep(self) -> None:
        """Tell what was typed, once the field is gone: the rows are shown anew then."""
        is_over, text = self._is_over, self.text()
        self._go()
        if not is_over and text != self._before:
            self.typed.emit(text)

    def _go(self) -> None:
        if self._is_over:
            return
        self._is_over = True
        had_focus = self.hasFocus()
        self.hide()
        self.deleteLater()
        if had_focus:
            self._view.setFocus(Qt.FocusReason.OtherFocusReason)
