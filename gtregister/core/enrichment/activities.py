"""Enrichment: what is planned, for whom, when, and how many pupils may come."""

from datetime import timedelta

from gtregister.core.enrichment import activity_kinds, activity_scope, rows_shown
from gtregister.core.enrichment.activity_plan import (
    CONSENT_RULES,
    OWN,
    STATUSES,
    WHO,
    Activity,
    NewActivity,
    row_of,
)
from gtregister.core.register import Register, Writing
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
_SQL_LIST = """
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
"""
_SAID = {"status": rows_shown.words(STATUSES, translated)}


def add(register: Register, activity: NewActivity) -> int:
    """Put an activity into the catalogue and return its number."""
    row = row_of(register, activity)
    with register.change(N_("Activity added"), about=activity.title) as db:
        activity_id = db.insert("activities", row)
        activity_scope.keep(register, db, activity_id, activity)
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
    if changed or not activity_scope.is_same(activity, held):
        with register.change(N_("Activity changed"), about=activity.title) as db:
            db.update("activities", activity.id, changed)
            activity_scope.keep(register, db, activity.id, activity)
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
    subjects, years = activity_scope.of(register, activity_id)
    return Activity(
        **{key: row[key] for key in OWN},
        id=row["id"],
        taken=row["taken"],
        subjects=subjects,
        years=years,
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
        _SQL_LIST,
        today=register.today.isoformat(),
        when=when,
        year=year,
    )
    said = _SAID | {"kind": rows_shown.words(activity_kinds.names(register), str)}
    return rows_shown.table(N_("Activities"), _COLUMNS, rows, "number", said)


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
    return rows_shown.table(N_("Coming up"), _SOON, rows, "activity_id", _SAID)


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
