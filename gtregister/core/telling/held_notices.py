"""The notices that are kept: what was drafted, sent or set aside, and for whom."""

from collections import defaultdict
from collections.abc import Iterable

from gtregister.core.register import Register, Row
from gtregister.core.telling.notice_events import Event
from gtregister.core.telling.recipients import Household


class Held:
    """The notices that were drafted, sent or set aside, found by whom they told."""

    def __init__(self, notices: Iterable[Row], people: Iterable[Row]) -> None:
        self._contacts: dict[int, set[int]] = defaultdict(set)
        for notice_id, contact_id in people:
            self._contacts[notice_id].add(contact_id)
        self._by_event: dict[tuple[object, ...], list[Row]] = defaultdict(list)
        for row in notices:
            on = None if row["about"] else row["event_on"]
            event = (row["pupil_id"], row["kind"], on, row["about"], row["audience"])
            self._by_event[event].append(row)

    def concerns(self, notice_id: int | None, home: Household | None) -> bool:
        """Say whether a notice, if any, was addressed to this household."""
        told = self._contacts.get(notice_id or 0)
        return not told or home is None or bool(told & set(home.contact_ids))

    def find(self, event: Event, audience: str, home: Household | None) -> Row | None:
        """Find the newest notice that told these people of this event."""
        on = None if event.about else event.on.isoformat()
        key = (event.pupil_id, event.kind, on, event.about, audience)
        for row in reversed(self._by_event.get(key, ())):
            told = self._contacts[row["id"]]
            if home is None or told & set(home.contact_ids):
                return row
            if home.id == 0 and not told:
                return row
        return None


def of(register: Register) -> Held:
    """Read the notices that are kept."""
    return Held(
        register.rows("select * from notices order by id"),
        register.rows("select notice_id, contact_id from notice_people"),
    )
