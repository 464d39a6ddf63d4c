"""What every window must keep for those who see little, or use no mouse."""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QListView,
    QMainWindow,
    QPlainTextEdit,
    QScrollArea,
    QTableView,
    QTextEdit,
    QWidget,
)

from gtregister.desktop.widgets.rail import RailButton

audited: set[type] = set()  # kinds of windows that were looked at in this run
LEAST = 24  # logical pixels of a target, by WCAG 2.2 (2.5.8)
_CONTROLS = (QAbstractButton, QComboBox, QLineEdit, QAbstractSpinBox)


def findings(window: QWidget) -> list[str]:
    """List everything that is wrong with a window that is shown."""
    audited.add(type(window))
    return [
        *(f"has no name: {found}" for found in nameless(window)),
        *(f"keeps Tab to itself: {found}" for found in traps(window)),
        *(f"is small: {found}" for found in small(window)),
        *(f"shares its access key: {found}" for found in clashes(window)),
    ]


def nameless(widget: QWidget) -> list[str]:
    """List what takes the focus and has no name for a screen reader."""
    QAccessible.setActive(True)
    return [
        f"{part.role().name} in {type(part.object()).__name__}"
        for part in _walk(QAccessible.queryAccessibleInterface(widget))
        if _takes_focus(part) and not part.text(QAccessible.Text.Name).strip()
    ]


def _walk(part: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    yield part
    for place in range(part.childCount()):
        child = part.child(place)
        # Cells take their names from what they show; the model's tests see to them.
        if child is not None and child.role() != QAccessible.Role.Cell:
            yield from _walk(child)


def _takes_focus(part: QAccessibleInterface) -> bool:
    found = part.object()
    return (
        isinstance(found, QWidget)
        and found.isVisible()
        and found.focusPolicy() != Qt.FocusPolicy.NoFocus
        and not found.isWindow()
    )


def focusable(window: QWidget) -> list[QWidget]:
    """List what Tab reaches."""
    return [
        widget
        for widget in window.findChildren(QWidget)
        if widget.isVisible()
        and widget.isEnabled()
        and widget.window() is window
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]


def traps(window: QWidget) -> list[str]:
    """List tables and texts that Tab would never leave."""
    found = []
    for widget in window.findChildren(QWidget):
        if not widget.isVisible():
            continue
        if isinstance(widget, QTableView | QListView) and widget.tabKeyNavigation():
            found.append(_named(widget))
        is_text = isinstance(widget, QTextEdit | QPlainTextEdit)
        if is_text and not widget.tabChangesFocus():
            found.append(_named(widget))
    return found


def small(window: QWidget) -> list[str]:
    """List targets that are less than 24 by 24."""
    found = []
    for widget in focusable(window):
        if isinstance(widget.parentWidget(), QAbstractSpinBox):
            continue
        size = widget.size()
        if isinstance(widget, _CONTROLS) and min(size.toTuple()) < LEAST:
            found.append(f"{_named(widget)} {size.toTuple()}")
        if isinstance(widget, QAbstractItemView) and _row_height(widget) < LEAST:
            found.append(f"a row of {_named(widget)}")
    return found


def _row_height(view: QAbstractItemView) -> int:
    model = view.model()
    if model is None or not model.rowCount():
        return LEAST
    if isinstance(view, QTableView):
        return view.rowHeight(0)
    return view.visualRect(model.index(0, 0)).height() or LEAST


def clashes(window: QWidget) -> list[str]:
    """List access keys that two things in a window have."""
    taken: dict[str, str] = {}
    found = []
    if isinstance(window, QMainWindow):
        for action in window.menuBar().actions():
            taken[_key(action.text())] = f"the menu {action.text()}"
    for button in window.findChildren(QAbstractButton):
        key = _key(button.text())
        if not key or not button.isVisible() or button.window() is not window:
            continue
        # The same button twice does the same, whichever is meant.
        if taken.get(key, button.text()) != button.text():
            found.append(f"{button.text()} with {taken[key]}")
        taken[key] = button.text()
    return found


def _key(text: str) -> str:
    plain = text.replace("&&", "")
    return plain[plain.index("&") + 1].casefold() if "&" in plain else ""


def unseen_focus(window: QWidget) -> list[str]:
    """List what looks the same with the focus as without it, to whoever uses keys."""
    window.activateWindow()
    QTest.qWaitForWindowActive(window)
    found = []
    for widget in focusable(window):
        _scroll_to(widget)
        if (before := QApplication.focusWidget()) is not None:
            before.clearFocus()
        without = _picture(widget)
        widget.setFocus(Qt.FocusReason.ShortcutFocusReason)  # as by keys
        if QApplication.focusWidget() is widget and _picture(widget) == without:
            found.append(_named(widget))
    return found


def _picture(widget: QWidget) -> QImage:
    """Draw a widget with some room around it."""
    window = widget.window()
    corner = widget.mapTo(window, QPoint(0, 0))
    room = QRect(corner, widget.size()).adjusted(-4, -4, 4, 4)
    return window.grab(room & window.rect()).toImage()


def backwards(window: QWidget) -> list[str]:
    """List where Tab goes back up, to what does not stand in a column further right."""
    ring = _by_tab(window)
    first = ring.index(min(ring, key=_top_left)) if ring else 0
    if isinstance(window, QMainWindow):
        rails = (at for at, stop in enumerate(ring) if isinstance(stop, RailButton))
        first = next(rails, first)
    found = []
    for before, after in pairwise(ring[first:] + ring[:first]):
        here, there = _place(before), _place(after)
        if there.bottom() < here.top() and there.left() < here.right():
            found.append(f"from {_named(before)} to {_named(after)}")
    return found


def _by_tab(window: QWidget) -> list[QWidget]:
    """Go once round a window by Tab."""
    window.activateWindow()
    QTest.qWaitForWindowActive(window)
    ring: list[QWidget] = []
    for _press in range(2 * len(focusable(window)) + 2):
        QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
        if focus is None or focus in ring:
            break
        ring.append(focus)
    return ring


def _top_left(widget: QWidget) -> tuple[int, int]:
    place = _place(widget)
    return place.top(), place.left()


def _place(widget: QWidget) -> QRect:
    return QRect(widget.mapTo(widget.window(), QPoint(0, 0)), widget.size())


def _scroll_to(widget: QWidget) -> None:
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea):
            parent.ensureWidgetVisible(widget)
        parent = parent.parentWidget()


def sideways(window: QWidget) -> list[str]:
    """List forms that must be scrolled sideways; tables may be."""
    return [
        _named(area)
        for area in window.findChildren(QScrollArea)
        if area.isVisible() and area.horizontalScrollBar().maximum() > 0
    ]


def cut_off(window: QWidget) -> list[str]:
    """List labels and buttons that have less room than their words need."""
    found = []
    for widget in window.findChildren(QWidget):
        if not widget.isVisible() or widget.window() is not window:
            continue
        if isinstance(widget, QLabel) and widget.text():
            if not _has_room(widget):
                found.append(_named(widget))
        elif isinstance(widget, QCheckBox) or type(widget).__name__ in _WORDED:
            words = widget.text().replace("&", "")  # type: ignore[attr-defined]
            if widget.fontMetrics().horizontalAdvance(words) > widget.width():
                found.append(_named(widget))
    return found


_WORDED = {"QPushButton", "ActionButton"}


def _has_room(label: QLabel) -> bool:
    if label.wordWrap():
        return label.height() >= label.heightForWidth(label.width()) - 1
    return label.width() >= label.sizeHint().width() - 1


def _named(widget: QWidget) -> str:
    words = widget.accessibleName() or getattr(widget, "text", lambda: "")()
    return f"{type(widget).__name__} “{words}”"
