"""A place that comes free is offered to the next who waits, whoever freed it."""

from gtregister.core.enrichment import clashes
from gtregister.core.register import Keeper, Register, Row, Writing
from gtregister.errors import UserError
from gtregister.i18n import _, format_date


def keep(register: Register, db: Writing) -> None:
    """Offer free places in the order of the waiting list; refuse too many places.

    Whoever has something else at that time is passed over and goes on waiting, unless
    somebody said that the place may stand all the same.
    """
    for activity in register.rows(
        """
        select activity_id, title, places_most, taken, waiting
        from activity_overview
        where status not in ('idea', 'done', 'cancelled')
            and (last_on is null or last_on >= :today)
            and (taken > places_most or waiting > 0)
        """,
        today=register.today.isoformat(),
    ):
        most = activity["places_most"]
        if most is not None and activity["taken"] > most:
            raise UserError(_too_many(activity))
        free = activity["waiting"] if most is None else most - activity["taken"]
        _offer(register, db, activity["activity_id"], free)


def _too_many(activity: Row) -> str:
    said = _(
        "{title} would have {taken} pupils and has room for {places_most}. "
        "Free some places, or raise their number."
    )
    return said.format(**dict(activity))


def _offer(register: Register, db: Writing, activity_id: int, free: int) -> None:
    for row in register.rows(
        """
        select id, pupil_id, why, override, joined_on
        from places
        where activity_id = :activity_id and state = 'waiting'
        order by waiting_order, id
        """,
        activity_id=activity_id,
    ):
        if free <= 0:
            return
        busy = clashes.of_pupils(register, activity_id, [row["pupil_id"]])
        if busy and not row["override"]:
            continue
        today = register.today.isoformat()
        offered = _("Offered from the waiting list on {day}, when a place was free.")
        offered = offered.format(day=format_date(register.today))
        values = {
            "state": "invited",
            "state_on": today,
            "why": f"{row['why']} {offered}",
            "waiting_order": None,
            "joined_on": row["joined_on"] or today,
            "ended_on": None,
        }
        db.update("places", row["id"], values)
        free -= 1


KEEPER = Keeper(frozenset({"activities", "places", "pupils", "sessions"}), keep)
