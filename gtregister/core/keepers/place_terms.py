"""What is asked of a pupil with a place follows the activity: consent and payment."""

from gtregister.core.register import Keeper, Register, Writing


def keep(register: Register, db: Writing) -> None:
    """Set what nobody has answered yet: no consent is needed, or something is due."""
    for row in register.rows(
        """
        select *
        from (
            select
                places.id,
                places.consent,
                places.payment,
                coalesce(places.consent, nullif(activities.consent, 'needed'))
                    as wanted,
                iif(
                    places.payment in ('none', 'due'),
                    iif(coalesce(activities.charge, 0) > 0, 'due', 'none'),
                    places.payment
                ) as price
            from places
            join activities on activities.id = places.activity_id
            where places.state in ('invited', 'accepted')
                and activities.status not in ('done', 'cancelled')
        )
        where consent is not wanted or payment <> price
        """
    ):
        values = {"consent": row["wanted"], "payment": row["price"]}
        db.update("places", row["id"], values)


KEEPER = Keeper(frozenset({"activities", "places"}), keep)
