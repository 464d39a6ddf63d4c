"""The fields that a letter can have, as chips: a press or Enter puts one in."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import (
    QListView,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from gtregister.core.telling.letter_template import FIELDS
from gtregister.desktop import style
from gtregister.i18n import _, translated

_ROLE = Qt.ItemDataRole.UserRole
_HIGH = 28  # pixels of a chip at a text size of 100 %
_INSIDE = 10  # from its outline to its words
_ROOM = 104  # for all of them; they scroll
Index = QModelIndex | QPersistentModelIndex


class _Chips(QStyledItemDelegate):
    """Draws each as a rounded box; the one that keys are at has a thick outline."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        words = str(index.data())
        wide = option.fontMetrics.horizontalAdvance(words)
        high = max(option.fontMetrics.height() + 8, style.scaled(_HIGH))
        return QSize(wide + 2 * style.scaled(_INSIDE), high)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index
    ) -> None:
        colours = style.colours()
        is_at = bool(option.state & QStyle.StateFlag.State_HasFocus)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        outline = QPen(QColor(colours.focus if is_at else colours.border))
        outline.setWidth(3 if is_at else 1)
        painter.setPen(outline)
        painter.setBrush(QColor(colours.alternate))
        room = QRectF(option.rect).adjusted(1.5, 1.5, -1.5, -1.5)
        painter.drawRoundedRect(room, room.height() / 2, room.height() / 2)
        painter.setPen(QColor(colours.text))
        painter.drawText(option.rect, Qt.AlignmentFlag.AlignCenter, str(index.data()))
        painter.restore()


class FieldChips(QListWidget):
    """Tab stops once here; arrow keys go from chip to chip."""

    chosen = Signal(str)  # the name of a field

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Fields: Enter puts one into the text"))
        self.setItemDelegate(_Chips(self))
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setSpacing(2)
        for key, words in FIELDS.items():
            item = QListWidgetItem(translated(words), self)
            item.setData(_ROLE, key)
            item.setToolTip(f"{{{{{key}}}}}")
        self.setCurrentRow(0)
        self.itemClicked.connect(self._choose)
        self.itemActivated.connect(self._choose)
        self.setMinimumHeight(style.scaled(44))
        self.setMaximumHeight(style.scaled(_ROOM))

    def _choose(self, item: QListWidgetItem) -> None:
        self.chosen.emit(item.data(_ROLE))
