"""When an activity meets: once, or every week of a term; moved, cancelled, listed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from gtregister.core import calendar
from gtregister.core.enrichment import activities, activity_plan, clashes
from gtregister.core.register import Register, Row, Writing
from gtregister.errors import UserError
from gtregister.i18n import N_, _, format_date, translated
from gtregister.table import Column, Table

STATUSES = {"planned": N_("Planned"), "cancelled": N_("Cancelled")}

_COLUMNS = (
    Column("day", N_("Day"), "date"),
    Column("starts_at", N_("From")),
    Column("ends_at", N_("Until")),
    Column("title", N_("Activity")),
    Column("venue", N_("Place")),
    Column("taken", N_("Pupils"), "number"),
    Column("marked", N_("Marked"), "number"),
    Column("status", N_("Status"), "status"),
    Column("moved_from", N_("Moved from"), "date"),
    Column("reason", N_("Reason")),
    Column("override", N_("Held although closed, since")),
    Column("activity", N_("Number"), "number"),
)


@dataclass(frozen=True, slots=True)
class When:
    """A day, and times such as 15:30 if they are known; `venue` if it is another."""

    day: date
    starts_at: str | None = None
    ends_at: str | None = None
    venue: str | None = None


@dataclass(frozen=True, slots=True)
class Planned:
    """Weekly sessions that were made, and the days left out, each with its reason."""

    sessions: tuple[int, ...]
    skipped: tuple[tuple[date, str], ...]


def add(register: Register, activity_id: int, when: When, *, override: str = "") -> int:
    """Plan one session and return its id.

    UserError if the school is closed or a pupil of the activity has something else
    then, unless `override` says why it is held all the same; that is kept with the
    session, or with the places of those pupils.
    """
    activity = activities.of(register, activity_id)
    with register.change(N_("Session planned"), override, about=activity.title) as db:
        row = _checked(register, when, override)
        session_id = db.insert("sessions", {"activity_id": activity_id, **row})
        _stop_clashes(register, db, activity_id, override)
    return session_id


def plan_weekly(
    register: Register,
    activity_id: int,
    when: When,
    last: date | None = None,
    *,
    override: str = "",
) -> Planned:
    """Plan a session each week until `last`, or the end of the term.

    Weeks in which the school is closed on that day are skipped and named. `override`
    says why pupils may come who have something else on one of the days.
    """
    last = last or _end_of_term(register, when.day)
    activity = activities.of(register, activity_id)
    made: list[int] = []
    skipped: list[tuple[date, str]] = []
    with register.change(N_("Sessions planned"), about=activity.title) as db:
        day = when.day
        while day <= last:
            why = calendar.why_closed(register, day)
            if why:
                skipped.append((day, why))
            else:
                weekly = When(day, when.starts_at, when.ends_at, when.venue)
                row = _checked(register, weekly, "")
                made.append(db.insert("sessions", {"activity_id": activity_id, **row}))
            day += timedelta(7)
        _stop_clashes(register, db, activity_id, override)
    if not made:
        said = _("The school is closed on every one of these days. Choose others.")
        raise UserError(said, "day")
    return Planned(tuple(made), tuple(skipped))


def move(
    register: Register,
    session_id: int,
    when: When,
    reason: str = "",
    *,
    override: str = "",
) -> None:
    """Move a session to another day, time or place; it remembers its first day."""
    held = of(register, session_id)
    if held["held_on"] == when.day.isoformat():
        override = override or held["override"] or ""
    with register.change(N_("Session moved"), reason, about=held["title"]) as db:
        row = _checked(register, when, override)
        if row["held_on"] != held["held_on"]:
            row["moved_from"] = held["moved_from"] or held["held_on"]
        db.update("sessions", session_id, row | {"reason": reason or held["reason"]})
        _stop_clashes(register, db, held["activity_id"], override)


def cancel(register: Register, session_id: int, reason: str) -> None:
    """Cancel one session, and say why; its marks stay."""
    if not reason.strip():
        raise UserError(_("Say why the session is cancelled."), "reason")
    held = of(register, session_id)
    with register.change(N_("Session cancelled"), reason, about=held["title"]) as db:
        values = {"status": "cancelled", "reason": reason.strip()}
        db.update("sessions", session_id, values)


def reinstate(register: Register, session_id: int, *, override: str = "") -> None:
    """Hold a cancelled session after all, unless something stands against it now."""
    held = of(register, session_id)
    override = override or held["override"] or ""
    day = date.fromisoformat(held["held_on"])
    when = When(day, held["starts_at"], held["ends_at"], held["venue"])
    with register.change(N_("Session planned"), override, about=held["title"]) as db:
        row = _checked(register, when, override)
        db.update("sessions", session_id, row | {"status": "planned", "reason": None})
        _stop_clashes(register, db, held["activity_id"], override)


def remove(register: Register, session_ids: Sequence[int]) -> None:
    """Take sessions out that nobody was marked in; cancel those that have marks."""
    for session_id in session_ids:
        held = of(register, session_id)
        if held["marked"]:
            said = _("Pupils are marked on {day}. Cancel that session instead.")
            day = format_date(date.fromisoformat(held["held_on"]))
            raise UserError(said.format(day=day))
    with register.change(N_("Sessions removed")) as db:
        db.delete("sessions", session_ids)


def of(register: Register, session_id: int) -> Row:
    """Read one session with the title of its activity, and how many are marked."""
    row = register.row(
        """
        select
            sessions.*,
            activities.title,
            (select count(*) from attendance where session_id = sessions.id) as marked
        from sessions
        join activities on activities.id = sessions.activity_id
        where sessions.id = :id
        """,
        id=session_id,
    )
    if row is None:
        said = _("There is no session {number}. The list of sessions has them.")
        raise UserError(said.format(number=session_id), "session")
    return row


def week_of(day: date) -> tuple[date, date]:
    """Give the Monday and the Sunday of the week of a day."""
    monday = day - timedelta(day.weekday())
    return monday, monday + timedelta(6)


def month_of(day: date) -> tuple[date, date]:
    """Give the first and the last day of the month of a day."""
    first = day.replace(day=1)
    following = (first + timedelta(31)).replace(day=1)
    return first, following - timedelta(1)


def table(
    register: Register,
    *,
    activity_id: int | None = None,
    first: date | None = None,
    last: date | None = None,
) -> Table:
    """List sessions by time: of one activity, or between two days, or both.

    The keys are ids of sessions.
    """
    rows = register.rows(
        """
        select
            sessions.id,
            sessions.held_on as day,
            sessions.starts_at,
            sessions.ends_at,
            activities.title,
            coalesce(sessions.venue, activities.venue) as venue,
            (
                select count(*)
                from places
                where activity_id = activities.id and state in ('invited', 'accepted')
            ) as taken,
            (select count(*) from attendance where session_id = sessions.id) as marked,
            sessions.status,
            sessions.moved_from,
            sessions.reason,
            sessions.override,
            activities.id as activity
        from sessions
        join activities on activities.id = sessions.activity_id
        where (:activity_id is null or sessions.activity_id = :activity_id)
            and (:first is null or held_on >= :first)
            and (:last is null or held_on <= :last)
        order by held_on, starts_at, activities.title
        """,
        activity_id=activity_id,
        first=first.isoformat() if first else None,
        last=last.isoformat() if last else None,
    )
    shown = [tuple(_shown(row, column.key) for column in _COLUMNS) for row in rows]
    return Table(N_("Sessions"), _COLUMNS, shown, [row["id"] for row in rows])


def _shown(row: Row, key: str) -> str | int | date | None:
    value: str | int | None = row[key]
    if key in {"day", "moved_from"}:
        return value and date.fromisoformat(str(value))
    return translated(STATUSES[str(value)]) if key == "status" else value


def _end_of_term(register: Register, day: date) -> date:
    term = calendar.term_of(register, day)
    if term is None:
        said = _("The school's terms are not entered. Say until which day it meets.")
        raise UserError(said, "last")
    return term.last_on


def _checked(register: Register, when: When, override: str) -> dict[str, str | None]:
    for time, field in ((when.starts_at, "starts_at"), (when.ends_at, "ends_at")):
        activity_plan.check_time(time, field)
    if when.starts_at and when.ends_at and when.ends_at < when.starts_at:
        raise UserError(_("A session cannot end before it begins."), "ends_at")
    closed = calendar.why_closed(register, when.day)
    if closed and not override.strip():
        said = _(
            "The school is closed on {day}: {why}. Choose another day, or say why."
        )
        day = format_date(when.day)
        raise UserError(said.format(day=day, why=closed), "day")
    return {
        "held_on": when.day.isoformat(),
        "starts_at": when.starts_at,
        "ends_at": when.ends_at,
        "venue": when.venue,
        "override": (override.strip() or None) if closed else None,
    }


def _stop_clashes(
    register: Register, db: Writing, activity_id: int, override: str
) -> None:
    """Take the change back if a pupil of the activity has something else then.

    With `override` the places of such pupils stand, and say why.
    """
    going = register.rows(
        """
        select id, pupil_id
        from places
        where activity_id = :activity_id
            and state in ('invited', 'accepted')
            and override is null
        """,
        activity_id=activity_id,
    )
    ids = {row["pupil_id"]: row["id"] for row in going}
    found = clashes.of_pupils(register, activity_id, list(ids))
    if found and not override.strip():
        raise UserError(clashes.in_words(found), "day")
    for clash in found:
        db.update("places", ids[clash.pupil_id], {"override": override.strip()})
