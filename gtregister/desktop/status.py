"""The status bar: saved when, backed up when, how many are shown, what is running."""

from datetime import date, datetime
from pathlib import Path

from PySide6.QtWidgets import QStatusBar, QWidget

from gtregister.core import backup
from gtregister.desktop import style
from gtregister.desktop.tasks import Tasks
from gtregister.desktop.widgets.lines import line
from gtregister.desktop.widgets.progress import Progress
from gtregister.i18n import _, format_date


class Status(QStatusBar):
    """Only tells; nothing in it must be acted on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self._saved = line(_("Every change is saved at once"), "caption", quiet=True)
        self._backup = line("", "caption", quiet=True)
        self._count = line("", "caption", quiet=True)
        self._progress: Progress | None = None
        self.setContentsMargins(8, 0, 8, 0)
        for part in (self._saved, self._backup, self._count):
            part.setContentsMargins(0, 0, style.scaled(16), 0)
            self.addWidget(part)

    def show_running(self, tasks: Tasks) -> None:
        """Show what the worker is doing, from its first job on."""
        self._tasks = tasks
        tasks.began.connect(self._begin)

    def _begin(self, what: str) -> None:
        if self._progress is None:
            self._progress = Progress(self)
            self.addPermanentWidget(self._progress)
            self._tasks.stepped.connect(self._progress.show_step)
            self._tasks.ended.connect(self._progress.end)
            self._progress.cancelled.connect(self._tasks.cancel)
        self._progress.begin(what)

    def note_saved(self) -> None:
        """Say that something was saved just now."""
        said = _("Saved at {time}")
        self._saved.setText(said.format(time=f"{datetime.now():%H:%M}"))

    def show_backup(self, register: Path, *, can_write: bool) -> None:
        """Say when the newest backup was made."""
        newest = next(iter(backup.listed(register)), None)
        if not can_write:
            self._saved.setText(_("Open only to be read"))
        if newest is None:
            self._backup.setText(_("No backup yet"))
            return
        moment = datetime.fromtimestamp(newest.stat().st_mtime)
        today = moment.date() == date.today()
        said = _("Backup today at {time}") if today else _("Backup on {day}")
        day = "" if today else format_date(moment.date())
        self._backup.setText(said.format(time=f"{moment:%H:%M}", day=day))

    def show_count(self, words: str) -> None:
        """Say how many rows the page shows."""
        self._count.setText(words)
