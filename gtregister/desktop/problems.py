"""When something is wrong: a sentence for the person, or a report of our own fault.

A report names the kind of error and the lines of the program it went through, and
never a message or a value, which could hold the name of a pupil.
"""

import logging
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import (
    QMessageLogContext,
    Qt,
    QtMsgType,
    qInstallMessageHandler,
    qVersion,
)
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QMessageBox, QWidget

import gtregister
from gtregister.errors import Cancelled, UserError

_log = logging.getLogger("gtregister")
_PATH = re.compile(r"\S*[/\\]\S*|[\"“].*[\"”]")
_PACKAGE = Path(gtregister.__file__).parent
_opened: list[QDialog] = []
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
}


def install() -> None:
    """Catch whatever nobody caught, and what Qt has to say."""
    sys.excepthook = catch
    qInstallMessageHandler(_note)


def box(parent: QWidget | None, text: str, more: str = "") -> QMessageBox:
    """Make a message whose text is shown as it is, whatever signs stand in it."""
    message = QMessageBox(parent)
    message.setWindowTitle("gtregister")
    message.setText(text)
    message.setInformativeText(more)
    for label in message.findChildren(QLabel):
        label.setTextFormat(Qt.TextFormat.PlainText)
    message.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return message


def show(parent: QWidget | None, error: UserError) -> QMessageBox:
    """Show what is wrong and what to do, in one sentence."""
    message = box(parent, error.text)
    message.setIcon(QMessageBox.Icon.Warning)
    _open(message)
    return message


@contextmanager
def told(parent: QWidget | None) -> Iterator[None]:
    """Show the sentence of a UserError and wait until it is read, then go on."""
    try:
        yield
    except UserError as error:
        message = box(parent, error.text)
        message.setIcon(QMessageBox.Icon.Warning)
        message.exec()


def catch(
    kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    """Say what nobody caught: a sentence as it is, anything else as our fault."""
    if isinstance(error, Cancelled):
        return
    if isinstance(error, UserError):
        show(QApplication.activeWindow(), error)
        return
    if issubclass(kind, KeyboardInterrupt):
        QApplication.quit()
        return
    told = report(kind, trace)
    _log.critical("%s", told)
    from gtregister.desktop.crash_dialog import CrashDialog

    _open(CrashDialog(told, QApplication.activeWindow()))


def _open(dialog: QDialog) -> None:
    """Open a dialog that nobody else may own, and keep it until it is closed."""
    _opened.append(dialog)
    dialog.finished.connect(lambda _result: _opened.remove(dialog))
    dialog.open()


def report(kind: type[BaseException], trace: TracebackType | None) -> str:
    """Tell what happened where in the program, with no value and no message."""
    # Loaded when there is something to report.
    import platform
    import traceback

    lines = [
        f"gtregister {gtregister.__version__}, Qt {qVersion()}, "
        f"Python {platform.python_version()}, {platform.platform()}",
        *(_place(f.filename, f.lineno, f.name) for f in traceback.extract_tb(trace)),
        kind.__name__,
    ]
    return "\n".join(lines)


def _place(file: str, line: int | None, function: str) -> str:
    path = Path(file)
    ours = path.is_relative_to(_PACKAGE)
    name = path.relative_to(_PACKAGE).as_posix() if ours else path.name
    return f"  {name}, line {line}, in {function}"


def _note(kind: QtMsgType, context: QMessageLogContext, text: str | None) -> None:
    """Log what Qt says, without the paths and quotations in it."""
    said = _PATH.sub("…", text or "")
    level = _LEVELS.get(kind, logging.ERROR)
    _log.log(level, "Qt %s: %s", context.category or "", said)
