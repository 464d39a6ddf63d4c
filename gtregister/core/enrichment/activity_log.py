"""What happened already, entered at once with the pupils who were there."""

from collections.abc import Sequence
from dataclasses import replace

from gtregister.core import calendar, school
from gtregister.core.enrichment import activities, attendance, places, sessions
from gtregister.core.enrichment.activities import NewActivity
from gtregister.core.enrichment.sessions import When
from gtregister.core.register import Register
from gtregister.errors import UserError
from gtregister.i18n import N_, _


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
