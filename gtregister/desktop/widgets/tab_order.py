"""The way that Tab takes through what is made later than what stands after it."""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget


def follow(layout: QLayout) -> None:
    """Let Tab go through all that stands in a layout, as it is read."""
    for before, after in pairwise(_stops(layout)):
        QWidget.setTabOrder(before, after)


def put_after(before: QWidget, layout: QLayout) -> None:
    """Let Tab go on from a widget to all that stands in a layout."""
    for stop in _stops(layout):
        QWidget.setTabOrder(before, stop)
        before = stop


def _stops(layout: QLayout) -> Iterator[QWidget]:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        if item is None:
            continue
        if (inside := item.layout()) is not None:
            yield from _stops(inside)
        elif (part := item.widget()) is not None:
            inner = (part, *part.findChildren(QWidget))
            yield from (stop for stop in inner if _is_stop(stop, part.window()))


def _is_stop(widget: QWidget, window: QWidget) -> bool:
    if widget.window() is not window:  # such as what a box of choices folds out
        return False
    by_tab = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    return bool(by_tab) and widget.focusProxy() is None
