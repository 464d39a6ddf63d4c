"""A list of short texts whose rows are high enough to be pressed with ease."""

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from gtregister.desktop import style

_LOWEST = 32


class _Rows(QStyledItemDelegate):
    def sizeHint(
        self,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> QSize:
        found: QSize = super().sizeHint(option, index)
        return QSize(found.width(), max(found.height() + 8, style.scaled(_LOWEST)))


class RowList(QListWidget):
    """A QListWidget with room in its rows, and with a name for screen readers."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._headings: list[QListWidgetItem] = []
        self.setAccessibleName(name)
        self.setItemDelegate(_Rows(self))

    def add_heading(self, words: str) -> None:
        """Put words over the rows that follow; arrow keys go past them."""
        heading = QListWidgetItem(words, self)
        heading.setFlags(Qt.ItemFlag.NoItemFlags)
        font = heading.font()
        font.setWeight(font.Weight.DemiBold)
        heading.setFont(font)
        self._headings.append(heading)
        self._colour_headings()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._colour_headings()

    def _colour_headings(self) -> None:
        # What cannot be chosen would be drawn too pale to read.
        for heading in self._headings:
            heading.setForeground(QColor(style.colours().text))
