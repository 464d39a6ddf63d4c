"""A text about one pupil beside a list, with the buttons most often pressed."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from gtregister.desktop.widgets.action_button import ActionButton
from gtregister.desktop.widgets.lines import line
from gtregister.i18n import _


class PupilText(QWidget):
    """Names the pupil over a text, which is written anew when the colours change.

    `name` is what the text is to a screen reader; `deeds` are done to this pupil, and
    not to those who are ticked in the list.
    """

    opened = Signal(int)  # the pupil's id

    def __init__(
        self,
        name: str,
        deeds: Sequence[QAction] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._pupil_id: int | None = None
        self._html: Callable[[], str] = str
        self._title = line(size="subtitle", folds=True)
        self._open = QPushButton(_("&Open pupil"), self)
        self._open.clicked.connect(self._ask_to_open)
        self.head = QHBoxLayout()
        self.head.addWidget(self._title, 1)
        self.head.addWidget(self._open)
        self.text = QTextBrowser(self)
        self.text.setOpenLinks(False)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(name)
        self.down = QVBoxLayout(self)
        self.down.setContentsMargins(0, 0, 0, 0)
        self.down.setSpacing(8)
        self.down.addLayout(self.head)
        self.down.addWidget(self.text, 1)
        if deeds:
            self.down.addLayout(self._row(deeds))

    def _row(self, deeds: Sequence[QAction]) -> QHBoxLayout:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for deed in deeds:
            buttons.addWidget(ActionButton(deed, self))
        buttons.addStretch(1)
        return buttons

    def show_text(self, pupil_id: int, title: str, html: Callable[[], str]) -> None:
        """Show a text; `html` writes it in the colours that are in force."""
        self._pupil_id, self._html = pupil_id, html
        self._open.setEnabled(True)
        self._title.setText(title)
        self._write()

    def show_nothing(self) -> None:
        """Show that no row is chosen."""
        self._pupil_id, self._html = None, str
        self._open.setEnabled(False)
        self._title.setText("")
        self._write()

    def _write(self) -> None:
        self.text.setHtml(self._html())

    def _ask_to_open(self) -> None:
        if self._pupil_id is not None:
            self.opened.emit(self._pupil_id)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._write()
