"""How large a dialog opens."""

from PySide6.QtWidgets import QDialog

from gtregister.desktop import style


def fit(dialog: QDialog, wide: int, high: int) -> None:
    """Open a dialog as large as its text asks, but not larger than its window.

    `wide` and `high` are in logical pixels at a text size of 100 %.
    """
    size = dialog.size()
    size.setWidth(style.scaled(wide))
    size.setHeight(style.scaled(high))
    if (parent := dialog.parentWidget()) is not None:
        size = size.boundedTo(parent.window().size())
    dialog.resize(size)
