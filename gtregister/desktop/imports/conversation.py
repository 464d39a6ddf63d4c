"""What has been said about a file so far, and what the program makes of it."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from threading import Event

from PySide6.QtCore import QObject, Signal

from gtregister.core import exports
from gtregister.core.importing import imports, opened
from gtregister.core.importing.import_choices import Choices
from gtregister.core.importing.imports import Applied, Plan
from gtregister.core.importing.opened import Opened
from gtregister.desktop.imports import reads, result_page
from gtregister.desktop.imports.reads import Read
from gtregister.desktop.page import Desk
from gtregister.errors import Cancelled
from gtregister.i18n import _
from gtregister.importers import Ask, Problem, Step
from gtregister.table import Table

Cell = tuple[int, int]
# A person is there who can be asked, and who sees what is remembered.
_BEGINNING = Choices(remember=True, asks_names=True)


class Conversation(QObject):
    """Holds the file and the answers, and plans again after each answer.

    Everything is read on the worker. Only the latest of several plans is taken.
    """

    began = Signal()  # the worker is asked something
    planned = Signal()  # there is a new `read`
    refused = Signal(str)  # a file could not be opened; what was there stays
    done = Signal(object)  # Applied

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.opened: Opened | None = None
        self.choices = _BEGINNING
        self.read: Read | None = None
        self.fixed: dict[Cell, Problem] = {}
        self._latest = 0
        self._overtaken = 0  # jobs whose answer nobody wants any more
        self._halt = Event()  # stops the job that runs, or waits to
        self.is_busy = False
        self.is_importing = False
        self._is_over = False
        self._remembered: Ask | None = None
        desk.tasks.stopped.connect(self._rest)
        desk.tasks.refused.connect(self._rest)

    @property
    def is_remembered(self) -> bool:
        """Say whether the columns are what was said of such a file before."""
        return self._remembered is not None and self._remembered == self.choices.ask

    @property
    def plan(self) -> Plan | None:
        """Give what an import would do, if the file can be read."""
        return self.read.plan if self.read else None

    def open(self, path: Path, encoding: str | None = None) -> None:
        """Open a file in place of the one before; a text file in an encoding."""
        said = _("Reading {name}…").format(name=path.name)
        choices = replace(_BEGINNING, ask=Ask(encoding=encoding))
        self._start(partial(_opened, path, encoding), choices, said)

    def read_letters_as(self, encoding: str | None) -> None:
        """Read the same text file anew in an encoding; None finds it out."""
        if self.opened is not None and encoding != self.choices.ask.encoding:
            self.open(self.opened.source, encoding)

    def paste(self, text: str) -> None:
        """Take what was copied from a spreadsheet in place of a file."""
        self._start(
            lambda _step: opened.paste(text),
            _BEGINNING,
            _("Reading the clipboard…"),
        )

    def ask(self, **said: object) -> None:
        """Say something else about the file itself: its sheet, its kind, its columns.

        What was said about single rows and cells may then be about others.
        """
        ask = replace(self.choices.ask, **said)  # type: ignore[arg-type]  # whoever calls names fields of Ask
        if ask == self.choices.ask:
            return
        if {"sheet", "heading_row"} & said.keys():
            self.fixed.clear()
            self.choices = replace(self.choices, corrections={}, answers={})
        self.choices = replace(self.choices, ask=ask)
        self._plan_again()

    def choose(self, choices: Choices) -> None:
        """Say something else about the import."""
        if choices != self.choices:
            self.choices = choices
            self._plan_again()

    def answer(self, answers: Mapping[int, str | None]) -> None:
        """Answer rows that ask; None takes an answer back."""
        kept = {row: a for row, a in self.choices.answers.items() if row not in answers}
        kept |= {row: answer for row, answer in answers.items() if answer is not None}
        self.choose(replace(self.choices, answers=kept))

    def correct(
        self, cells: Mapping[Cell, str], problems: Mapping[Cell, Problem]
    ) -> None:
        """Give cells another text, and remember what was wrong with them."""
        self.fixed.update(problems)
        self.choose(
            replace(self._pinned(), corrections={**self.choices.corrections, **cells})
        )

    def apply(self) -> None:
        """Import what is planned."""
        if self.plan is None:
            return
        plan, step = self.plan, self._begin()
        self.is_importing = True
        self.desk.tasks.run(
            lambda register: imports.apply(register, plan, step),
            then=partial(self._tell, plan.source.name),
            what=_("Importing {name}…").format(name=plan.source.name),
        )

    def stop(self) -> None:
        """Stop what runs; what is half done is put back."""
        self._halt.set()

    def leave(self) -> None:
        """Let go of whatever the worker still finds; what is half done is put back."""
        self._latest += 1
        self._is_over = True
        if self.is_busy:
            self.stop()

    def export(self, table: Table, path: Path) -> None:
        """Save a list of what the register has; that it left is logged in it."""
        self.desk.tasks.run(
            lambda register: exports.save(register, table, path),
            then=lambda _done: self._plan_again(),
            what=_("Saving {name}…").format(name=path.name),
        )

    def _pinned(self) -> Choices:
        """Keep to the sheet that was read, since cells of it are spoken of."""
        sheet = self.plan.reading.sheet if self.plan else self.choices.ask.sheet
        return replace(self.choices, ask=replace(self.choices.ask, sheet=sheet))

    def _start(
        self, opens: Callable[[Step], Opened], choices: Choices, what: str
    ) -> None:
        self._latest += 1
        step = self._begin()
        self.desk.tasks.run(
            lambda register: reads.begin(register, partial(opens, step), choices, step),
            then=partial(self._take_file, self._latest),
            what=what,
        )

    def _take_file(self, turn: int, found: tuple[Opened, Read] | str) -> None:
        if turn != self._latest:
            self._overtaken -= 1
            return
        self.is_busy = False
        if isinstance(found, str):
            self.refused.emit(found)
            return
        self.fixed.clear()
        self.opened, self.read = found
        self.choices = self.read.choices
        self._remembered = self.read.remembered
        self.planned.emit()

    def _plan_again(self) -> None:
        if self.opened is None or self._is_over:
            return
        self._latest += 1
        file, choices, step = self.opened, self.choices, self._begin()
        self.desk.tasks.run(
            lambda register: reads.again(register, file, choices, step),
            then=partial(self._take, self._latest),
            what=_("Looking at {name}…").format(name=file.source.name),
        )

    def _take(self, turn: int, read: Read) -> None:
        if turn != self._latest:
            self._overtaken -= 1
            return
        self.is_busy = False
        self.read = read
        self.planned.emit()

    def _tell(self, name: str, applied: Applied) -> None:
        result_page.announce(self.desk, name, applied)
        self.is_importing = False
        if not self._is_over:
            self.is_busy = False
            self.done.emit(applied)

    def _begin(self) -> Step:
        """Take note that the worker is asked something; give what stops it."""
        if self.is_busy:
            self._overtaken += 1
            self.stop()
        self._halt = Event()
        self.is_busy = True
        self.began.emit()
        return partial(_step, self._halt, self.desk.tasks.step)

    def _rest(self, _error: object = None) -> None:
        if self._overtaken:
            self._overtaken -= 1
            return
        self.is_busy = False
        was_importing, self.is_importing = self.is_importing, False
        self.planned.emit()
        if was_importing and _error is None:
            self.refused.emit(
                _("The import was stopped. The register is as it was before.")
            )


def _opened(path: Path, encoding: str | None, step: Step) -> Opened:
    return opened.open_file(path, step, encoding)


def _step(halt: Event, report: Step, done: int, of: int) -> None:
    """Report progress; raises Cancelled if this very job is to stop."""
    if halt.is_set():
        raise Cancelled
    report(done, of)
