"""Sessions for other calendars: an .ics file that names activities and no pupil."""

from datetime import date
from pathlib import Path

from gtregister.core import exports, school
from gtregister.core.register import Register
from gtregister.errors import UserError
from gtregister.i18n import _
from gtregister.writers import ics
from gtregister.writers.ics import Event


def save(
    register: Register,
    path: Path,
    activity_id: int | None = None,
    *,
    overwrite: bool = True,
) -> int:
    """Write the sessions of one activity, or of all, and count them.

    A calendar that has a session already knows it again when it was moved or cancelled.
    """
    if path.suffix.lower() != ".ics":
        said = _("The name of a calendar file ends in .ics, such as {name}.ics.")
        raise UserError(said.format(name=path.stem), "out")
    found = events(register, activity_id)
    with exports.leaving(register, _("Sessions"), path, overwrite=overwrite) as part:
        ics.write(found, register.today, part)
    return len(found)


def events(register: Register, activity_id: int | None = None) -> list[Event]:
    """List the sessions as entries of a calendar, by day."""
    held = school.of(register)
    rows = register.rows(
        """
        select
            sessions.*,
            activities.title,
            coalesce(sessions.venue, activities.venue) as place,
            activities.aim
        from sessions
        join activities on activities.id = sessions.activity_id
        where :activity_id is null or activity_id = :activity_id
        order by held_on, starts_at, sessions.id
        """,
        activity_id=activity_id,
    )
    return [
        Event(
            uid=f"session-{row['id']}.{held.dfe_number or 'school'}@gtregister",
            title=row["title"],
            day=date.fromisoformat(row["held_on"]),
            starts_at=row["starts_at"],
            ends_at=row["ends_at"],
            place=row["place"],
            about=row["reason"] or row["aim"],
            is_cancelled=row["status"] == "cancelled",
        )
        for row in rows
    ]
