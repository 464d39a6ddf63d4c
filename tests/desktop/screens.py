"""Draw every page and dialog to PNG files: `python -m tests.desktop.screens OUT`.

They are drawn offscreen, in a window of 1366 by 768, light and dark, with text of 100
and 200 %, and in a language that is 40 % longer, from the shipped sample school. To
look at them is the test; it ends with 1 if words of any of them are cut off.
"""

import contextlib
import io
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from gtregister import cli, resources
from gtregister.core import school
from gtregister.core.register import Register
from gtregister.core.school import School
from gtregister.desktop import problems, style
from gtregister.desktop.backups.restore_dialog import RestoreDialog
from gtregister.desktop.crash_dialog import CrashDialog
from gtregister.desktop.finding.find_dialog import FindDialog
from gtregister.desktop.help.help_window import KEYS, HelpWindow
from gtregister.desktop.history.history_window import HistoryWindow
from gtregister.desktop.history.import_history_window import ImportHistoryWindow
from gtregister.desktop.imports import importing
from gtregister.desktop.main_window import MainWindow
from gtregister.desktop.place import places
from gtregister.desktop.welcome.register_dialog import RegisterDialog
from gtregister.desktop.welcome.welcome_window import WelcomeWindow
from gtregister.errors import UserError
from tests.desktop import audit, feature_screens, longer

TODAY = date(2026, 11, 23)
SEPTEMBER = date(2027, 9, 6)  # when a new school year has begun
WINDOW = (1366, 728)  # what a task bar leaves of a small laptop's screen
LOOKS = (("light", 100), ("dark", 100), ("light", 200), ("dark", 200))

Shot = tuple[str, QWidget]


def main(out: str) -> int:
    """Draw every page and dialog in every look into a folder."""
    folder = Path(out)
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication(sys.argv[:1])
    with tempfile.TemporaryDirectory() as temporary:
        os.environ["XDG_CONFIG_HOME"] = temporary
        sample, new = _sample(Path(temporary)), _new(Path(temporary))
        wrong: list[str] = []
        for theme, size in LOOKS:
            style.apply(app, theme, size)
            look = theme if size == 100 else f"{theme}-{size}"
            wrong += _draw(folder, look, sample, new)
        style.apply(app, "light", 100)
        with longer.spoken():
            wrong += _draw(folder, "longer", sample, new)
    sys.stdout.write("".join(f"{line}\n" for line in wrong))
    return 1 if wrong else 0


def _draw(folder: Path, look: str, sample: Path, new: Path) -> list[str]:
    """Draw everything in one look; gives what is cut off."""
    wrong = []
    for name, widget in _shots(sample, new):
        _settle()
        widget.grab().save(str(folder / f"{name}-{look}.png"))
        wrong += [f"{name}-{look} cuts off {w}" for w in audit.cut_off(widget)]
    return wrong


def _sample(folder: Path) -> Path:
    with contextlib.redirect_stdout(io.StringIO()):
        cli.run(["sample", str(folder / "sample"), "--by", "C Hall"])
    return next((folder / "sample").glob("*.gtreg"))


def _new(folder: Path) -> Path:
    path = folder / "Greenfield.gtreg"
    greenfield = School("Greenfield Academy", academic_year=2026)
    school.create(path, greenfield, "C Hall", TODAY)
    return path


def _shots(sample: Path, new: Path) -> Iterator[Shot]:
    yield from _pages(sample)
    yield from _states(sample)
    yield from _without_pupils(new)
    yield from _windows()


def _pages(sample: Path) -> Iterator[Shot]:
    with _window(Register.open(sample, "C Hall", today=TODAY)) as window:
        for place in places():
            window.go_to(place)
            yield f"page-{place}", window
        window.go_to("register")
        for name, dialog in _dialogs(window):
            yield name, _shown(dialog)
            dialog.close()
        box = problems.show(window, UserError("Row 31: “31/02/2014” is not a date."))
        yield "problem", box
        box.close()
        yield "print", _modal(window.desk.actions.print.trigger)
        QApplication.activeModalWidget().close()
        yield from feature_screens.of_identification(window, _modal)
        yield from feature_screens.of_pupils(window)
        yield from feature_screens.of_activities(window, _modal)
        yield from feature_screens.of_letters(window, _modal)


def _dialogs(window: MainWindow) -> Iterator[Shot]:
    helps = HelpWindow(window.desk.actions, window)
    helps.show_page("register")
    yield "help", helps
    keys = HelpWindow(window.desk.actions, window)
    keys.show_page(KEYS)
    yield "help-keys", keys
    find = FindDialog(window.desk)
    find.field.setText("ha")
    yield "find", find
    yield "history", HistoryWindow(window.desk)
    yield "import-history", ImportHistoryWindow(window.desk)
    yield "restore", RestoreDialog(window.desk)


def _states(sample: Path) -> Iterator[Shot]:
    with _window(Register.open(sample, "C Hall", today=TODAY), "register") as window:
        listing = window.listing()
        listing.view.selectRow(2)
        listing.view.setFocus()
        window._overlay.say("Drop to see what importing Pupil list.xlsx would do")
        yield "drop", window
        window._overlay.hide()
        window.notices.say(
            "Pupil list.xlsx is imported: 12 pupils added, 3 changed.",
            "success",
            [window.desk.actions.undo],
        )
        listing.filters.find_box.setText("sa")
        yield "notice", window
        listing.filters.find_box.setText("nobody of this name")
        yield "nothing-found", window
        holder = window.register._lock.owner
        reading = Register.open_to_read(sample, "B Patel", today=TODAY, holder=holder)
        with _window(reading, "register") as second:
            yield "locked", second
    with _window(Register.open(sample, "C Hall", today=SEPTEMBER)) as window:
        yield "today-new-year", window
        yield "new-year", _modal(window.desk.actions.new_year.trigger)
        QApplication.activeModalWidget().close()


def _without_pupils(new: Path) -> Iterator[Shot]:
    with _window(Register.open(new, "C Hall", today=TODAY)) as window:
        for place in places():
            window.go_to(place)
            yield f"new-{place}", window
        for name in ("Pupil list.xlsx", "KS2 Year 10.csv", "ks2_results.csv"):
            source = resources.ROOT / "sample" / name
            yield (
                f"import-{Path(name).stem}",
                _modal(lambda path=source: importing.plan(window.desk, path)),
            )
            QApplication.activeModalWidget().close()


def _windows() -> Iterator[Shot]:
    welcome = WelcomeWindow()
    welcome.resize(960, 640)
    yield "welcome", _shown(welcome)
    welcome.show_set_up()
    yield "welcome-set-up", welcome
    yield "new-register-dialog", _shown(RegisterDialog())
    yield (
        "crash",
        _shown(
            CrashDialog("  core/identifying/entries.py, line 83, in table\nKeyError")
        ),
    )


@contextlib.contextmanager
def _window(register: Register, place: str = "today") -> Iterator[MainWindow]:
    window = MainWindow(register, place)
    window.resize(*WINDOW)
    window.show()
    _settle()
    yield window
    window.close()


def _shown(widget: QWidget) -> QWidget:
    widget.show()
    return widget


def _modal(ask: Callable[[], None]) -> QWidget:
    """Do what opens a dialog in a while, and wait for it."""
    ask()
    for _moment in range(600):
        QTest.qWait(50)
        if (dialog := QApplication.activeModalWidget()) is not None:
            QTest.qWait(500)
            return dialog
    sys.exit("A dialog did not open.")


def _settle() -> None:
    """Wait until every job has come back and what it brought is laid out."""
    for _moment in range(600):
        QTest.qWait(100)
        windows = QApplication.topLevelWidgets()
        if not any(isinstance(w, MainWindow) and w.tasks.is_busy for w in windows):
            break
    QTest.qWait(100)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:2]))
