"""What happened that people are to be told of, pupil by pupil."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from gtregister.core.register import Register, Row
from gtregister.core.telling import letter_settings


@dataclass(frozen=True, slots=True)
class Event:
    """Something to be told about one pupil.

    `about` says which place, referral or slip; `audience` who alone is told of it, if
    not those whom the school's rules name; `reminds` the notice nobody answered. A
    certificate has an `award`, what it is for.
    """

    pupil_id: int
    kind: str
    on: date
    about: str = ""
    audience: str | None = None
    entry_id: int | None = None
    place_id: int | None = None
    referral_id: int | None = None
    reminds: int | None = None
    award: str = ""


def by_pupil(register: Register) -> Iterator[tuple[Row, list[Event]]]:
    """Read the events of each pupil on roll, oldest first, pupils in form order."""
    settings = letter_settings.of(register)
    events: dict[int, list[Event]] = defaultdict(list)
    for row in register.rows(
        """
        select *
        from notice_events
        where event_on between :since and :today
            and (until_on is null or until_on >= :today)
        order by pupil_id, event_on, about, kind
        """,
        since=settings.told_since.isoformat() if settings.told_since else "",
        today=register.today.isoformat(),
    ):
        events[row["pupil_id"]].append(_event(row))
    children = register.rows(
        """
        select id, coalesce(preferred_forename, forename) as forename
        from pupils
        where left_on is null or left_on > :today
        order by year_group, form, surname, forename, id
        """,
        today=register.today.isoformat(),
    )
    for child in children:
        if child["id"] in events:
            yield child, events[child["id"]]


def _event(row: Row) -> Event:
    return Event(
        row["pupil_id"],
        row["kind"],
        date.fromisoformat(row["event_on"]),
        row["about"],
        row["audience"],
        row["entry_id"],
        row["place_id"],
        row["referral_id"],
        row["reminds"],
    )
