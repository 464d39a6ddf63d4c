"""Pupils who are looked at when the list of an activity is drafted."""

from dataclasses import dataclass
from datetime import date

from gtregister.core.enrichment import clashes
from gtregister.core.enrichment.activities import Activity
from gtregister.core.register import Register, Row
from gtregister.core.roll.whole_roll import Named
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


def of(
    register: Register,
    activity: Activity,
    *,
    again: bool = False,
    may_clash: bool = False,
) -> list[Candidate]:
    """Read the pupils an activity is for: those on the register, or the whole roll.

    Those who have a place or wait for one are left out. With `again`, those who said no
    or left may come back, since they ask for it themselves. With `may_clash`, another
    activity at that time is nothing against it.
    """
    entered, had = _entered(register, activity), _had(register, activity)
    rows = [
        row
        for row in _on_roll(register, activity)
        if activity.who == "roll" or row["pupil_id"] in entered
    ]
    ids = [row["pupil_id"] for row in rows]
    found_clashes = () if may_clash else clashes.of_pupils(register, activity.id, ids)
    busy = {clash.pupil_id: str(clash) for clash in found_clashes}
    found = []
    for row in rows:
        key = row["pupil_id"]
        why_not = _not_for(activity, row, entered.get(key))
        why_not = why_not or ("" if again else _gone(row))
        if not why_not and key in busy:
            why_not = _("{clash} at that time.").format(clash=busy[key])
        past = had.get(key)
        found.append(_candidate(register, row, entered.get(key), past, why_not))
    return found


def everybody(register: Register) -> list[Named]:
    """Name all who are on roll today, in the order of their names."""
    rows = register.rows(
        """
        select
            id,
            coalesce(preferred_surname, surname) as surname,
            coalesce(preferred_forename, forename) as forename,
            year_group,
            form,
            upn
        from pupils
        where left_on is null or left_on > :today
        order by surname, forename, id
        """,
        today=register.today.isoformat(),
    )
    return [Named(**dict(row)) for row in rows]


def _candidate(
    register: Register, row: Row, entry: Row | None, past: Row | None, why_not: str
) -> Candidate:
    last = past["invited_on"] if past else None
    since = (register.today - date.fromisoformat(last)).days if last else None
    return Candidate(
        pupil_id=row["pupil_id"],
        upn=row["upn"],
        surname=row["surname"],
        forename=row["forename"],
        year_group=row["year_group"],
        form=row["form"],
        pupil_premium=row["pupil_premium"],
        fit=entry["fit"] if entry else 2,
        entries=_named(entry["names"]) if entry else "",
        activities=past["activities"] if past else 0,
        days_since=since,
        pinned=row["why_preferred"] if row["preference"] == "pin" else "",
        why_not=why_not,
    )


def _named(names: str) -> str:
    found = {translated(name) for name in names.split("|") if name}
    return ", ".join(sorted(found))


def _not_for(activity: Activity, row: Row, entry: Row | None) -> str:
    """Say why an activity is not for a pupil, if it is not."""
    if row["preference"] == "bar":
        return _("Barred: {why}").format(why=row["why_preferred"])
    if activity.years and row["year_group"] not in activity.years:
        said = _("Not in the years it is for ({years}).")
        return said.format(years=", ".join(map(str, activity.years)))
    if activity.who == "register" and not (entry and entry["fits"]):
        return _("No entry of the strand and tier it is for.")
    return ""


def _gone(row: Row) -> str:
    """Say how a pupil left the list before, if one did."""
    if row["state"] == "declined":
        return _("Said no already.")
    if row["state"] in {"withdrawn", "removed"}:
        return _("Had a place and left it.")
    return ""


def _entered(register: Register, activity: Activity) -> dict[int, Row]:
    """Say of each pupil on the register how well their entries fit an activity."""
    rows = register.rows(
        """
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
            ) as fits,
            group_concat(coalesce(subjects.name, 'All-round'), '|') as names
        from entries
        left join subjects on subjects.key = entries.subject
        where entries.status in ('on', 'watching', 'paused')
            and entries.from_on <= :today
            and (entries.to_on is null or entries.to_on > :today)
        group by entries.pupil_id
        """,
        activity_id=activity.id,
        strand=activity.strand,
        tier=activity.tier,
        subjects=len(activity.subjects),
        today=register.today.isoformat(),
    )
    return {row["pupil_id"]: row for row in rows}


def _had(register: Register, activity: Activity) -> dict[int, Row]:
    """Say of each pupil how many other activities they had, and which day was last."""
    rows = register.rows(
        """
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
        """,
        activity_id=activity.id,
        year=activity.academic_year,
    )
    return {row["pupil_id"]: row for row in rows}


def _on_roll(register: Register, activity: Activity) -> list[Row]:
    """Read who is on roll and neither has a place in an activity nor waits for one."""
    return register.rows(
        """
        select
            pupils.id as pupil_id,
            pupils.upn,
            coalesce(pupils.preferred_surname, pupils.surname) as surname,
            coalesce(pupils.preferred_forename, pupils.forename) as forename,
            pupils.year_group,
            pupils.form,
            pupils.pupil_premium,
            preferences.kind as preference,
            preferences.reason as why_preferred,
            places.state
        from pupils
        left join preferences
            on preferences.pupil_id = pupils.id
            and preferences.activity_id = :activity_id
        left join places
            on places.pupil_id = pupils.id and places.activity_id = :activity_id
        where (pupils.left_on is null or pupils.left_on > :today)
            and coalesce(places.state, 'suggested')
                not in ('invited', 'accepted', 'waiting')
        order by surname, forename, pupils.id
        """,
        activity_id=activity.id,
        today=register.today.isoformat(),
    )
