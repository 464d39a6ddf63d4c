"""Lists: finding by keystroke, sorting, and going from page to page.

The floor of a keystroke is a Python list that is filtered on keys folded before, shown
by the same model and view and painted the same. The floor of sorting is Python's
`sorted` on the same rows. The other two are milliseconds against what a person takes
for at once: 16 for a keystroke's own work, 100 for a page.
"""

import os
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from gtregister.core.register import Register
from gtregister.core.roll.pupils import folded
from gtregister.desktop.main_window import MainWindow
from gtregister.desktop.widgets.table_list import TableList
from tests.desktop import given

_ROUNDS = 9
_PUPILS = 20_000
_USUAL = 2_000
_SOUGHT = ("z", "zi", "zie", "ziel", "ziel 7", "", "ahmed", "7a", "gifted", "")


def ratios() -> list[tuple[str, float, float]]:
    """Measure a register of 20,000 pupils in a window of 1280 by 800."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {"QT_QPA_PLATFORM": "offscreen", "XDG_CONFIG_HOME": folder}
        app = QApplication.instance() or QApplication([])
        assert isinstance(app, QApplication)
        found = _searching(Path(folder))
        seconds = _switching(Path(folder))
        return [*found, ("page switch, ms / 100", seconds * 10, 1.0)]


def _window(path: Path, pupils: int) -> MainWindow:
    given.filled(path, pupils, pupils)
    register = Register.open(path, "C Hall", today=given.TODAY)
    window = MainWindow(register, "register")
    window.show()
    QTest.qWait(200)
    return window


def _searching(folder: Path) -> list[tuple[str, float, float]]:
    window = _window(folder / "School.gtreg", _PUPILS)
    listing = window.listing()
    assert listing is not None
    listing.filters.find_box.setFocus()
    listing.model.prepare_to_find()
    found = _keystrokes(listing)
    found.append(("sort of 20,000 rows", _sorting(listing), 1.0))
    window.close()
    return found


def _switching(folder: Path) -> float:
    """Take the seconds of going to another page, in a school of usual size."""
    window = _window(folder / "Usual.gtreg", _USUAL)

    def switch() -> None:
        for place in ("today", "register"):
            window.go_to(place)
            window.repaint()

    switch()
    seconds = _seconds(switch) / 2
    window.close()
    return seconds


def _keystrokes(listing: TableList) -> list[tuple[str, float, float]]:
    view, model, box = listing.view, listing.model, listing.filters.find_box
    texts = model._rows._texts
    assert texts is not None

    def seek(sought: str) -> None:
        box.setText(sought)

    def floor(sought: str) -> None:
        rows = list(range(len(texts)))
        for word in map(folded, sought.split()):
            rows = [row for row in rows if word in texts[row]]
        model.beginResetModel()
        model._rows.numbers = rows
        model.endResetModel()

    def painted(seek: Callable[[str], None]) -> Callable[[], None]:
        def run() -> None:
            for sought in _SOUGHT:
                seek(sought)
                view.viewport().repaint()

        return run

    ours, least = [], []
    for _round in range(_ROUNDS):
        ours.append(_seconds(painted(seek), 1))
        least.append(_seconds(painted(floor), 1))
    ratio = statistics.median(ours) / statistics.median(least)

    def unpainted() -> None:
        for sought in _SOUGHT:
            seek(sought)

    work = _seconds(unpainted) / len(_SOUGHT) * 1000
    return [
        ("keystroke on 20,000 pupils, painted", ratio, 1.5),
        ("keystroke, own work, ms / 16", work / 16, 1.0),
    ]


def _sorting(listing: TableList) -> float:
    rows, layout = listing.model.table.rows, listing.view.layout_of_columns
    place = listing.model.table.position("surname")

    def floor() -> None:
        sorted(rows, key=lambda row: folded(str(row[place])))

    ours, least = [], []
    for _round in range(_ROUNDS):
        ours.append(_seconds(lambda: layout.sort(place), 1))
        least.append(_seconds(floor, 1))
    return statistics.median(ours) / statistics.median(least)


def _seconds(run: Callable[[], None], rounds: int = _ROUNDS) -> float:
    """Take the median time of some rounds."""
    times = []
    for _round in range(rounds):
        began = time.perf_counter()
        run()
        times.append(time.perf_counter() - began)
    return statistics.median(times)
