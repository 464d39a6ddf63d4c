"""The status bar: saved when, backed up when, how many are shown, what is running."""

from datetime import date, datetime
from pathlib import Path

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QStatusBar, QWidget

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
        self._progress: Progress | None = None
        self._saved = line(_("Every change is saved at once"), "caption", quiet=True)
        self._backup = line("", "caption", quiet=True)
        self._count = line("", "caption", quiet=True)
        self.setContentsMargins(8, 0, 8, 0)
        for part in (self._saved, self._backup, self._count):
            part.setContentsMargins(0, 0, style.scaled(16), 0)
            self.addWidget(part)
        self._sample = self._mark(_("Sample school"))
        self._discreet = self._mark(_("Discreet view"))
        for part in self._by_weight():
            part.setMinimumWidth(1)  # rather hidden than making the window wide

    def _by_weight(self) -> tuple[QLabel, ...]:
        """Name the parts, those first that a narrow window can do without."""
        return (self._backup, self._sample, self._count, self._discreet, self._saved)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Hide what there is no room for, rather than cut its words off."""
        wanted = [part for part in self._by_weight() if self._is_wanted(part)]
        room = self.width() - style.scaled(48)
        if self._progress is not None:
            room -= self._progress.sizeHint().width()
        needed = sum(part.sizeHint().width() for part in wanted)
        for part in self._by_weight():
            part.setVisible(part in wanted and needed <= room)
            if part in wanted and needed > room:
                needed -= part.sizeHint().width()

    def _is_wanted(self, part: QLabel) -> bool:
        return bool(part.text()) and part.property("wanted") is not False

    def _mark(self, words: str) -> QLabel:
        """Make a sign at the right end that is shown while something is so."""
        mark = line(words, "caption")
        mark.setContentsMargins(style.scaled(16), 0, style.scaled(8), 0)
        mark.setProperty("wanted", False)
        self.addPermanentWidget(mark)
        return mark

    def show_marks(self, *, is_sample: bool, is_discreet: bool) -> None:
        """Say whether the school is made up, and whether the view is discreet."""
        self._sample.setProperty("wanted", is_sample)
        self._discreet.setProperty("wanted", is_discreet)
        self._fit()

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
            self._progress.resized.connect(self._fit)
        self._progress.begin(what)

    def note_saved(self) -> None:
        """Say that something was saved just now."""
        said = _("Saved at {time}")
        self._saved.setText(said.format(time=f"{datetime.now():%H:%M}"))
        self._fit()

    def saved(self) -> str:
        """Say when something was saved last."""
        return self._saved.text()

    def show_backup(self, register: Path, *, can_write: bool) -> None:
        """Say when the newest backup was made."""
        newest = next(iter(backup.listed(register)), None)
        if not can_write:
            self._saved.setText(_("Open only to be read"))
        self._backup.setText(_of_backup(backup.made_at(newest) if newest else None))
        self._fit()

    def show_count(self, words: str) -> None:
        """Say how many rows the page shows."""
        self._count.setText(words)
        self._fit()


def _of_backup(moment: datetime | None) -> str:
    if moment is None:
        return _("No backup yet")
    today = moment.date() == date.today()
    said = _("Backup today at {time}") if today else _("Backup on {day}")
    day = "" if today else format_date(moment.date())
    return said.format(time=f"{moment:%H:%M}", day=day)
