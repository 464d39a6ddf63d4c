"""Who is on a roster, and what stands in its columns for each."""

from datetime import date

from gtregister.core.enrichment import consents, place_lists
from gtregister.core.register import Register, Row
from gtregister.i18n import _, translated
from gtregister.table import Value

_WORDS = {
    "consent": consents.CONSENTS,
    "payment": consents.PAYMENTS,
    "outcome": place_lists.OUTCOMES,
}
_SQL = """
select
    place_list.*,
    pupils.dob,
    pupils.sen,
    pupils.eal,
    pupil_contacts.contact,
    pupil_contacts.second_contact,
    outcomes.outcome,
    outcomes.award,
    (
        select count(*)
        from sessions
        join attendance on attendance.session_id = sessions.id
        where sessions.activity_id = place_list.activity_id
            and attendance.pupil_id = place_list.pupil_id
            and attendance.mark in ('present', 'late')
    ) as came,
    (
        select count(distinct sessions.id)
        from sessions
        join attendance on attendance.session_id = sessions.id
        where sessions.activity_id = place_list.activity_id
    ) as held
from place_list
join pupils on pupils.id = place_list.pupil_id
left join pupil_contacts on pupil_contacts.pupil_id = place_list.pupil_id
left join outcomes
    on outcomes.activity_id = place_list.activity_id
    and outcomes.pupil_id = place_list.pupil_id
where place_list.activity_id = :activity_id
    and case :audience
        when 'certificates'
            then place_list.joined_on is not null
                and (came > 0 or (held = 0 and state <> 'declined'))
        else state in ('invited', 'accepted')
            and (place_list.left_on is null or place_list.left_on > :today)
    end
order by
    iif(:audience = 'bus', bus is null, 0),
    iif(:audience = 'bus', bus, ''),
    iif(:audience = 'cover', place_list.year_group, 0),
    iif(:audience = 'cover', place_list.form, ''),
    place_list.surname,
    place_list.forename,
    place_list.pupil_id
"""


def of(register: Register, activity_id: int, audience: str) -> list[Row]:
    """Read who is on the roster; certificates are for those who came, leavers too."""
    return register.rows(
        _SQL,
        activity_id=activity_id,
        audience=audience,
        today=register.today.isoformat(),
    )


def value(row: Row, key: str, number: int) -> Value:
    """Give what stands in a column of a roster for the pupil of a number."""
    if key == "number":
        return number
    if key in {"out", "back", "remarks"}:
        return None
    if key == "attended":
        said = _("{came} of {held}").format(came=row["came"], held=row["held"])
        return said if row["held"] else None
    if key == "dob":
        return date.fromisoformat(row["dob"]) if row["dob"] else None
    if key == "reply":
        return _("None yet") if row["state"] == "invited" else None
    if key == "consent" and row["consent"] is None:
        return translated(consents.NOT_ASKED)
    stored: Value = row[key]
    return translated(_WORDS[key][str(stored)]) if key in _WORDS and stored else stored
