"""Lines and buttons of which the parts of a pupil's page are made."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QSizePolicy, QWidget

from gtregister.desktop import style
from gtregister.desktop.pupils.pupil_flow import FlowLayout, follow_width
from gtregister.desktop.widgets.lines import Size, line
from gtregister.desktop.widgets.table_model import Mark

# How each status of an entry stands out: a symbol before its words, and a colour.
MARKS = {
    "on": Mark("●", "success"),
    "watching": Mark("○", "note"),
    "paused": Mark("◐", "warning"),
    "candidate": Mark("?", "note"),
    "left": Mark("–", "quiet"),
    "declined": Mark("–", "quiet"),
}


def text(words: str, size: Size = "body", *, quiet: bool = False) -> QLabel:
    """Make a line that folds, and that can be marked with the mouse to copy it."""
    label = line(words, size, quiet=quiet, folds=True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
    label.setMinimumWidth(1)
    follow_width(label)
    return label


def marked(mark: Mark, words: str) -> QLabel:
    """Make a line with a symbol before it, in the colour that goes with it."""
    label = text(f"{mark.symbol} {words}")
    palette = label.palette()
    ink = QColor(getattr(style.colours(), mark.colour))
    palette.setColor(QPalette.ColorRole.WindowText, ink)
    label.setPalette(palette)
    return label


def button(
    words: str, do: Callable[[], None], key: str, *, about: str = ""
) -> QPushButton:
    """Make a button; `about` says to a screen reader what it is about.

    By its key the focus finds it again when the part is read again.
    """
    made = QPushButton(words)
    made.setObjectName(key)
    plain = words.replace("&", "").rstrip("…")
    made.setAccessibleName(f"{plain}: {about}" if about else plain)
    made.clicked.connect(lambda _checked: do())
    return made


def row_of(buttons: Iterable[QWidget]) -> QWidget:
    """Put buttons side by side, in several lines where it is narrow."""
    row = QWidget()
    across = FlowLayout(row)
    for one in buttons:
        across.addWidget(one)
    follow_width(row)
    return row


def pairs(told: Iterable[tuple[str, str]]) -> QGridLayout:
    """Put what things are called on the left, and what they are on the right."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(6)
    grid.setColumnStretch(0, 2)
    grid.setColumnStretch(1, 3)
    top = Qt.AlignmentFlag.AlignTop
    for place, (name, value) in enumerate(told):
        grid.addWidget(text(name, quiet=True), place, 0, top)
        grid.addWidget(text(value), place, 1, top)
    return grid
