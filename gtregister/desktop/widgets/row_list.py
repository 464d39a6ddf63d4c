"""A list of short texts whose rows are high enough to be pressed with ease."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize
from PySide6.QtWidgets import (
    QListWidget,
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
        self.setAccessibleName(name)
        self.setItemDelegate(_Rows(self))
