"""One letter, slip or wish beside its list: what it says, or why it cannot go out."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from gtregister.desktop import style
from gtregister.desktop.letters.notice_words import Told
from gtregister.desktop.widgets.action_button import ActionButton
from gtregister.desktop.widgets.lines import line
from gtregister.i18n import _


class NoticePanel(QWidget):
    """Shows what is told, with the buttons that are most often pressed."""

    opened = Signal(int)  # the pupil's id

    def __init__(self, deeds: Sequence[QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._told: Told | None = None
        self._name = line(size="subtitle", folds=True)
        self._open = QPushButton(_("&Open pupil"), self)
        self._open.clicked.connect(self._ask_to_open)
        head = QHBoxLayout()
        head.addWidget(self._name, 1)
        head.addWidget(self._open)
        self.text = QTextBrowser(self)
        self.text.setOpenLinks(False)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(_("What is told"))
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for deed in deeds:
            buttons.addWidget(ActionButton(deed, self))
        buttons.addStretch(1)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(8)
        down.addLayout(head)
        down.addWidget(self.text, 1)
        down.addLayout(buttons)

    def show_told(self, told: Told | None) -> None:
        """Show what is told of a pupil; None shows nothing."""
        self._told = told
        self._open.setEnabled(told is not None)
        self._name.setText(told.title if told else "")
        self._write()

    def _write(self) -> None:
        self.text.setHtml(_page(self._told) if self._told else "")

    def _ask_to_open(self) -> None:
        if self._told is not None:
            self.opened.emit(self._told.pupil_id)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._write()  # its words have colours of their own


def _page(told: Told) -> str:
    """Write it down; the names in it are text, whatever signs stand in them."""
    colours = style.colours()
    parts = [_line(escape(words)) for words in told.facts]
    if told.stop:
        words = f"⚠ {escape(told.stop)}"
        parts.append(_line(f"<b style='color: {colours.error}'>{words}</b>"))
        parts.append(_line(escape(told.mend)))
    if told.letter and not style.is_discreet():
        parts.append(f"<hr><div style='white-space: pre-wrap'>{escape(told.letter)}")
        parts.append("</div>")
    return "".join(parts)


def _line(html: str) -> str:
    return f"<p style='margin: 0 0 8px 0'>{html}</p>"
