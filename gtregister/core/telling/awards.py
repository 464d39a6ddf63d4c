"""What a certificate is for: an award that was noted, or an activity taken part in."""

from collections.abc import Collection
from typing import NamedTuple

from gtregister.core.register import Register
from gtregister.i18n import _


class Award(NamedTuple):
    """What a pupil earned, in words, and the place in the activity, if there is one."""

    words: str
    place_id: int | None


# Each activity that a pupil took part in: by an outcome, by the marks of attendance, or
# by a place in what is over, where a school keeps no marks. An award comes first, then
# what was last.
_SQL = """
with earned as (
    select pupil_id, activity_id, award, noted_on as earned_on
    from outcomes
    union all
    select attendance.pupil_id, sessions.activity_id, null, max(sessions.held_on)
    from attendance
    join sessions on sessions.id = attendance.session_id
    where attendance.mark in ('present', 'late')
    group by attendance.pupil_id, sessions.activity_id
    union all
    select places.pupil_id, places.activity_id, null, max(sessions.held_on)
    from places
    join sessions on sessions.activity_id = places.activity_id
    where places.state = 'accepted' and sessions.status <> 'cancelled'
    group by places.pupil_id, places.activity_id
    having max(sessions.held_on) <= :today
)
select earned.*, activities.title, places.id as place_id
from earned
join activities on activities.id = earned.activity_id
left join places
    on places.activity_id = earned.activity_id and places.pupil_id = earned.pupil_id
where :activity_id is null or earned.activity_id = :activity_id
order by
    earned.pupil_id,
    trim(coalesce(award, '')) = '',
    earned_on desc,
    activities.id desc
"""


def earned(register: Register, activity_id: int | None = None) -> dict[int, Award]:
    """Say for each pupil what they earned, in an activity or in any."""
    found: dict[int, Award] = {}
    today = register.today.isoformat()
    for row in register.rows(_SQL, today=today, activity_id=activity_id):
        if row["pupil_id"] in found:
            continue
        award = (row["award"] or "").strip()
        said = _("{activity}: {award}") if award else _("Taking part in {activity}")
        words = said.format(activity=row["title"], award=award)
        found[row["pupil_id"]] = Award(words, row["place_id"])
    return found


def activities_of(
    register: Register, pupil_ids: Collection[int]
) -> list[tuple[int, str]]:
    """Name the activities in which any of these pupils took part, the last first."""
    today = register.today.isoformat()
    rows = register.rows(_SQL, today=today, activity_id=None)
    ours = [row for row in rows if row["pupil_id"] in pupil_ids]
    ours.sort(key=lambda row: (row["earned_on"], row["activity_id"]), reverse=True)
    return list({row["activity_id"]: row["title"] for row in ours}.items())
