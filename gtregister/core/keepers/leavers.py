"""A pupil who has left the school gives back the places that were still to come."""

from datetime import date

from gtregister.core.register import Keeper, Register, Writing
from gtregister.i18n import _, format_date


def keep(register: Register, db: Writing) -> None:
    """Withdraw leavers from activities that go on after they left."""
    for row in register.rows(
        """
        select places.id, places.why, pupils.left_on
        from places
        join pupils on pupils.id = places.pupil_id
        join activities on activities.id = places.activity_id
        where pupils.left_on <= :today
            and places.state in ('suggested', 'invited', 'accepted', 'waiting')
            and activities.status not in ('done', 'cancelled')
            and (
                not exists (
                    select 1 from sessions where activity_id = places.activity_id
                )
                or exists (
                    select 1
                    from sessions
                    where activity_id = places.activity_id
                        and held_on >= pupils.left_on
                )
            )
        """,
        today=register.today.isoformat(),
    ):
        left = _("Left the school on {day}.")
        left = left.format(day=format_date(date.fromisoformat(row["left_on"])))
        values = {
            "state": "withdrawn",
            "state_on": register.today.isoformat(),
            "why": f"{row['why']} {left}",
            "waiting_order": None,
            "ended_on": row["left_on"],
        }
        db.update("places", row["id"], values)


KEEPER = Keeper(frozenset({"pupils", "places", "sessions"}), keep)
