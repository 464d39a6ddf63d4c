"""Lines of text that show a name as it is written, whatever signs stand in it."""

from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QWidget

from gtregister.desktop import style

Size = Literal["caption", "body", "heading", "subtitle", "title", "figure"]


def line(
    text: str = "",
    size: Size = "body",
    parent: QWidget | None = None,
    *,
    quiet: bool = False,
    folds: bool = False,
) -> QLabel:
    """Make a line of plain text, in secondary colour if `quiet`."""
    label = QLabel(text, parent)
    # A name such as <b>O'Neill</b> must not be taken for markup.
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(folds)
    if quiet:
        label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
    if size != "body":
        style.letters(label, size)
    return label
