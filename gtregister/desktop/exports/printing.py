"""Printing a list: its pages are made, shown, and only then printed."""

from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from gtregister.core import exports
from gtregister.core.register import Register
from gtregister.desktop.page import Desk
from gtregister.i18n import N_, _, translated
from gtregister.table import Table

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter


def show(desk: Desk, table: Table, facts: tuple[str, ...]) -> None:
    """Make the pages of a list and show them."""
    desk.tasks.run(
        lambda register: pages_of(register, table, facts),
        then=partial(_preview, desk, table),
        what=_("Making the pages…"),
    )


def pages_of(register: Register, table: Table, facts: tuple[str, ...]) -> bytes:
    """Make the pages of a list, as a PDF without its sensitive columns."""
    table = table.without({column.key for column in table.columns if column.sensitive})
    # Writers write to files; this one is gone again before the pages are shown.
    with TemporaryDirectory() as folder:
        path = Path(folder, "pages.pdf")
        imprint = exports.imprint(register, facts)
        exports.writer_for(path).write(table, imprint, path)
        return path.read_bytes()


def _preview(desk: Desk, table: Table, pdf: bytes) -> None:
    from gtregister.desktop.exports.print_dialog import PrintDialog

    title = translated(table.title)
    dialog = PrintDialog(title, pdf, desk.window)
    dialog.asked_to_print.connect(partial(put_on_paper, desk, title, pdf))
    dialog.saved.connect(partial(_saved, desk, title))
    dialog.open()


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
