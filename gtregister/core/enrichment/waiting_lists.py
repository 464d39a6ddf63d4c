"""The order of those who wait for a place."""

from gtregister.core.enrichment import places
from gtregister.core.register import Register
from gtregister.errors import UserError
from gtregister.i18n import N_, _


def move(register: Register, place_id: int, number: int) -> None:
    """Give somebody who waits another number in the waiting list; 1 is the next."""
    (place,) = places.rows_of(register, [place_id])
    others = register.rows(
        """
        select waiting_order
        from places
        where activity_id = :activity_id and state = 'waiting' and id <> :id
        order by waiting_order, id
        """,
        activity_id=place["activity_id"],
        id=place_id,
    )
    if place["state"] != "waiting":
        raise UserError(_("Only somebody who waits has a number in the waiting list."))
    line: list[float] = [row["waiting_order"] for row in others]
    at = max(0, min(number - 1, len(line)))
    before = line[at - 1] if at else (line[0] - 2 if line else 0.0)
    after = line[at] if at < len(line) else before + 2
    with register.change(N_("Waiting list reordered"), about=place["activity"]) as db:
        db.update("places", place_id, {"waiting_order": (before + after) / 2})
