"""What else can be done with an activity: copied, cancelled, put into calendars."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from gtregister.core.enrichment import (
    activities,
    activity_copies,
    session_calendar,
    suggestions,
)
from gtregister.core.enrichment.activities import STATUSES
from gtregister.core.enrichment.activity_copies import Copied
from gtregister.core.register import Register
from gtregister.core.roll import pupils
from gtregister.desktop.activities import telling
from gtregister.desktop.page import Desk
from gtregister.desktop.widgets.list_dialog import ListDialog
from gtregister.i18n import _, format_date, ngettext, translated


def menu(desk: Desk, activity_id: int, parent: QWidget) -> QMenu:
    """Make the menu of an activity."""
    found = QMenu(parent)
    can_write = desk.register.can_write

    def add(words: str, do: Callable[[], None], *, writes: bool = True) -> QAction:
        action = found.addAction(words)
        action.triggered.connect(lambda _on=False: do())
        action.setEnabled(can_write or not writes)
        return action

    add(_("Copy to &next term"), lambda: copy(desk, activity_id, "term"))
    add(_("Copy to next &year"), lambda: copy(desk, activity_id, "year"))
    add(_("&Save for a calendar…"), lambda: choose_ics(desk, activity_id), writes=False)
    kept = suggestions.kept(desk.register, activity_id).keys
    why = partial(show_reasons, desk, activity_id)
    add(_("&Why these pupils…"), why, writes=False).setEnabled(bool(kept))
    found.addSeparator()
    now = activities.of(desk.register, activity_id).status
    for status in ("planned", "open", "done", "cancelled"):
        if status != now:
            said = _("Mark as: {status}").format(status=translated(STATUSES[status]))
            add(said, _marker(desk, activity_id, status))
    return found


def _marker(desk: Desk, activity_id: int, status: str) -> Callable[[], None]:
    def mark() -> None:
        activities.set_status(desk.register, activity_id, status)
        title = activities.of(desk.register, activity_id).title
        said = _("{title}: {status}.")
        words = translated(STATUSES[status])
        telling.told(desk, said.format(title=title, status=words))

    return mark


def copy(desk: Desk, activity_id: int, to: str) -> None:
    """Copy an activity without its pupils, and show the copy."""
    copies: dict[str, Callable[[Register, int], Copied]] = {
        "term": activity_copies.to_next_term,
        "year": activity_copies.to_next_year,
    }
    copied = copies[to](desk.register, activity_id)
    desk.go_to("activities", {"activity": copied.activity_id, "do": "open"})
    n = copied.sessions
    said = ngettext("Copied, with {n} session.", "Copied, with {n} sessions.", n)
    days = ", ".join(f"{format_date(day)} ({why})" for day, why in copied.skipped)
    look = _("Left out: {days}.").format(days=days) if days else ""
    telling.told(desk, said, look)


def show_reasons(desk: Desk, activity_id: int) -> None:
    """Show the list that was suggested last, with the reason for each yes and no."""
    title = _("Why these pupils")
    rules = suggestions.in_words(suggestions.rules_of(desk.register, activity_id))
    hint = " ".join(f"{rule}." for rule in rules[:-1])
    none = _("No list was suggested.")
    dialog = ListDialog(title, hint, pupils.folded, none, desk.window)
    dialog.list.view.hide_columns({"upn", "pupil_premium"})
    dialog.list.view.layout_of_columns.keep_private({"reason"})
    table = suggestions.kept(desk.register, activity_id)
    dialog.show_table(table)
    name = activities.of(desk.register, activity_id).title
    dialog.add_button(_("P&rint…"), lambda _key: desk.print_list(table, (name, *rules)))
    dialog.open()


def choose_ics(desk: Desk, activity_id: int | None) -> None:
    """Ask for a file and save the sessions there, of one activity or of all."""
    title = _("Activities")
    if activity_id is not None:
        title = activities.of(desk.register, activity_id).title
    chosen, _kind = QFileDialog.getSaveFileName(
        desk.window,
        _("Save for a calendar"),
        f"{title}.ics",
        _("Calendar (*.ics)"),
    )
    if chosen:
        save_ics(desk, activity_id, Path(chosen).with_suffix(".ics"))


def save_ics(desk: Desk, activity_id: int | None, path: Path) -> None:
    """Save the sessions of one activity or of all, without any pupil."""
    desk.tasks.run(
        lambda register: session_calendar.save(register, path, activity_id),
        then=lambda n: desk.notices.say(_saved(n, path), "success"),
        what=_("Saving {name}…").format(name=path.name),
    )


def _saved(n: int, path: Path) -> str:
    return ngettext(
        "{n} session is saved to {name}.",
        "{n} sessions are saved to {name}.",
        n,
        name=path.name,
    )
