"""Where a window was and how large, remembered on this computer."""

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QMainWindow


def restore(window: QMainWindow) -> None:
    """Open a window where it was; Qt sees to it that a screen is there."""
    window.resize(1280, 800)
    shape = _remembered().value("shape")
    if shape is not None:
        window.restoreGeometry(shape)


def remember(window: QMainWindow) -> None:
    """Remember where a window is."""
    _remembered().setValue("shape", window.saveGeometry())


def _remembered() -> QSettings:
    form, scope = QSettings.Format.IniFormat, QSettings.Scope.UserScope
    return QSettings(form, scope, "gtregister", "window")
