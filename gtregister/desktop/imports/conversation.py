"""What has been said about a file so far, and what the program makes of it."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from gtregister.core import exports
from gtregister.core.importing import imports, opened
from gtregister.core.importing.import_choices import Choices
from gtregister.core.importing.imports import Applied, Plan
from gtregister.core.importing.opened import Opened
from gtregister.desktop.imports import reads, result_page
from gtregister.desktop.imports.reads import Read
from gtregister.desktop.page import Desk
from gtregister.i18n import _
from gtregister.importers import Ask, Problem
from gtregister.table import Table

Cell = tuple[int, int]


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
        self.choices = Choices(remember=True)
        self.read: Read | None = None
        self.fixed: dict[Cell, Problem] = {}
        self._latest = 0
        self.is_busy = False
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

    def open(self, path: Path, choices: Choices | None = None) -> None:
        """Open a file in place of the one before."""
        step = self.desk.tasks.step
        said = _("Reading {name}…").format(name=path.name)
        self._start(
            lambda: opened.open_file(path, step),
            choices or Choices(remember=True),
            said,
        )

    def paste(self, text: str) -> None:
        """Take what was copied from a spreadsheet in place of a file."""
        self._start(
            lambda: opened.paste(text),
            Choices(remember=True),
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

    def uncorrect(self, cell: Cell) -> None:
        """Let a cell have its own text again."""
        self.fixed.pop(cell, None)
        rest = {c: t for c, t in self.choices.corrections.items() if c != cell}
        self.choose(replace(self.choices, corrections=rest))

    def apply(self) -> None:
        """Import what is planned."""
        if self.plan is None:
            return
        plan, step = self.plan, self.desk.tasks.step
        self._busy()
        self.desk.tasks.run(
            lambda register: imports.apply(register, plan, step),
            then=partial(self._tell, plan.source.name),
            what=_("Importing {name}…").format(name=plan.source.name),
        )

    def leave(self) -> None:
        """Let go of whatever the worker still finds; what is half done is put back."""
        self._latest += 1
        self._is_over = True
        if self.is_busy:
            self.desk.tasks.cancel()

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

    def _start(self, opens: Callable[[], Opened], choices: Choices, what: str) -> None:
        self._latest += 1
        self._busy()
        step = self.desk.tasks.step
        self.desk.tasks.run(
            lambda register: reads.begin(register, opens, choices, step),
            then=partial(self._take_file, self._latest),
            what=what,
        )

    def _take_file(self, turn: int, found: tuple[Opened, Read] | str) -> None:
        if turn != self._latest:
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
        self._busy()
        file, choices, step = self.opened, self.choices, self.desk.tasks.step
        self.desk.tasks.run(
            lambda register: reads.again(register, file, choices, step),
            then=partial(self._take, self._latest),
            what=_("Looking at {name}…").format(name=file.source.name),
        )

    def _take(self, turn: int, read: Read) -> None:
        if turn == self._latest:
            self.is_busy = False
            self.read = read
            self.planned.emit()

    def _tell(self, name: str, applied: Applied) -> None:
        result_page.announce(self.desk, name, applied)
        if not self._is_over:
            self.is_busy = False
            self.done.emit(applied)

    def _busy(self) -> None:
        self.is_busy = True
        self.began.emit()

    def _rest(self, _error: object = None) -> None:
        self.is_busy = False
        self.planned.emit()
