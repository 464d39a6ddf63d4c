"""The names of everybody on roll, to find a pupil by what one types."""

from dataclasses import dataclass

from gtregister.core.register import Register


@dataclass(frozen=True, slots=True)
class Named:
    """A pupil to be found: the name in use, and where they are in the school."""

    id: int
    surname: str
    forename: str
    year_group: int | None
    form: str | None
    upn: str | None


def names(register: Register) -> list[Named]:
    """List everybody on roll, in order of names; leavers come last."""
    rows = register.rows(
        """
        select
            id,
            coalesce(preferred_surname, surname),
            coalesce(preferred_forename, forename),
            year_group,
            form,
            upn
        from pupils
        order by left_on is not null and left_on <= :today, 2, 3
        """,
        today=register.today.isoformat(),
    )
    return [Named(*row) for row in rows]
