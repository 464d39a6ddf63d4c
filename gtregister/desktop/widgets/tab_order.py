"""The way that Tab takes through what is made later than what stands after it."""

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def follow(parent: QWidget, after: QWidget | None = None) -> QWidget | None:
    """Let Tab go through all in a widget as it was made, on from `after` if given.

    Gives what Tab comes to last.
    Widgets are walked and not layouts: what PySide 6.12 gives for the items of a layout
    takes the widgets with it when the layout goes.
    """
    stops = [stop for stop in parent.findChildren(QWidget) if _is_stop(stop, parent)]
    way = [after, *stops] if after else stops
    for before, then in pairwise(way):
        QWidget.setTabOrder(before, then)
    return way[-1] if way else None


def _is_stop(widget: QWidget, parent: QWidget) -> bool:
    if widget.window() is not parent.window():
        return False  # such as what a box of choices folds out
    by_tab = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    return bool(by_tab) and widget.focusProxy() is None
