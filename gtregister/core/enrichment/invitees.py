"""Pupils who are looked at when the list of an activity is drafted."""

from dataclasses import dataclass
from datetime import date

from gtregister.core.enrichment import clashes
from gtregister.core.enrichment.activities import Activity
from gtregister.core.register import Register, Row
from gtregister.i18n import _, translated


@dataclass(frozen=True, slots=True)
class Candidate:
    """A pupil beside an activity.

    `fit` is 0 if an entry has its subject, 1 if its strand alone, 2 otherwise;
    `activities` counts the others of this academic year, `days_since` the days since
    the last invitation to any. `why_not` is a sentence, if the pupil cannot be taken.
    """

    pupil_id: int
    upn: str | None
    surname: str
    forename: str
    year_group: int | None
    form: str | None
    pupil_premium: int | None
    fit: int
    entries: str
    activities: int
    days_since: int | None
    pinned: str
    why_not: str


def of(register: Register, activity: Activity) -> list[Candidate]:
    """Read the pupils an activity is for: those on the register, or the whole roll.

    Those who have a place or wait for one are left out.
    """
    rows = _rows(register, activity)
    ids = [row["pupil_id"] for row in rows]
    busy = {c.pupil_id: str(c) for c in clashes.of_pupils(register, activity.id, ids)}
    return [_candidate(register, activity, row, busy) for row in rows]


def _candidate(
    register: Register, activity: Activity, row: Row, busy: dict[int, str]
) -> Candidate:
    last = row["invited_on"]
    since = (register.today - date.fromisoformat(last)).days if last else None
    return Candidate(
        pupil_id=row["pupil_id"],
        upn=row["upn"],
        surname=row["surname"],
        forename=row["forename"],
        year_group=row["year_group"],
        form=row["form"],
        pupil_premium=row["pupil_premium"],
        fit=row["fit"],
        entries=_named(row["names"]),
        activities=row["activities"],
        days_since=since,
        pinned=row["why_preferred"] if row["preference"] == "pin" else "",
        why_not=_why_not(activity, row, busy),
    )


def _named(names: str | None) -> str:
    found = {translated(name) for name in (names or "").split("|") if name}
    return ", ".join(sorted(found))


def _why_not(activity: Activity, row: Row, busy: dict[int, str]) -> str:
    if row["preference"] == "bar":
        return _("Barred: {why}").format(why=row["why_preferred"])
    if activity.years and row["year_group"] not in activity.years:
        said = _("Not in the years it is for ({years}).")
        return said.format(years=", ".join(map(str, activity.years)))
    if activity.who == "register" and not row["fits_entry"]:
        return _("No entry of the strand and tier it is for.")
    if row["state"] == "declined":
        return _("Said no already.")
    if row["state"] in {"withdrawn", "removed"}:
        return _("Had a place and left it.")
    if row["pupil_id"] in busy:
        return _("{clash} at that time.").format(clash=busy[row["pupil_id"]])
    return ""


def _rows(register: Register, activity: Activity) -> list[Row]:
    return register.rows(
        """
        with mine as (
            select
                entries.pupil_id,
                min(
                    case
                        when entries.subject in (
                            select subject
                            from activity_subjects
                            where activity_id = :activity_id
                        ) then 0
                        when :strand is null or entries.strand = :strand
                            then iif(:subjects = 0, 0, 1)
                        else 2
                    end
                ) as fit,
                max(
                    (:strand is null or entries.strand = :strand)
                    and (:tier is null or entries.tier = :tier)
                ) as fits_entry,
                group_concat(coalesce(subjects.name, 'All-round'), '|') as names
            from entries
            left join subjects on subjects.key = entries.subject
            where entries.status in ('on', 'watching', 'paused')
                and entries.from_on <= :today
                and (entries.to_on is null or entries.to_on > :today)
            group by entries.pupil_id
        ),
        had as (
            select
                places.pupil_id,
                sum(
                    activities.academic_year = :year
                    and (
                        places.state in ('invited', 'accepted')
                        or places.joined_on is not null
                    )
                ) as activities,
                max(coalesce(places.joined_on, places.state_on)) as invited_on
            from places
            join activities on activities.id = places.activity_id
            where places.activity_id <> :activity_id
                and places.state <> 'suggested'
                and places.state <> 'waiting'
                and activities.status <> 'cancelled'
            group by places.pupil_id
        )
        select
            pupils.id as pupil_id,
            pupils.upn,
            coalesce(pupils.preferred_surname, pupils.surname) as surname,
            coalesce(pupils.preferred_forename, pupils.forename) as forename,
            pupils.year_group,
            pupils.form,
            pupils.pupil_premium,
            coalesce(mine.fit, 2) as fit,
            coalesce(mine.fits_entry, 0) as fits_entry,
            mine.names,
            coalesce(had.activities, 0) as activities,
            had.invited_on,
            preferences.kind as preference,
            preferences.reason as why_preferred,
            places.state
        from pupils
        left join mine on mine.pupil_id = pupils.id
        left join had on had.pupil_id = pupils.id
        left join preferences
            on preferences.pupil_id = pupils.id
            and preferences.activity_id = :activity_id
        left join places
            on places.pupil_id = pupils.id and places.activity_id = :activity_id
        where (pupils.left_on is null or pupils.left_on > :today)
            and (:who = 'roll' or mine.pupil_id is not null)
            and coalesce(places.state, 'suggested')
                not in ('invited', 'accepted', 'waiting')
        order by surname, forename, pupils.id
        """,
        activity_id=activity.id,
        strand=activity.strand,
        tier=activity.tier,
        subjects=len(activity.subjects),
        who=activity.who,
        year=activity.academic_year,
        today=register.today.isoformat(),
    )
