"""Details of the row that one is at: beside the table, or in its place."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSplitter, QVBoxLayout, QWidget

from gtregister.desktop import style
from gtregister.i18n import _

_WIDE = 1200  # a window of so many pixels at 100 % has room for both
_LOW = 240  # the least height that the panel asks for
_SHARES = (5, 3)  # of the room: the table's and the panel's


class DetailsPane(QWidget):
    """Holds the details, with a button to close them; Esc closes them too.

    Details that have a line of buttons, `head`, get the button there.
    """

    closed = Signal()

    def __init__(self, make: Callable[[], QWidget], parent: QWidget) -> None:
        super().__init__(parent)
        # Made before the details, since Tab goes by that order.
        self._close = close = QPushButton(_("Close"), self)
        close.setToolTip(_("Close this panel (Esc)"))
        close.setAccessibleName(_("Close this panel"))
        close.clicked.connect(self.closed)
        self.details = details = make()
        down = QVBoxLayout(self)
        down.setContentsMargins(style.scaled(8), 0, 0, 0)
        down.addWidget(details, 1)
        head = getattr(details, "head", None)
        if isinstance(head, QHBoxLayout):
            head.addWidget(close)
            return
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(close)
        down.addLayout(across)

    def minimumSizeHint(self) -> QSize:
        # The details scroll by themselves, and need not stretch the page.
        return super().minimumSizeHint().boundedTo(QSize(10_000, style.scaled(_LOW)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def first_part(self) -> QWidget:
        """Give the first of the details that takes the focus, or the Close button."""
        strong = Qt.FocusPolicy.TabFocus
        inside = [self.details, *self.details.findChildren(QWidget)]
        found = (w for w in inside if w.focusPolicy() & strong and w.isEnabled())
        return next((w for w in found if w.isVisibleTo(self)), self._close)


class DetailsSplitter(QSplitter):
    """Shows a table and the details of its current row, as the window has room.

    In a wide window the panel stands beside the table from the first row that one
    chooses until one closes it. In a narrow one it takes the table's place when it is
    opened, and gives it back when it is closed. It is built when it is first shown.
    """

    closed = Signal()

    def __init__(
        self,
        table: QWidget,
        details: QWidget | Callable[[], QWidget],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._table = table
        self._make = details
        self._pane: DetailsPane | None = None
        self._is_wanted = True  # beside the table
        self._is_opened = False  # over the table
        self._has_row = False
        self._is_moved = False  # by a person, who knows best
        self.splitterMoved.connect(self._note_moved)
        self.setChildrenCollapsible(False)
        self.setHandleWidth(style.scaled(8))
        self.addWidget(table)

    def show_row(self, *, is_one: bool) -> None:
        """Take note that there is a row to show details of, or none."""
        self._has_row = is_one
        self._is_opened = self._is_opened and is_one
        self._fit()

    def open(self) -> None:
        """Show the details and put the focus on them."""
        self._is_wanted = self._is_opened = self._has_row
        self._fit()
        if (part := self.first_part()) is not None:
            part.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_pane(self) -> bool:
        """Close the details; say whether there was anything to close."""
        if not self.is_open():
            return False
        self._is_wanted = self._is_opened = False
        self._fit()
        self.closed.emit()
        return True

    def is_open(self) -> bool:
        """Say whether the details are to be seen."""
        return self._pane is not None and not self._pane.isHidden()

    def first_part(self) -> QWidget | None:
        """Give what takes the focus in the details, if they are to be seen."""
        return self._pane.first_part() if self._pane and self.is_open() else None

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
        self._share()

    def _note_moved(self) -> None:
        self._is_moved = True

    def _fit(self) -> None:
        is_wide = self.window().width() >= style.scaled(_WIDE)
        wanted = self._has_row and (self._is_wanted if is_wide else self._is_opened)
        if wanted and self._pane is None:
            self._pane = self._build()
        if self._pane is not None:
            self._pane.setVisible(wanted)
        self._table.setVisible(is_wide or not wanted)

    def _build(self) -> DetailsPane:
        made = self._make
        pane = DetailsPane((lambda: made) if isinstance(made, QWidget) else made, self)
        pane.closed.connect(self.close_pane)
        self.addWidget(pane)
        for place, share in enumerate(_SHARES):
            self.setStretchFactor(place, share)
        self._share()
        return pane

    def _share(self) -> None:
        """Part the room anew: a panel made before its window was laid out had none."""
        if not self._is_moved:
            whole = self.width()
            self.setSizes([whole * share // sum(_SHARES) for share in _SHARES])
