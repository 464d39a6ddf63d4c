"""Enrichment: what is planned, for whom, when, and how many pupils may come."""

from collections.abc import Iterable
from datetime import date, timedelta

from gtregister.core import school
from gtregister.core.enrichment import activity_kinds
from gtregister.core.enrichment.activity_plan import (
    CONSENT_RULES,
    OWN,
    STATUSES,
    WHO,
    Activity,
    NewActivity,
    row_of,
)
from gtregister.core.register import Register, Row, Stored, Writing
from gtregister.errors import UserError
from gtregister.i18n import N_, _, translated
from gtregister.table import Column, Table

__all__ = ["CONSENT_RULES", "STATUSES", "WHO", "Activity", "NewActivity"]

WHEN = ("upcoming", "past", "ideas", "all")

_COLUMNS = (
    Column("number", N_("Number"), "number"),
    Column("day", N_("Day"), "date"),
    Column("starts_at", N_("Time")),
    Column("title", N_("Activity")),
    Column("kind", N_("Kind")),
    Column("partner", N_("Partner")),
    Column("venue", N_("Place")),
    Column("taken", N_("Pupils"), "number"),
    Column("places_most", N_("Places"), "number"),
    Column("waiting", N_("Waiting"), "number"),
    Column("unconsented", N_("Consents missing"), "number"),
    Column("due", N_("Payments due"), "number"),
    Column("status", N_("Status"), "status"),
)
_SOON = (
    Column("day", N_("Day"), "date"),
    Column("starts_at", N_("Time")),
    Column("title", N_("Activity")),
    Column("venue", N_("Place")),
    Column("taken", N_("Pupils"), "number"),
    Column("unconsented", N_("Consents missing"), "number"),
    Column("status", N_("Status"), "status"),
    Column("session", N_("Session"), "number"),
)


def add(register: Register, activity: NewActivity) -> int:
    """Put an activity into the catalogue and return its number."""
    row = row_of(register, activity)
    with register.change(N_("Activity added"), about=activity.title) as db:
        activity_id = db.insert("activities", row)
        _keep_parts(register, db, activity_id, activity)
    return activity_id


def edit(register: Register, activity: Activity) -> None:
    """Store an activity that was changed with `replace`, if anything of it was.

    More places are offered at once to those who wait.
    """
    row, held = row_of(register, activity), of(register, activity.id)
    if activity.places_most is not None and activity.places_most < held.taken:
        said = _(
            "{taken} pupils have a place, more than {most}. Free some places first."
        )
        numbers = {"taken": held.taken, "most": activity.places_most}
        raise UserError(said.format(**numbers), "places_most")
    changed = {key: value for key, value in row.items() if value != getattr(held, key)}
    parts = _parts(activity) != _parts(held)
    if changed or parts:
        with register.change(N_("Activity changed"), about=activity.title) as db:
            db.update("activities", activity.id, changed)
            _keep_parts(register, db, activity.id, activity)
            if "consent" in changed:
                _ask_again(register, db, activity)


def set_status(register: Register, activity_id: int, status: str) -> None:
    """Say how far an activity has come: idea, planned, open, done, cancelled."""
    if status not in STATUSES:
        said = _("“{status}” is not a status. Use: {statuses}.")
        statuses = ", ".join(STATUSES)
        raise UserError(said.format(status=status, statuses=statuses), "status")
    held = of(register, activity_id)
    if held.status != status:
        about = _("{title}: {status}")
        about = about.format(title=held.title, status=translated(STATUSES[status]))
        with register.change(N_("Activity changed"), about=about) as db:
            db.update("activities", activity_id, {"status": status})


def of(register: Register, activity_id: int) -> Activity:
    """Read one activity; UserError if there is none of this number."""
    row = register.row(
        """
        select activities.*, activity_overview.taken
        from activities
        join activity_overview on activity_overview.activity_id = activities.id
        where activities.id = :id
        """,
        id=activity_id,
    )
    if row is None:
        said = _("There is no activity {number}. The list of activities has them.")
        raise UserError(said.format(number=activity_id), "activity")
    subjects = register.rows(
        "select subject from activity_subjects where activity_id = :id order by 1",
        id=activity_id,
    )
    years = register.rows(
        "select year_group from activity_years where activity_id = :id order by 1",
        id=activity_id,
    )
    return Activity(
        **{key: row[key] for key in OWN},
        id=row["id"],
        taken=row["taken"],
        subjects=tuple(subject for (subject,) in subjects),
        years=tuple(year for (year,) in years),
    )


def find(register: Register, said: str) -> Activity:
    """Find an activity by its number, its title, or the only title that begins so."""
    wanted = said.strip().casefold()
    rows = register.rows("select id, title from activities order by id desc")
    if wanted.isdigit() and any(row["id"] == int(wanted) for row in rows):
        return of(register, int(wanted))
    same = [row for row in rows if row["title"].casefold() == wanted]
    begun = [row for row in rows if row["title"].casefold().startswith(wanted)]
    for found in (same, begun):
        if len(found) == 1:
            return of(register, found[0]["id"])
        if found and wanted:
            text = _("Several activities are called “{said}”: {numbers}. Use a number.")
            numbers = ", ".join(f"{row['id']} ({row['title']})" for row in found)
            raise UserError(text.format(said=said, numbers=numbers), "activity")
    text = _("There is no activity “{said}”. Use a number or a title from the list.")
    raise UserError(text.format(said=said), "activity")


def table(register: Register, when: str = "all", year: int | None = None) -> Table:
    """List activities by their next day: *upcoming*, *past*, *ideas* or *all*.

    The day is that of the next session, or the first if all are over. The keys are the
    activities' numbers; `year` keeps one academic year.
    """
    rows = register.rows(
        """
        select
            activity_overview.*,
            activity_id as number,
            coalesce(next.held_on, first_on) as day,
            next.starts_at
        from activity_overview
        left join (
            select activity_id, min(held_on) as held_on, starts_at
            from sessions
            where status = 'planned' and held_on >= :today
            group by activity_id
        ) as next using (activity_id)
        where (:year is null or academic_year = :year)
            and (
                :when = 'all'
                or case
                    when status = 'idea' then 'ideas'
                    when status in ('done', 'cancelled') or last_on < :today then 'past'
                    else 'upcoming'
                end = :when
            )
        order by
            iif(:when = 'past', null, day is null),
            iif(:when = 'past', null, day),
            day desc,
            next.starts_at,
            title
        """,
        today=register.today.isoformat(),
        when=when,
        year=year,
    )
    kinds = activity_kinds.names(register)
    shown = [
        tuple(_shown(row, column.key, kinds) for column in _COLUMNS) for row in rows
    ]
    return Table(N_("Activities"), _COLUMNS, shown, [row["number"] for row in rows])


def upcoming(register: Register, days: int = 14) -> Table:
    """List the sessions of the next days, today's among them; keys are activities."""
    rows = register.rows(
        """
        select activity_overview.*, held_on as day, starts_at, session_id as session
        from session_times
        join activity_overview using (activity_id)
        where held_on between :today and :last and status <> 'idea'
        order by held_on, from_at, activity_overview.title
        """,
        today=register.today.isoformat(),
        last=(register.today + timedelta(days)).isoformat(),
    )
    shown = [tuple(_shown(row, column.key, {}) for column in _SOON) for row in rows]
    return Table(N_("Coming up"), _SOON, shown, [row["activity_id"] for row in rows])


def _shown(row: Row, key: str, kinds: dict[str, str]) -> str | int | date | None:
    value: str | int | None = row[key]
    if key == "day":
        return value and date.fromisoformat(str(value))
    if key == "status":
        return translated(STATUSES[str(value)])
    return kinds.get(str(value), value) if key == "kind" else value


def _ask_again(register: Register, db: Writing, activity: Activity) -> None:
    """Forget that consent was not needed or covered, when the rule is another one."""
    for row in register.rows(
        """
        select id
        from places
        where activity_id = :id and consent in ('not_needed', 'covered')
        """,
        id=activity.id,
    ):
        db.update("places", row["id"], {"consent": None})


def _parts(activity: NewActivity) -> tuple[set[str], set[int]]:
    return set(activity.subjects), set(activity.years)


def _keep_parts(
    register: Register, db: Writing, activity_id: int, activity: NewActivity
) -> None:
    keys = [school.subject_key(register, subject) for subject in activity.subjects]
    subjects = register.rows(
        "select id, subject as part from activity_subjects where activity_id = :id",
        id=activity_id,
    )
    _keep(db, "activity_subjects", activity_id, "subject", subjects, keys)
    years = register.rows(
        "select id, year_group as part from activity_years where activity_id = :id",
        id=activity_id,
    )
    _keep(db, "activity_years", activity_id, "year_group", years, activity.years)


def _keep(
    db: Writing,
    table: str,
    activity_id: int,
    column: str,
    held: Iterable[Row],
    wanted: Iterable[Stored],
) -> None:
    """Take out the parts that are no longer wanted, and put in those that are new."""
    ids = {row["part"]: row["id"] for row in held}
    wanted = set(wanted)
    db.delete(table, [row_id for part, row_id in ids.items() if part not in wanted])
    for part in sorted(wanted - ids.keys(), key=str):
        db.insert(table, {"activity_id": activity_id, column: part})
