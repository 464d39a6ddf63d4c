"""The screens of activities, letters and pupils, for `screens` to draw."""

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtWidgets import QApplication, QWidget

from gtregister.core.telling import letters
from gtregister.desktop.activities import going_dialog, suggest_dialog
from gtregister.desktop.letters import previewing
from gtregister.desktop.letters.reply_dialog import ReplyDialog
from gtregister.desktop.letters.templates_dialog import TemplatesDialog
from gtregister.desktop.main_window import MainWindow
from gtregister.desktop.pupils.pupil_window import PupilWindow

Shot = tuple[str, QWidget]
Modal = Callable[[Callable[[], object]], QWidget]

_PARTS = ("plan", "pupils", "sessions", "money", "attendance", "evaluation")


def of_activities(window: MainWindow, modal: Modal) -> Iterator[Shot]:
    """Draw an activity part by part, and what is asked about it."""
    window.go_to("activities")
    page = window.page
    number = page._catalogue.list.model.table.keys[0]
    for part in _PARTS:
        page.open_activity(number, part)
        yield f"activity-{part}", window
    page.close_activity()
    for which in ("calendar", "radar"):
        page._catalogue.show_when(which)
        yield f"activities-{which}", window
    page._catalogue.show_when("radar")
    radar = page._catalogue.view
    radar.which.setCurrentIndex(radar.which.findData("groups"))
    radar.refresh()
    yield "activities-groups", window
    for name, going in (("adults", going_dialog.ADULTS), ("buses", going_dialog.BUSES)):
        show = partial(going_dialog.show, window.desk, number, going)
        yield from _closed(f"activity-{name}", modal(show))
    yield from _closed("activity-new", modal(page.plan_new))
    yield from _closed("activity-past", modal(page.log_past))
    yield from _closed("roster", modal(lambda: page.show_roster(number)))
    ask = suggest_dialog.show
    yield from _closed("suggest", modal(lambda: ask(window.desk, number)))


def of_letters(window: MainWindow, modal: Modal) -> Iterator[Shot]:
    """Draw the preview of letters, the entry of replies and the templates."""
    window.go_to("letters")
    keys = [one.key for one in letters.due(window.register)[:12]]
    ask = previewing.show
    yield from _closed("letters-preview", modal(lambda: ask(window.desk, keys)))
    yield from _opened("letters-replies", ReplyDialog(window.desk))
    yield from _opened("letters-templates", TemplatesDialog(window.desk))


def of_identification(window: MainWindow, modal: Modal) -> Iterator[Shot]:
    """Draw what is asked and shown about candidates, referrals and new pupils."""
    actions = window.desk.actions
    yield from _closed("criteria", modal(actions.policy.trigger))
    window.listing().view.selectAll()
    yield "candidates-ticked", window
    *_decisions, decline, compare = window.page.deeds
    yield from _closed("candidates-compare", modal(compare.trigger))
    yield from _closed("candidates-decline", modal(decline.trigger))
    window.listing().view.untick()
    yield from _closed("referral-new", modal(actions.new_referral.trigger))
    window.go_to("register")
    yield from _closed("pupil-add", modal(actions.add_pupil.trigger))


def of_pupils(window: MainWindow) -> Iterator[Shot]:
    """Draw the window of a pupil, part by part."""
    window.go_to("register")
    listing = window.listing()
    listing.view.selectRow(2)
    yield "register-panel", window
    window.desk.show_pupil(1)
    shown = next(
        found
        for found in QApplication.topLevelWidgets()
        if isinstance(found, PupilWindow) and found.isVisible()
    )
    for place in range(len(shown.view.parts)):
        shown.view.tabs.choose(place)
        yield f"pupil-{place + 1}", shown
    shown.close()


def _opened(name: str, dialog: QWidget) -> Iterator[Shot]:
    dialog.show()
    yield from _closed(name, dialog)


def _closed(name: str, dialog: QWidget) -> Iterator[Shot]:
    yield name, dialog
    dialog.close()
