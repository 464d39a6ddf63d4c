"""How things stand: the few numbers and facts that the first page shows."""

from dataclasses import dataclass
from datetime import UTC, datetime

from gtregister.core import history
from gtregister.core.register import Register


@dataclass(frozen=True, slots=True)
class LastImport:
    """The latest file that came in and was not put back; `change` can be undone."""

    change: int
    file: str
    made_at: datetime
    made_by: str


@dataclass(frozen=True, slots=True)
class Standing:
    """Pupils on the register and on roll, and what waits for somebody."""

    on: int
    roll: int
    referrals: int
    reviews: int
    last_import: LastImport | None


def of(register: Register) -> Standing:
    """Read how things stand today."""
    row = register.row(
        """
        select
            (
                select count(distinct pupil_id)
                from register_entries
                where status in ('on', 'watching', 'paused', 'left')
                    and from_on <= :today
                    and (to_on is null or to_on > :today)
                    and (left_on is null or left_on > :today)
            ) as on_register,
            (
                select count(*)
                from pupils
                where left_on is null or left_on > :today
            ) as roll,
            (
                select count(*)
                from referrals
                where status in ('waiting', 'more_wanted')
            ) as referrals,
            (
                select count(distinct pupil_id)
                from register_entries
                where status in ('on', 'watching', 'paused')
                    and review_due <= :today
                    and (left_on is null or left_on > :today)
            ) as reviews
        """,
        today=register.today.isoformat(),
    )
    counts = dict(row) if row else {}
    return Standing(
        on=counts["on_register"],
        roll=counts["roll"],
        referrals=counts["referrals"],
        reviews=counts["reviews"],
        last_import=_last_import(register),
    )


def _last_import(register: Register) -> LastImport | None:
    undone = history.undone(register)
    for row in register.rows(
        """
        select id, about, made_at, made_by
        from changes
        where what = 'File imported' and row_count > 0
        order by id desc
        """
    ):
        if row["id"] not in undone:
            made = datetime.fromisoformat(row["made_at"]).replace(tzinfo=UTC)
            when = made.astimezone()
            return LastImport(row["id"], row["about"], when, row["made_by"])
    return None
