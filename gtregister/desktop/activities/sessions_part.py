"""The sessions of one activity: once or weekly, moved, cancelled, held after all."""

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from gtregister import options
from gtregister.core import calendar
from gtregister.core.enrichment import sessions
from gtregister.core.enrichment.sessions import STATUSES, When
from gtregister.core.register import Row
from gtregister.desktop.activities import part, telling, words
from gtregister.desktop.activities.new_activity import planned_in_words
from gtregister.desktop.page import Desk
from gtregister.desktop.widgets.empty_state import EmptyState
from gtregister.desktop.widgets.lines import line
from gtregister.desktop.widgets.question_dialog import Answers
from gtregister.desktop.widgets.table_list import TableList
from gtregister.desktop.widgets.table_model import Mark
from gtregister.i18n import N_, _, format_date, format_short_date, translated
from gtregister.options import Option

MARKS = {
    STATUSES["planned"]: Mark("●", "success"),
    STATUSES["cancelled"]: Mark("✗", "error"),
}
_RARE = {"title", "taken", "moved_from", "activity"}
_REASONS = (N_("The leader is away"), N_("The weather"), N_("The venue is not free"))


class SessionsPart(QWidget):
    """A row is one session."""

    def __init__(self, desk: Desk, activity_id: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._register = desk.register
        self._id = activity_id
        self.add = self._action(_("&New session…"), self._ask_for_one)
        self.weekly = self._action(_("Every &week…"), self._ask_for_weekly)
        self._hint = line(quiet=True, folds=True)
        self.list = self._make_list()
        self._buttons = part.buttons(self, self.add, self.weekly)
        part.fill(self, part.head(self._hint, *self._buttons), self.list)

    def _make_list(self) -> TableList:
        return part.make_list(
            self,
            _("Sessions"),
            _("Find by day or place"),
            self._empty,
            marks=MARKS,
            choices={"status": _("Status")},
            rare=_RARE,
            deeds=[
                self._action(_("&Move…"), self._move),
                self._action(_("&Cancel session…"), self._cancel),
                self._action(_("Hold after a&ll"), self._reinstate),
                self._action(_("Take out"), self._remove),
            ],
        )

    def _action(self, words: str, do: Callable[[], object]) -> QAction:
        return part.action(self, words, do, can=self._register.can_write)

    def _empty(self) -> EmptyState:
        text = _(
            "Say on which day it is, or let it meet every week until the end of the "
            "term. Days when the school is closed are left out."
        )
        actions = (self.add, self.weekly)
        return EmptyState("activities", _("No session is planned"), text, actions)

    def refresh(self) -> None:
        """Read the sessions again."""
        table = sessions.table(self._register, activity_id=self._id)
        self.list.show_table(table)
        part.show_some(self._buttons, table)
        term = calendar.term_of(self._register, self._register.today)
        said = _("{term} ends on {day}.")
        self._hint.setText(
            said.format(term=translated(term.name), day=format_date(term.last_on))
            if term
            else _("Enter the school’s terms in Settings to plan weekly sessions.")
        )

    def _ask_for_one(self) -> None:
        def answer(answers: Answers) -> None:
            when = self._when(answers)

            def deed(why: str) -> None:
                sessions.add(self._register, self._id, when, override=why)
                said = _("A session on {day} is planned.")
                telling.told(self._desk, said.format(day=format_date(when.day)))

            telling.unless_stopped(self._desk, deed)

        title = _("New session")
        telling.ask(self._desk, title, self._questions(), _("&Plan it"), answer)

    def _ask_for_weekly(self) -> None:
        def answer(answers: Answers) -> None:
            last = words.day(answers["last"], "last")
            when = self._when(answers)

            def deed(why: str) -> None:
                made = sessions.plan_weekly(
                    self._register, self._id, when, last, override=why
                )
                telling.told(self._desk, planned_in_words(made))

            telling.unless_stopped(self._desk, deed)

        last = options.text("last", N_("Last day (empty: the end of the term)"))
        asked = (*self._questions(), last)
        title = _("Sessions every week")
        hint = _("Weeks in which the school is closed on that day are left out.")
        telling.ask(self._desk, title, asked, _("&Plan them"), answer, hint)

    def _move(self) -> None:
        for session_id in self.list.chosen()[:1]:
            held = sessions.of(self._register, session_id)
            asked = (*self._questions(held), options.text("why", N_("Why")))
            title = _("Move a session")
            answer = partial(self._move_to, session_id)
            telling.ask(self._desk, title, asked, _("&Move it"), answer)

    def _move_to(self, session_id: int, answers: Answers) -> None:
        when, reason = self._when(answers), words.text(answers["why"])

        def deed(why: str) -> None:
            sessions.move(self._register, session_id, when, reason, override=why)
            said = _("The session is on {day} now.")
            telling.told(self._desk, said.format(day=format_date(when.day)))

        telling.unless_stopped(self._desk, deed)

    def _cancel(self) -> None:
        chosen = self.list.chosen()

        def answer(why: str) -> None:
            with self._register.change(N_("Session cancelled"), why):
                for session_id in chosen:
                    sessions.cancel(self._register, session_id, why)
            self.list.view.untick()
            telling.told(self._desk, _("Cancelled. The reason stands with it."))

        title = _("Cancel the session")
        telling.ask_why(self._desk, title, _REASONS, _("&Cancel the session"), answer)

    def _reinstate(self) -> None:
        chosen = self.list.chosen()

        def deed(why: str) -> None:
            with self._register.change(N_("Session planned"), why):
                for session_id in chosen:
                    sessions.reinstate(self._register, session_id, override=why)
            telling.told(self._desk, _("It is held after all."))

        telling.unless_stopped(self._desk, deed)

    def _remove(self) -> None:
        sessions.remove(self._register, self.list.chosen())
        telling.told(self._desk, _("Taken out."))

    def _questions(self, held: Row | None = None) -> tuple[Option, ...]:
        """Ask when; the times of the last session stand there already."""
        keys = sessions.table(self._register, activity_id=self._id).keys
        like = held or (sessions.of(self._register, keys[-1]) if keys else None)
        known = dict(like) if like is not None else {}
        day = date.fromisoformat(held["held_on"]) if held else None
        typed = format_short_date(day) if day else None
        return (
            options.text("day", N_("Day, such as 26 11 2026"), typed),
            options.text(
                "starts_at", N_("From, such as 15:30"), known.get("starts_at")
            ),
            options.text("ends_at", N_("Until"), known.get("ends_at")),
            options.text("venue", N_("Place, if it is another"), known.get("venue")),
        )

    def _when(self, answers: Answers) -> When:
        from gtregister.core.roll import details

        return When(
            details.day(words.text(answers["day"]), "day"),
            words.clock(answers["starts_at"], "starts_at"),
            words.clock(answers["ends_at"], "ends_at"),
            words.text(answers["venue"]) or None,
        )
