"""Pupils who would have to be in two places at once."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from gtregister.core.register import Register
from gtregister.i18n import _, format_date, ngettext

_NAMED = 3  # clashes told in one sentence


@dataclass(frozen=True, slots=True)
class Clash:
    """One pupil's first session at the same time as one of the activity."""

    pupil_id: int
    name: str
    other: str
    day: date
    from_at: str

    def __str__(self) -> str:
        said = _("{name} has {other} on {day}")
        return said.format(name=self.name, other=self.other, day=format_date(self.day))


def of_pupils(
    register: Register, activity_id: int, pupil_ids: Sequence[int]
) -> list[Clash]:
    """Find which of these pupils have another activity at the time of a session.

    Only sessions from today on count, and only places that are invited or accepted.
    """
    return [
        Clash(
            row["pupil_id"],
            _("{forename} {surname}").format(**dict(row)),
            row["title"],
            date.fromisoformat(row["held_on"]),
            row["from_at"],
        )
        for row in register.rows(
            """
            select
                places.pupil_id,
                coalesce(pupils.preferred_forename, pupils.forename) as forename,
                coalesce(pupils.preferred_surname, pupils.surname) as surname,
                theirs.title,
                min(theirs.held_on) as held_on,
                theirs.from_at
            from session_times as ours
            join session_times as theirs
                on theirs.held_on = ours.held_on
                and theirs.activity_id <> ours.activity_id
                and theirs.from_at < ours.until_at
                and theirs.until_at > ours.from_at
            join places
                on places.activity_id = theirs.activity_id
                and places.state in ('invited', 'accepted')
            join pupils on pupils.id = places.pupil_id
            where ours.activity_id = :activity_id
                and ours.held_on >= :today
                and places.pupil_id in (select value from json_each(:pupils))
            group by places.pupil_id
            order by surname, forename, places.pupil_id
            """,
            activity_id=activity_id,
            today=register.today.isoformat(),
            pupils=json.dumps(list(pupil_ids)),
        )
    ]


def pairs(
    register: Register, activity_ids: Sequence[int]
) -> frozenset[tuple[int, int]]:
    """Name those of some activities that meet at the same time, in both orders."""
    rows = register.rows(
        """
        select distinct ours.activity_id as one, theirs.activity_id as other
        from session_times as ours
        join session_times as theirs
            on theirs.held_on = ours.held_on
            and theirs.activity_id <> ours.activity_id
            and theirs.from_at < ours.until_at
            and theirs.until_at > ours.from_at
        where ours.held_on >= :today
            and ours.activity_id in (select value from json_each(:ids))
            and theirs.activity_id in (select value from json_each(:ids))
        """,
        today=register.today.isoformat(),
        ids=json.dumps(list(activity_ids)),
    )
    return frozenset((row["one"], row["other"]) for row in rows)


def in_words(found: Sequence[Clash]) -> str:
    """Tell clashes in one sentence, and what to do about them."""
    first = "; ".join(map(str, found[:_NAMED]))
    more = len(found) - _NAMED
    if more > 0:
        first = ngettext(
            "{first}; and {n} more", "{first}; and {n} more", more, first=first
        )
    said = _(
        "Something else is on at that time: {clashes}. Leave them out, or say why."
    )
    return said.format(clashes=first)
