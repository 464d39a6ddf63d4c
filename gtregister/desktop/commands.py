"""What the actions of the main window do to the page that is shown.

Each loads what it needs when it is first used, so that the window opens sooner.
"""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from gtregister.desktop import looks
from gtregister.desktop.page import Desk
from gtregister.desktop.status import Status
from gtregister.errors import UserError
from gtregister.i18n import _
from gtregister.table import Table

if TYPE_CHECKING:
    from gtregister.desktop.widgets.table_list import TableList
    from gtregister.desktop.widgets.table_view import TableView


def connect(desk: Desk) -> None:
    """Make the actions of a window do what they say."""
    actions = desk.actions
    for action, command in (
        (actions.bring_in, _bring_in),
        (actions.export, _export),
        (actions.print, _print),
        (actions.save, _say_saved),
        (actions.save_copy, _save_copy),
        (actions.undo, _undo),
        (actions.redo, _redo),
        (actions.copy, _copy),
        (actions.select_all, _select_all),
        (actions.find, _find),
        (actions.find_any, _find_any),
        (actions.larger, partial(_resize_text, steps=1)),
        (actions.smaller, partial(_resize_text, steps=-1)),
        (actions.normal, partial(_resize_text, steps=0)),
        (actions.discreet, _be_discreet),
        (actions.roster, _show_roster),
        (actions.add_pupil, _add_pupil),
        (actions.new_referral, _note_referral),
        (actions.new_activity, _plan_activity),
        (actions.import_history, _show_imports),
        (actions.history, _show_history),
        (actions.check, _check),
        (actions.back_up, _back_up),
        (actions.new_year, _start_year),
        (actions.policy, _show_policy),
        (actions.help, _help),
        (actions.search_help, _search_help),
        (actions.keys, _show_keys),
        (actions.about, _about),
    ):
        action.triggered.connect(partial(command, desk))
    actions.discreet.setChecked(desk.is_discreet)


def _bring_in(desk: Desk) -> None:
    from gtregister.desktop.imports import importing

    importing.choose(desk)


def _export(desk: Desk) -> None:
    from gtregister.desktop.exports import exporting

    listing = _listing(desk)
    exporting.choose(desk, listing.rows_shown(), desk.page().facts())


def _print(desk: Desk) -> None:
    from gtregister.desktop.exports import printing

    listing = _listing(desk)
    facts = desk.page().facts()
    printing.show(desk, listing.shown(), facts, listing.rows_shown())


def _listing(desk: Desk) -> "TableList":
    """Give what is listed; on a page without a list it is the register."""
    if desk.page().listing is None:
        desk.go_to("register")
    listing = desk.page().listing
    if listing is None or not listing.model.rowCount():
        raise UserError(
            _("There is nothing to print or export yet: the list is empty.")
        )
    return listing


def _say_saved(desk: Desk) -> None:
    bar = desk.window.statusBar()
    how = bar.saved() if isinstance(bar, Status) else ""
    said = _("Already saved. {how}.").format(how=how)
    if not desk.register.can_write:
        said = _("Nothing can be changed here, so there is nothing to save.")
    desk.notices.say(said, "note", [desk.actions.save_copy])


def _save_copy(desk: Desk) -> None:
    from gtregister.desktop.backups import copying

    copying.save_copy(desk)


def _undo(desk: Desk) -> None:
    from gtregister.desktop.history import undoing

    undoing.undo_last(desk)


def _redo(desk: Desk) -> None:
    from gtregister.desktop.history import undoing

    undoing.redo_last(desk)


def _copy(desk: Desk) -> None:
    if view := _view(desk):
        view.copy()


def _select_all(desk: Desk) -> None:
    if view := _view(desk):
        view.setFocus()
        view.selectAll()


def _view(desk: Desk) -> "TableView | None":
    from gtregister.desktop.widgets.table_view import TableView

    focus = QApplication.focusWidget()
    if isinstance(focus, TableView):
        return focus
    listing = desk.page().listing
    return listing.view if listing else None


def _find(desk: Desk) -> None:
    if (listing := desk.page().listing) is None:
        desk.go_to("register")
        listing = desk.page().listing
    if listing is not None:
        listing.filters.find_box.setFocus()
        listing.filters.find_box.selectAll()


def _find_any(desk: Desk) -> None:
    from gtregister.desktop.finding import find_dialog

    find_dialog.show(desk)


def _be_discreet(desk: Desk) -> None:
    looks.choose(discreet=not desk.is_discreet)
    desk.restyle()
    desk.actions.discreet.setChecked(desk.is_discreet)
    desk.actions.refresh.trigger()


def _resize_text(desk: Desk, steps: int) -> None:
    """Make the text larger or smaller by a step; 0 makes it as it was at first."""
    if steps:
        looks.larger(steps)
    else:
        looks.choose(text_size=100)
    desk.restyle()


def _show_imports(desk: Desk) -> None:
    from gtregister.desktop.history import import_history_window

    import_history_window.show(desk)


def _show_history(desk: Desk) -> None:
    from gtregister.desktop.history import history_window

    history_window.show(desk)


def _check(desk: Desk) -> None:
    from gtregister.desktop.backups import copying

    copying.check(desk)


def _back_up(desk: Desk) -> None:
    from gtregister.desktop.backups import copying

    copying.back_up(desk)


def _start_year(desk: Desk) -> None:
    from gtregister.desktop.new_year import new_year_dialog

    new_year_dialog.show(desk)


def _show_policy(desk: Desk) -> None:
    desk.go_to("candidates", {"policy": True})


def _show_roster(desk: Desk) -> None:
    desk.go_to("activities", {"do": "roster"})


def _add_pupil(desk: Desk) -> None:
    from gtregister.desktop.pupils import pupil_deeds

    pupil_deeds.add_pupil(desk)


def _note_referral(desk: Desk) -> None:
    desk.go_to("referrals", {"do": "new"})


def _plan_activity(desk: Desk) -> None:
    desk.go_to("activities", {"do": "new"})


def _help(desk: Desk) -> None:
    from gtregister.desktop.help import help_window

    help_window.show(desk, desk.place())


def _search_help(desk: Desk) -> None:
    from gtregister.desktop.help import help_window

    help_window.show(desk, desk.place()).search()


def _show_keys(desk: Desk) -> None:
    from gtregister.desktop.help import help_window

    help_window.show(desk, help_window.KEYS)


def _about(desk: Desk) -> None:
    from gtregister.desktop.help import about

    about.show(desk.window)


def show_pupil(desk: Desk, pupil_id: int) -> None:
    """Open the window of one pupil."""
    from gtregister.desktop.pupils import pupil_window

    pupil_window.show(desk, pupil_id)


def print_list(desk: Desk, table: Table, facts: tuple[str, ...]) -> None:
    """Show the pages of a list that no page shows."""
    from gtregister.desktop.exports import printing

    printing.show(desk, table, facts)


def put_back(desk: Desk, change: int) -> None:
    """Undo one change, whichever came after it."""
    from gtregister.desktop.history import undoing

    undoing.undo_change(desk, change)


def bring_in(desk: Desk, path: Path) -> None:
    """Show what importing a file would do, if anything can come in."""
    if desk.register.can_write:
        from gtregister.desktop.imports import importing

        importing.plan(desk, path)
