"""What the title, the rail, the status bar and the Edit menu say of a register."""

from functools import partial

from gtregister.core import school
from gtregister.desktop import style
from gtregister.desktop.page import Desk, page_of
from gtregister.desktop.place import places
from gtregister.desktop.status import Status
from gtregister.desktop.widgets.rail import Rail
from gtregister.i18n import _, format_academic_year, format_number


def tell_school(desk: Desk, status: Status) -> None:
    """Name the school and the year in the title, and say if it is made up."""
    found = school.of(desk.register)
    said = _("{school} {year} - gtregister")
    year = format_academic_year(found.academic_year)
    desk.window.setWindowTitle(said.format(school=found.name, year=year))
    status.show_marks(is_sample=found.is_made_up, is_discreet=style.is_discreet())


def tell_state(desk: Desk, status: Status, rail: Rail) -> None:
    """Say how many wait on each page, when there was a backup, and what can be undone.

    It needs dates and numbers in words, which are slow to load.
    """
    for place in (key for key, place in places().items() if place.counts):
        page = page_of(place)
        count = page.count(desk.register)
        if count is None:
            # Until it is counted, the number that was shown stays.
            desk.tasks.run(page.count_slowly, then=partial(_show_count, rail, place))
        else:
            _show_count(rail, place, count)
    status.show_backup(desk.register.path, can_write=desk.register.can_write)
    name_undo(desk)


def _show_count(rail: Rail, place: str, count: int) -> None:
    rail.show_count(place, format_number(count) if count else "")


def name_undo(desk: Desk) -> None:
    """Say in Edit > Undo and Edit > Redo what they would do."""
    from gtregister.desktop.history import undoing

    can_write = desk.register.can_write
    words = undoing.words(desk)
    undo, redo = desk.actions.undo, desk.actions.redo
    undo.setEnabled(words is not None and can_write)
    undo.setText(_("&Undo {what}").format(what=words) if words else _("&Undo"))
    words = undoing.redo_words(desk)
    redo.setEnabled(words is not None and can_write)
    redo.setText(_("&Redo {what}").format(what=words) if words else _("&Redo"))
