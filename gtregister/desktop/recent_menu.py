"""File > 1 to 9: the registers that were opened here before."""

import threading
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from gtregister import settings
from gtregister.i18n import _

_PATIENCE = 0.2  # seconds; a drive that is gone would hold the menu up for many


def add(menu: QMenu, open_path: Callable[[Path], None]) -> None:
    """Add the recent files to a menu, read again each time that it opens."""
    foot = menu.addSeparator()
    shown: list[QAction] = []

    def fill() -> None:
        while shown:
            menu.removeAction(shown.pop())
        paths = [Path(text) for text in settings.load().recent]
        there = found(paths)
        for number, path in enumerate(paths, 1):
            action = QAction(_words(number, path), menu)
            action.setToolTip(str(path))
            action.setEnabled(path in there)
            action.triggered.connect(partial(open_path, path))
            shown.append(action)
        menu.insertActions(foot, shown)

    menu.aboutToShow.connect(fill)


def found(paths: Sequence[Path]) -> set[Path]:
    """Choose the files that are there; one whose drive does not answer counts as there.

    They are looked for side by side, and nobody waits for long.
    """
    missing: set[Path] = set()

    def look(path: Path) -> None:
        if not path.is_file():
            missing.add(path)

    lookers = [threading.Thread(target=look, args=(p,), daemon=True) for p in paths]
    for looker in lookers:
        looker.start()
    for looker in lookers:
        looker.join(_PATIENCE / len(lookers))
    return set(paths) - missing


def _words(number: int, path: Path) -> str:
    words = _("&{number} {name}  ({folder})")
    name, folder = (text.replace("&", "&&") for text in (path.stem, str(path.parent)))
    return words.format(number=number, name=name, folder=folder)
