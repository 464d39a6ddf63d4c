"""What to know before letters go out, a sentence a line, each with its symbol."""

from collections.abc import Sequence

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gtregister.core.telling.letter_checks import Check
from gtregister.desktop import style
from gtregister.desktop.widgets.lines import line
from gtregister.i18n import _


class CheckLines(QWidget):
    """“⚠ Mrs Ahmed has no address.”, “· 1 is in large print.” or that all is well."""

    def __init__(self, checks: Sequence[Check], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(6)
        for check in checks:
            words = f"⚠ {check.said}" if check.is_stop else f"· {check.said}"
            down.addWidget(_line(words, "error" if check.is_stop else "text"))
        if not any(check.is_stop for check in checks):
            down.addWidget(_line(_("✓ Every letter can go out."), "success"))


def _line(words: str, colour: str) -> QWidget:
    label = line(words, folds=True)
    palette = label.palette()
    ink = QColor(getattr(style.colours(), colour))
    palette.setColor(QPalette.ColorRole.WindowText, ink)
    label.setPalette(palette)
    return label
