"""An activity again, next term or next year, without its pupils."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from gtregister.core import calendar, school
from gtregister.core.enrichment import activities, activity_parts, sessions
from gtregister.core.enrichment.activities import Activity, NewActivity
from gtregister.core.enrichment.sessions import When
from gtregister.core.register import Register, Row
from gtregister.errors import UserError
from gtregister.i18n import N_, _

_YEAR = timedelta(weeks=52)


@dataclass(frozen=True, slots=True)
class Copied:
    """A copy, the sessions planned for it, and the days left out with the reason."""

    activity_id: int
    sessions: int
    skipped: tuple[tuple[date, str], ...]


def to_next_term(register: Register, activity_id: int) -> Copied:
    """Plan an activity for the next term: weekly on its weekday if it met weekly."""
    held = _sessions(register, activity_id)
    last = date.fromisoformat(held[-1]["held_on"]) if held else register.today
    current = calendar.term_of(register, last)
    term = calendar.following_term(register, current.last_on if current else last)
    if term is None:
        said = _("The next term is not entered. Enter the school's terms first.")
        raise UserError(said, "terms")
    days = []
    if held:
        day = term.first_on
        while day.weekday() != last.weekday():
            day += timedelta(1)
        count = (term.last_on - day).days // 7 + 1 if len(held) > 1 else 1
        days = [(day + timedelta(7 * week), held[-1]) for week in range(count)]
    return _copy(register, activity_id, term.first_on, days)


def to_next_year(register: Register, activity_id: int) -> Copied:
    """Plan an activity for the same weeks and weekdays a year later."""
    held = _sessions(register, activity_id)
    days = [(date.fromisoformat(row["held_on"]) + _YEAR, row) for row in held]
    day = days[0][0] if days else register.today + _YEAR
    return _copy(register, activity_id, day, days)


def _copy(
    register: Register, activity_id: int, first: date, days: list[tuple[date, Row]]
) -> Copied:
    held = activities.of(register, activity_id)
    skipped = []
    with register.change(N_("Activity copied"), about=held.title) as db:
        copy = activities.add(register, _plan(held, school.academic_year_of(first)))
        db.update("activities", copy, {"copied_from": activity_id})
        _copy_parts(register, activity_id, copy)
        for day, row in days:
            why = calendar.why_closed(register, day)
            if why:
                skipped.append((day, why))
                continue
            when = When(day, row["starts_at"], row["ends_at"], row["venue"])
            sessions.add(register, copy, when)
    return Copied(copy, len(days) - len(skipped), tuple(skipped))


def _plan(held: Activity, academic_year: int) -> NewActivity:
    plan = replace(held, status="planned", academic_year=academic_year)
    fields = NewActivity.__dataclass_fields__
    return NewActivity(**{field: getattr(plan, field) for field in fields})


def _copy_parts(register: Register, activity_id: int, copy: int) -> None:
    buses = activity_parts.buses(register, activity_id)
    activity_parts.set_buses(register, copy, [bus for _id, bus in buses])
    names = {bus_id: bus.name for bus_id, bus in buses}
    new_ids = {bus.name: bus_id for bus_id, bus in activity_parts.buses(register, copy)}
    adults = [
        replace(adult, bus_id=new_ids.get(names.get(adult.bus_id or 0, "")))
        for _id, adult in activity_parts.adults(register, activity_id)
    ]
    activity_parts.set_adults(register, copy, adults)
    funding = activity_parts.funding(register, activity_id)
    activity_parts.set_funding(register, copy, funding)


def _sessions(register: Register, activity_id: int) -> list[Row]:
    return register.rows(
        """
        select *
        from sessions
        where activity_id = :activity_id and status = 'planned'
        order by held_on, starts_at
        """,
        activity_id=activity_id,
    )
