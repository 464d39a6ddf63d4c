"""What the actions of the main window do to the page that is shown.

Each loads what it needs when it is first used, so that the window opens sooner.
"""

from PySide6.QtWidgets import QApplication

from gtregister.desktop import looks
from gtregister.desktop.page import Desk
from gtregister.desktop.widgets.table_list import TableList
from gtregister.desktop.widgets.table_view import TableView
from gtregister.errors import UserError
from gtregister.i18n import _


class Commands:
    """Connects the actions of a window; they work as long as this is kept."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        actions = desk.actions
        for action, command in (
            (actions.bring_in, self._bring_in),
            (actions.export, self._export),
            (actions.print, self._print),
            (actions.undo, self._undo),
            (actions.copy, self._copy),
            (actions.select_all, self._select_all),
            (actions.find, self._find),
            (actions.larger, self._larger),
            (actions.smaller, self._smaller),
            (actions.normal, self._normal),
            (actions.help, self._help),
            (actions.about, self._about),
        ):
            action.triggered.connect(command)

    def _bring_in(self) -> None:
        from gtregister.desktop.imports import importing

        importing.choose(self._desk)

    def _export(self) -> None:
        from gtregister.desktop.exports import exporting

        listing = self._listing()
        exporting.choose(self._desk, listing.rows_shown(), self._desk.page().facts())

    def _print(self) -> None:
        from gtregister.desktop.exports import printing

        listing = self._listing()
        printing.show(self._desk, listing.shown(), self._desk.page().facts())

    def _listing(self) -> TableList:
        """Give what is listed; on a page without a list it is the register."""
        if self._desk.page().listing is None:
            self._desk.go_to("register")
        listing = self._desk.page().listing
        if listing is None or not listing.model.rowCount():
            said = _("There is nothing to print or export yet: the list is empty.")
            raise UserError(said)
        return listing

    def _undo(self) -> None:
        from gtregister.desktop.history import undoing

        undoing.undo_last(self._desk)

    def _copy(self) -> None:
        if view := self._view():
            view.copy()

    def _select_all(self) -> None:
        if view := self._view():
            view.setFocus()
            view.selectAll()

    def _view(self) -> TableView | None:
        focus = QApplication.focusWidget()
        if isinstance(focus, TableView):
            return focus
        listing = self._desk.page().listing
        return listing.view if listing else None

    def _find(self) -> None:
        if (listing := self._desk.page().listing) is None:
            self._desk.go_to("register")
            listing = self._desk.page().listing
        if isinstance(listing, TableList):
            listing.filters.find_box.setFocus()
            listing.filters.find_box.selectAll()

    def _larger(self) -> None:
        looks.larger(1)
        self._desk.restyle()

    def _smaller(self) -> None:
        looks.larger(-1)
        self._desk.restyle()

    def _normal(self) -> None:
        looks.choose(text_size=100)
        self._desk.restyle()

    def _help(self) -> None:
        from gtregister.desktop.help import help_window

        help_window.show(self._desk)

    def _about(self) -> None:
        from gtregister.desktop.help import about

        about.show(self._desk.window)


def name_undo(desk: Desk) -> None:
    """Say in Edit > Undo what it would put back."""
    from gtregister.desktop.history import undoing

    words = undoing.words(desk)
    undo = desk.actions.undo
    undo.setEnabled(words is not None and desk.register.can_write)
    undo.setText(_("&Undo {what}").format(what=words) if words else _("&Undo"))
