"""Bringing a file in: choose it, see what would change, import it, or not."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog

from gtregister.core import school
from gtregister.desktop.page import Desk
from gtregister.i18n import _, ngettext

if TYPE_CHECKING:
    from gtregister.core.imports import Applied, Choices, Plan

# What compares names takes a moment to load, so core.imports waits until it is needed.

# What the readers of files can open.
SUFFIXES = (".xlsx", ".xlsm", ".xls", ".ods", ".csv", ".tab", ".tsv", ".txt", ".xml")


def can_read(path: Path) -> bool:
    """Say whether a file may be one to import, by its ending."""
    return path.suffix.lower() in SUFFIXES


def choose(desk: Desk) -> None:
    """Ask for a file and show what importing it would do."""
    endings = " ".join(f"*{suffix}" for suffix in SUFFIXES)
    kinds = _("Spreadsheets and lists ({endings})").format(endings=endings)
    chosen, _kind = QFileDialog.getOpenFileName(
        desk.window, _("Import a file"), "", f"{kinds};;{_('All files')} (*)"
    )
    if chosen:
        plan(desk, Path(chosen))


def plan(desk: Desk, path: Path, choices: Choices | None = None) -> None:
    """Work out what importing a file would do, then ask."""
    from gtregister.core import imports

    step = desk.tasks.step
    choices = choices or imports.Choices()
    desk.tasks.run(
        lambda register: imports.plan(register, path, choices, step),
        then=partial(_ask, desk, choices),
        what=_("Reading {name}…").format(name=path.name),
    )


def _ask(desk: Desk, choices: Choices, found: Plan) -> None:
    from gtregister.desktop.imports.import_dialog import ImportDialog

    year = school.of(desk.register).academic_year or date.today().year
    dialog = ImportDialog(found, choices, year, desk.window)
    dialog.agreed.connect(partial(_apply, desk, found))
    dialog.asked_again.connect(partial(plan, desk, found.source))
    dialog.open()


def _apply(desk: Desk, agreed: Plan) -> None:
    from gtregister.core import imports

    desk.tasks.run(
        lambda register: imports.apply(register, agreed),
        then=partial(_tell, desk, agreed.source.name),
        what=_("Importing {name}…").format(name=agreed.source.name),
    )


def _tell(desk: Desk, name: str, applied: Applied) -> None:
    """Say what came of it, with Undo beside it."""
    if applied.import_id is None:
        said = _("{name} changed nothing: the register holds all of it already.")
        desk.notices.say(said.format(name=name), "note")
        return
    counts = applied.counts
    added = ngettext("{n} pupil added", "{n} pupils added", counts.new_pupils)
    changed = ngettext("{n} changed", "{n} changed", counts.changed_pupils)
    results = counts.new_results + counts.changed_results
    stored = ngettext("{n} result stored", "{n} results stored", results)
    said = _("{name} is imported: {added}, {changed}, {stored}.")
    text = said.format(name=name, added=added, changed=changed, stored=stored)
    undo = QAction(_("&Undo import"), desk.notices)
    undo.triggered.connect(desk.actions.undo.trigger)
    desk.notices.say(text, "success", [undo])
