"""Looking at an activity again some weeks after it, to see what is left of it."""

from datetime import date, timedelta

from gtregister.core.enrichment import activities, rows_shown
from gtregister.core.register import Register, Stored
from gtregister.errors import UserError
from gtregister.i18n import N_, _
from gtregister.table import Column, Table

_COLUMNS = (
    Column("due_on", N_("Due"), "date"),
    Column("activity", N_("Activity")),
    Column("surname", N_("Surname")),
    Column("forename", N_("Forename")),
    Column("what", N_("What")),
    Column("done_on", N_("Done"), "date"),
    Column("found", N_("Found")),
    Column("number", N_("Number"), "number"),
)


def usual() -> str:
    """Say what is looked at if nothing else is written."""
    return _("What is left of it?")


def plan(
    register: Register,
    activity_id: int,
    what: str,
    *,
    weeks: int = 6,
    pupil_id: int | None = None,
) -> int:
    """Plan to look again some weeks after the last session; return the id."""
    if not what.strip() or weeks < 0:
        said = _("Say what to look at again, and after how many weeks.")
        raise UserError(said, "what")
    activity = activities.of(register, activity_id)
    last = register.value(
        "select last_on from activity_overview where activity_id = :id", id=activity_id
    )
    start = date.fromisoformat(str(last)) if last else register.today
    row: dict[str, Stored] = {
        "activity_id": activity_id,
        "pupil_id": pupil_id,
        "due_on": (start + timedelta(weeks=weeks)).isoformat(),
        "what": what.strip(),
    }
    with register.change(N_("Follow-up planned"), about=activity.title) as db:
        return db.insert("follow_ups", row)


def finish(register: Register, follow_up_id: int, found: str = "") -> None:
    """Note that a follow-up was done, and what was found if anything."""
    row = register.row(
        """
        select activities.title
        from follow_ups
        join activities on activities.id = follow_ups.activity_id
        where follow_ups.id = :id
        """,
        id=follow_up_id,
    )
    if row is None:
        raise UserError(_("This follow-up is not there any more."))
    values = {
        "done_on": register.today.isoformat(),
        "found": found.strip() or None,
    }
    with register.change(N_("Follow-up done"), about=row["title"]) as db:
        db.update("follow_ups", follow_up_id, values)


def due(register: Register) -> Table:
    """List those that are due and not done; the keys are ids of follow-ups."""
    return table(register, due_by=register.today)


def table(
    register: Register,
    *,
    activity_id: int | None = None,
    due_by: date | None = None,
) -> Table:
    """List follow-ups by the day they are due; `due_by` keeps the open ones due then.

    The keys are ids of follow-ups.
    """
    rows = register.rows(
        """
        select
            follow_ups.*,
            activities.title as activity,
            activities.id as number,
            coalesce(pupils.preferred_surname, pupils.surname) as surname,
            coalesce(pupils.preferred_forename, pupils.forename) as forename
        from follow_ups
        join activities on activities.id = follow_ups.activity_id
        left join pupils on pupils.id = follow_ups.pupil_id
        where (:activity_id is null or follow_ups.activity_id = :activity_id)
            and (:due_by is null or (done_on is null and due_on <= :due_by))
        order by done_on is not null, due_on, follow_ups.id
        """,
        activity_id=activity_id,
        due_by=due_by.isoformat() if due_by else None,
    )
    return rows_shown.table(N_("Follow-up"), _COLUMNS, rows, "id")
