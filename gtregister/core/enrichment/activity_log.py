"""What happened already, entered at once with the pupils who were there."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from gtregister.core import calendar, school
from gtregister.core.enrichment import activities, attendance, places, sessions
from gtregister.core.enrichment.activities import NewActivity
from gtregister.core.enrichment.sessions import When
from gtregister.core.register import Register, Stored, Writing
from gtregister.errors import UserError
from gtregister.i18n import N_, _

# A place that was had, and one that was given up or taken away.
HAD = frozenset({"accepted"})
GIVEN_UP = frozenset({"declined", "withdrawn", "removed"})
_PLACE = ("activity_id", "pupil_id", "state", "state_on", "why", "joined_on")


@dataclass(frozen=True, slots=True)
class Taken:
    """That a pupil took part: `marks` of attendance by day, 2026-03-12."""

    marks: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Happened:
    """An activity as a list states it, with its days and, by their ids, its pupils.

    With `activity_id` it is one that the register has, which gains all of this.
    """

    plan: NewActivity
    days: tuple[str, ...]
    taken: Mapping[int, Taken]
    staff: tuple[str, ...] = ()
    activity_id: int | None = None


def log(
    register: Register,
    activity: NewActivity,
    when: When,
    pupil_ids: Sequence[int],
    why: str = "",
) -> int:
    """Enter an activity of the past, done, with its pupils present; return its number.

    It took place whatever the calendar says, and however many there were.
    """
    if when.day > register.today:
        said = _("This day is still to come. Plan the activity instead.")
        raise UserError(said, "day")
    plan = replace(
        activity,
        status="planned",
        places_most=None,
        academic_year=activity.academic_year or school.academic_year_of(when.day),
    )
    closed = calendar.why_closed(register, when.day)
    override = _("It took place.") if closed else ""
    with register.change(N_("Activity entered afterwards"), about=plan.title) as db:
        activity_id = activities.add(register, plan)
        session_id = sessions.add(register, activity_id, when, override=override)
        said = _("It took place.")
        places.invite(register, activity_id, pupil_ids, why, override=said)
        for pupil_id in dict.fromkeys(pupil_ids):
            place_id = places.place_of(register, activity_id, pupil_id)
            places.accept(register, [place_id])
            day = when.day.isoformat()
            db.update("places", place_id, {"joined_on": day, "override": None})
        attendance.mark(register, session_id, dict.fromkeys(pupil_ids, "present"))
        activities.set_status(register, activity_id, "done")
    return activity_id


def enter(register: Register, happened: Happened, why: str) -> int:
    """Enter what a list says of an activity, as it stands; return its number.

    It took place whatever the calendar says, and however many there were. A pupil of
    whom no day is known has the place since the academic year began.
    """
    title = happened.plan.title
    with register.change(N_("Activity entered afterwards"), about=title) as db:
        activity_id = happened.activity_id
        if activity_id is None:
            activity_id = activities.add(register, happened.plan)
            _add_staff(register, db, activity_id, happened.staff)
        for day in happened.days:
            _add_session(register, db, activity_id, date.fromisoformat(day))
        _add_places(register, db, activity_id, happened, why)
        _add_marks(register, db, activity_id, happened.taken)
    return activity_id


def _add_staff(
    register: Register, db: Writing, activity_id: int, names: Sequence[str]
) -> None:
    known = {
        row["name"]: row["id"] for row in register.rows("select id, name from staff")
    }
    for name in dict.fromkeys(names):
        row: dict[str, Stored] = {"name": name, "role": "leader"}
        row |= {"activity_id": activity_id, "staff_id": known.get(name)}
        db.insert("activity_staff", row)


def _add_session(register: Register, db: Writing, activity_id: int, day: date) -> None:
    closed = calendar.why_closed(register, day)
    override = _("It took place.") if closed else None
    row: dict[str, Stored] = {"activity_id": activity_id, "held_on": day.isoformat()}
    db.insert("sessions", row | {"override": override})


def _add_places(
    register: Register,
    db: Writing,
    activity_id: int,
    happened: Happened,
    why: str,
) -> None:
    """Give a place to pupils who have none yet, or were only invited or waiting."""
    rows = register.rows("select * from places where activity_id = :id", id=activity_id)
    held = {row["pupil_id"]: row for row in rows}
    today = register.today.isoformat()
    began = date(happened.plan.academic_year, 9, 1).isoformat()
    fresh: list[tuple[Stored, ...]] = []
    for pupil_id, taken in happened.taken.items():
        joined = min(taken.marks or happened.days, default=began)
        place = held.get(pupil_id)
        if place is None:
            fresh.append((activity_id, pupil_id, "accepted", today, why, joined))
        elif place["state"] not in HAD | GIVEN_UP:
            values: dict[str, Stored] = {"state": "accepted", "state_on": today}
            values |= {"joined_on": place["joined_on"] or joined, "waiting_order": None}
            db.update("places", place["id"], values)
    db.insert_many("places", _PLACE, fresh)


def _add_marks(
    register: Register, db: Writing, activity_id: int, taken: Mapping[int, Taken]
) -> None:
    """Mark who was there; of several sessions on a day, the first."""
    rows = register.rows(
        """
        select id, held_on
        from sessions
        where activity_id = :id and status = 'planned'
        order by id desc
        """,
        id=activity_id,
    )
    on = {row["held_on"]: row["id"] for row in rows}
    marks = [
        (on[day], pupil_id, mark)
        for pupil_id, one in taken.items()
        for day, mark in one.marks.items()
    ]
    db.insert_many("attendance", ("session_id", "pupil_id", "mark"), marks)
