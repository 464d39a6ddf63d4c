"""Printing a list: its pages are made, shown, and only then printed."""

from dataclasses import replace
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from gtregister.core import exports
from gtregister.core.register import Register
from gtregister.desktop.page import Desk
from gtregister.i18n import N_, _, translated
from gtregister.table import Table
from gtregister.writers import Step, no_step

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from gtregister.desktop.exports.print_dialog import PrintDialog
    from gtregister.desktop.exports.print_options import Layout, Sheet


def show(
    desk: Desk, table: Table, facts: tuple[str, ...], whole: Table | None = None
) -> None:
    """Make the pages of a list and show them.

    `whole` has the columns that can be ticked besides; sensitive ones are not at first.
    """
    sheet = print_sheet(table, whole or table)
    desk.tasks.run(
        lambda register: pages_of(register, table, facts, desk.tasks.step),
        then=partial(_preview, desk, sheet, facts),
        what=_("Making the pages…"),
    )


def print_sheet(shown: Table, whole: Table) -> "Sheet":
    """Offer every column of a list to be printed."""
    from gtregister.desktop.exports.print_options import sheet_of

    return sheet_of(whole, shown)


def pages_of(
    register: Register,
    table: Table,
    facts: tuple[str, ...],
    step: Step = no_step,
    *,
    upright: bool = False,
    chosen: bool = False,
) -> bytes:
    """Make the pages of a list, as a PDF.

    Sensitive columns are left out, unless a person has `chosen` the columns.
    """
    if not chosen:
        table = table.without({c.key for c in table.columns if c.sensitive})
    # Writers write to files; this one is gone again before the pages are shown.
    with TemporaryDirectory() as folder:
        path = Path(folder, "pages.pdf")
        imprint = replace(exports.imprint(register, facts), upright=upright)
        exports.writer_for(path).write(table, imprint, path, step)
        return path.read_bytes()


def _preview(desk: Desk, sheet: "Sheet", facts: tuple[str, ...], pdf: bytes) -> None:
    from gtregister.desktop.exports.print_dialog import PrintDialog

    title = translated(sheet.table.title)
    dialog = PrintDialog(title, pdf, desk.window, sheet)
    dialog.asked_for.connect(partial(_lay_out, desk, dialog, sheet, facts))
    dialog.asked_to_print.connect(lambda p: put_on_paper(desk, title, dialog.pdf, p))
    dialog.asked_for_excel.connect(partial(_open_in_excel, desk, dialog, sheet, facts))
    dialog.saved.connect(partial(_saved, desk, title))
    dialog.open()


def _lay_out(
    desk: Desk,
    dialog: "PrintDialog",
    sheet: "Sheet",
    facts: tuple[str, ...],
    layout: "Layout",
) -> None:
    """Make the pages again as they are wanted now."""
    table = sheet.table.only(layout.columns)

    def show_pages(pdf: bytes) -> None:
        if shiboken6.isValid(dialog) and dialog.options.layout_wanted() == layout:
            dialog.show_pages(pdf)

    desk.tasks.run(
        lambda register: pages_of(
            register,
            table,
            facts,
            desk.tasks.step,
            upright=layout.upright,
            chosen=True,
        ),
        then=show_pages,
        what=_("Making the pages…"),
    )


def _open_in_excel(
    desk: Desk,
    dialog: "PrintDialog",
    sheet: "Sheet",
    facts: tuple[str, ...],
    path: Path,
) -> None:
    layout = dialog.options.layout_wanted()
    columns = layout.columns if layout else sheet.ticked
    table = sheet.table.only(columns)
    desk.tasks.run(
        lambda register: exports.save(
            register, table, path, facts=facts, sensitive=True, step=desk.tasks.step
        ),
        then=lambda _done: _open(desk, path),
        what=_("Saving {name}…").format(name=path.name),
    )


def _open(desk: Desk, path: Path) -> None:
    said = _("{name} is saved. Keep the file safe: it names pupils.")
    desk.notices.say(said.format(name=path.name), "success")
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def put_on_paper(desk: Desk, title: str, pdf: bytes, printer: "QPrinter") -> None:
    """Print pages off the window's thread, where Cancel stops them.

    The job keeps the printer: one that nobody refers to is taken away while it is
    drawn on, which ends the program.
    """
    from gtregister.desktop.exports import paper

    desk.tasks.run(
        lambda _register: paper.put(pdf, printer, desk.tasks.step),
        then=lambda _done: _printed(desk, title),
        what=_("Printing {title}…").format(title=title),
    )


def _printed(desk: Desk, title: str) -> None:
    _note(desk, N_("Printed"), title)
    desk.notices.say(
        _("{title} is sent to the printer.").format(title=title), "success"
    )


def _saved(desk: Desk, title: str, name: str) -> None:
    _note(desk, N_("Exported"), _("{title}, to {name}").format(title=title, name=name))
    desk.notices.say(
        _("{title} is saved to {name}.").format(title=title, name=name), "success"
    )


def _note(desk: Desk, what: str, about: str) -> None:
    """Log that data left the register, if anything can be written to it."""
    if desk.register.can_write:
        desk.tasks.run(partial(_log, what=what, about=about))


def _log(register: Register, what: str, about: str) -> None:
    with register.change(what, about=about):
        pass
