"""Bringing a file in: the window that leads through it, opened from anywhere."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from gtregister.desktop.imports.suffixes import SUFFIXES, can_read
from gtregister.desktop.page import Desk

if TYPE_CHECKING:
    from gtregister.desktop.imports.import_window import ImportWindow

__all__ = ["SUFFIXES", "can_read", "choose", "plan"]


def choose(desk: Desk) -> ImportWindow:
    """Open the window of an import at its first page, to choose a file."""
    # What compares names takes a moment to load, so it waits until it is needed.
    from gtregister.desktop.imports.import_window import ImportWindow

    window = ImportWindow(desk, desk.window)
    window.open()
    return window


def plan(desk: Desk, path: Path) -> ImportWindow:
    """Open the window of an import with a file in it."""
    window = choose(desk)
    window.open_file(path)
    return window
