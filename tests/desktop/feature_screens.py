"""The screens of activities, letters and pupils, for `screens` to draw."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from gtregister.core import undo
from gtregister.core.enrichment import choice_rounds, invitees
from gtregister.core.telling import letters, slips
from gtregister.desktop.activities import going_dialog, suggest_dialog
from gtregister.desktop.letters import certificates, previewing, sheet_dialog
from gtregister.desktop.letters.reply_dialog import ReplyDialog
from gtregister.desktop.letters.templates_dialog import TemplatesDialog
from gtregister.desktop.letters.tick_dialog import TickDialog
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
    yield from _of_evaluating(window, number, modal)
    yield from _of_choices(window, modal)
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


def _of_evaluating(window: MainWindow, number: int, modal: Modal) -> Iterator[Shot]:
    page = window.page
    page.open_activity(number, "evaluation")
    answers = page._view.part().answers
    yield from _closed("feedback-questions", modal(answers.change.trigger))
    yield from _closed("feedback-form", modal(answers.print.trigger))
    yield from _closed("feedback-answers", modal(answers.type.trigger))
    page.close_activity()


def _of_choices(window: MainWindow, modal: Modal) -> Iterator[Shot]:
    """Draw a round of choices that pupils of one form have made, and take it out."""
    page, register = window.page, window.register
    page._catalogue.show_when("choices")
    view = page._catalogue.view
    yield "choices-none", window
    yield from _closed("choices-new", modal(view.new.trigger))
    clubs = page._catalogue.list.model.table.keys[:4]
    round_id = choice_rounds.begin(register, "Spring clubs", clubs, seed=1)
    pupil_ids = invitees.everybody(register)[:30]
    wanted = {
        each.id: [*clubs[at % len(clubs) :], *clubs[: at % len(clubs)]]
        for at, each in enumerate(pupil_ids)
    }
    choice_rounds.enter_all(register, round_id, wanted)
    view.refresh()
    while not view.list.model.table.rows:
        QTest.qWait(50)
    yield "choices", window
    yield from _closed("choices-enter", modal(view.enter.trigger))
    yield from _closed("choices-form", modal(view.form.trigger))
    undo.undo(register)
    undo.undo(register)


def of_letters(window: MainWindow, modal: Modal) -> Iterator[Shot]:
    """Draw the preview of letters, the entry of replies and the templates."""
    window.go_to("letters")
    keys = [one.key for one in letters.due(window.register)[:12]]
    ask = previewing.show
    yield from _closed("letters-preview", modal(lambda: ask(window.desk, keys)))
    yield from _opened("letters-replies", ReplyDialog(window.desk))
    yield from _opened("letters-tick", TickDialog(window.desk))
    sheet = partial(sheet_dialog.show, window.desk, _sheet_of_replies(window))
    yield from _closed("letters-sheet", modal(sheet))
    certificate = partial(certificates.ask, window.desk, [1, 2])
    yield from _closed("letters-certificate", modal(certificate))
    yield from _opened("letters-templates", TemplatesDialog(window.desk))


def _sheet_of_replies(window: MainWindow) -> Path:
    """Write a sheet with the replies to all slips, and one that cannot be read."""
    path = window.register.path.with_name("Replies.csv")
    numbers = [slip.number for slip in slips.every(window.register).values()]
    lines = ["Slip,Answer", *(f"{number},yes" for number in numbers), "99999,no"]
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


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
