"""What goes into one row: as many widgets as fit, the others behind a “More” button."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget


def those_that_fit(
    widgets: Sequence[QWidget], room: int, more: QWidget, spacing: int
) -> int:
    """Say how many of the first widgets fit beside each other into `room` pixels.

    If not all of them do, `more` has to fit as well.
    """
    widths = [widget.sizeHint().width() + spacing for widget in widgets]
    if sum(widths) <= room:
        return len(widths)
    room -= more.sizeHint().width() + spacing
    for count, width in enumerate(widths):
        if (room := room - width) < 0:
            return count
    return len(widths)
