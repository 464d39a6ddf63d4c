"""A monkey at the keyboard: `python -m tests.desktop.monkey [ACTIONS] [SEED]`.

It presses, types, chooses and resizes at random, in every window that opens, and ends
with 1 if anything went wrong: an exception that nobody caught, a warning of Qt, an
action that kept the window's thread busy for more than a second, or damage to the
register. The same seed does the same again.
"""

import os
import random
import sys
import tempfile
import time
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import (
    QMessageLogContext,
    QPoint,
    Qt,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtGui import QAction, QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QFileDialog,
    QLineEdit,
    QMenu,
    QMessageBox,
    QWidget,
)

from gtregister import resources
from gtregister.core import checks
from gtregister.core.register import Register
from gtregister.db.file import File
from gtregister.desktop import looks, problems
from gtregister.desktop.main_window import MainWindow
from gtregister.desktop.place import places
from gtregister.errors import Cancelled, UserError
from tests.desktop import given

FROZEN = 1.0  # seconds
KEYS = (
    *(Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Return, Qt.Key.Key_Escape),
    *(Qt.Key.Key_Space, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left),
    *(Qt.Key.Key_Right, Qt.Key.Key_Delete, Qt.Key.Key_F2, Qt.Key.Key_F5),
    *(Qt.Key.Key_F6, Qt.Key.Key_F8, Qt.Key.Key_F9, Qt.Key.Key_A, Qt.Key.Key_N),
    *(Qt.Key.Key_X, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageDown),
)
WORDS = ("baker", "o'neill", "7A", "2026-11-23", "112", "<b>&", "", "ż" * 60, "7-8")
SIZES = ((1366, 728), (683, 364), (1024, 700), (1280, 800))


class Monkey:
    """Acts on the windows of one register, and keeps what went wrong."""

    def __init__(self, window: MainWindow, seed: int) -> None:
        self.window = window
        self.wrong: list[str] = []
        self.last = ""
        self._dice = random.Random(seed)
        self._deeds: tuple[tuple[int, Callable[[], str]], ...] = (
            (6, self._press_button),
            (5, self._press_key),
            (3, self._trigger),
            (3, self._type),
            (2, self._choose),
            (3, self._click_row),
            (2, self._go),
            (1, self._resize),
            (1, self._close_dialog),
            (1, self._restyle),
        )

    def act(self) -> None:
        """Do one thing, and take note if it takes too long."""
        weights = [weight for weight, _deed in self._deeds]
        deed = self._dice.choices(self._deeds, weights)[0][1]
        begun = time.thread_time()  # others may use this computer too
        self.last = deed.__name__
        self.last = f"{self.last} {deed()}"
        QApplication.processEvents()
        taken = time.thread_time() - begun
        if taken > FROZEN:
            self.wrong.append(f"{taken:.1f} s for: {self.last}")
        if self._dice.random() < 0.1:
            QTest.qWait(20)

    def _front(self) -> QWidget:
        """Give the window that a person could use now."""
        if (modal := QApplication.activeModalWidget()) is not None:
            return modal
        tops = [w for w in QApplication.topLevelWidgets() if self._is_usable(w)]
        return self._dice.choice(sorted(tops, key=repr_of)) if tops else self.window

    def _is_usable(self, widget: QWidget) -> bool:
        return widget.isVisible() and widget.isWindow() and not _is_popup(widget)

    def _pick(self, kind: type[QWidget]) -> QWidget | None:
        inside = [w for w in self._front().findChildren(kind) if _can_be_used(w)]
        return self._dice.choice(inside) if inside else None

    def _press_button(self) -> str:
        button = self._pick(QAbstractButton)
        if isinstance(button, QAbstractButton):
            words = f"{button.text() or button.accessibleName()}"
            button.click()
            return words
        return ""

    def _press_key(self) -> str:
        key = self._dice.choice(KEYS)
        target = QApplication.focusWidget() or self._front()
        if _can_be_used(target):
            QTest.keyClick(target, key)
        return key.name

    def _trigger(self) -> str:
        if QApplication.activeModalWidget() is not None:
            return ""
        for menu in self.window.menuBar().findChildren(QMenu):
            menu.aboutToShow.emit()
        menus = self.window.menuBar().findChildren(QMenu)
        actions = [a for m in menus for a in m.actions() if _can_be_triggered(a)]
        action = self._dice.choice(actions)
        words = action.text()
        action.trigger()
        return words

    def _type(self) -> str:
        field = self._pick(QLineEdit)
        words = self._dice.choice(WORDS)
        if isinstance(field, QLineEdit):
            field.setFocus()
            field.clear()
            if words.isascii():  # QTest knows no other keys
                QTest.keyClicks(field, words)
            else:
                field.insert(words)
        return words

    def _choose(self) -> str:
        box = self._pick(QComboBox)
        if isinstance(box, QComboBox) and box.count():
            place = self._dice.randrange(box.count())
            box.setCurrentIndex(place)
            box.activated.emit(place)
            return box.currentText()
        return ""

    def _click_row(self) -> str:
        view = self._pick(QAbstractItemView)
        if not isinstance(view, QAbstractItemView) or view.model() is None:
            return ""
        room = view.viewport().rect()
        at = QPoint(
            self._dice.randrange(max(room.width(), 1)),
            self._dice.randrange(max(min(room.height(), 300), 1)),
        )
        keys = self._dice.choice(
            (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier)
        )
        left = Qt.MouseButton.LeftButton
        if self._dice.random() < 0.2:
            QTest.mouseDClick(view.viewport(), left, keys, at)
        else:
            QTest.mouseClick(view.viewport(), left, keys, at)
        return view.accessibleName()

    def _go(self) -> str:
        if QApplication.activeModalWidget() is not None:
            return ""
        place = self._dice.choice(sorted(places()))
        self.window.go_to(place)
        return place

    def _resize(self) -> str:
        size = self._dice.choice(SIZES)
        self.window.resize(*size)
        return str(size)

    def _close_dialog(self) -> str:
        front = self._front()
        if front is not self.window:
            front.close()
        return type(front).__name__

    def _restyle(self) -> str:
        theme = self._dice.choice(("light", "dark", "system"))
        size = self._dice.choice((100, 100, 150, 200))
        looks.choose(theme=theme, text_size=size)
        self.window.restyle()
        return f"{theme} {size}"


def repr_of(widget: QWidget) -> str:
    """Give windows an order that is the same each time."""
    return f"{type(widget).__name__} {widget.windowTitle()}"


def _is_popup(widget: QWidget) -> bool:
    return widget.windowType() in (Qt.WindowType.Popup, Qt.WindowType.ToolTip)


def _can_be_used(widget: QWidget) -> bool:
    return widget.isVisible() and widget.isEnabled()


def _can_be_triggered(action: QAction) -> bool:
    return action.isEnabled() and not action.isSeparator() and action.menu() is None


def _answer_dialogs(dice: random.Random, folder: Path) -> None:
    """Answer what would wait for a person or for another program."""
    samples = sorted((resources.ROOT / "sample").glob("*.[cxo][sld]*"))
    outs = [folder / name for name in ("Out.xlsx", "Out.csv", "Out.pdf")]

    def open_name(*_asked: object) -> tuple[str, str]:
        return dice.choice([*map(str, samples), ""]), ""  # nothing: Cancel

    def save_name(*_asked: object) -> tuple[str, str]:
        return str(dice.choice([*outs, folder / "Copy.gtreg"])), ""

    def press(box: QMessageBox) -> int:
        dice.choice(box.buttons()).click()
        return 0

    QFileDialog.getOpenFileName = staticmethod(open_name)  # type: ignore[method-assign]
    QFileDialog.getSaveFileName = staticmethod(save_name)  # type: ignore[method-assign]
    QMessageBox.exec = press  # type: ignore[method-assign,assignment]
    QMenu.exec = lambda *_at: None  # type: ignore[method-assign,assignment]
    QDesktopServices.openUrl = staticmethod(lambda _url: True)  # type: ignore[method-assign]


def run(actions: int, seed: int) -> list[str]:
    """Let the monkey act so many times; gives what went wrong."""
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    looks.put_in_force()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = given.filled(folder / "Greenfield.gtreg", 120, 40)
        window = MainWindow(Register.open(path, "C Hall", today=given.TODAY))
        monkey = Monkey(window, seed)
        _answer_dialogs(random.Random(seed), folder)
        _listen(monkey)
        window.show()
        QTest.qWait(100)
        for _number in range(actions):
            monkey.act()
        _tidy_up(window)
        file = File(path, read_only=True)
        monkey.wrong += checks.damage(file)
        file.close()
        return monkey.wrong


def _listen(monkey: Monkey) -> None:
    def catch(
        kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, UserError | Cancelled):
            problems.catch(kind, error, trace)
            return
        told = "".join(traceback.format_exception(kind, error, trace))
        monkey.wrong.append(f"after {monkey.last}:\n{told}")

    def note(kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
        known = "This plugin does not support" in text  # the offscreen platform
        if not known and kind not in (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg):
            monkey.wrong.append(f"after {monkey.last}: Qt says: {text}")

    sys.excepthook = catch
    qInstallMessageHandler(note)


def _tidy_up(window: MainWindow) -> None:
    for _round in range(20):
        modal = QApplication.activeModalWidget()
        if modal is None:
            break
        modal.close()
        QTest.qWait(10)
    for widget in QApplication.topLevelWidgets():
        if widget is not window:
            widget.close()
    window.close()
    QTest.qWait(50)
    # What is left there when Python ends brings the offscreen platform down.
    QApplication.clipboard().clear()


def main(arguments: list[str]) -> int:
    """Run as many actions as are asked for, and tell what went wrong."""
    actions = int(arguments[0]) if arguments else 20_000
    seed = int(arguments[1]) if len(arguments) > 1 else 1
    with tempfile.TemporaryDirectory() as settings:
        for name in ("XDG_CONFIG_HOME", "XDG_STATE_HOME", "APPDATA", "LOCALAPPDATA"):
            os.environ[name] = settings
        wrong = run(actions, seed)
    count = f"{actions} actions, seed {seed}: {len(wrong)} things went wrong."
    sys.stdout.write("\n".join([count, *wrong[:20], ""]))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
