"""Wishes that a pupil be not on the register, and what the school decided."""

from datetime import date

from gtregister.core.register import Register
from gtregister.errors import UserError
from gtregister.i18n import N_, _, translated
from gtregister.table import Column, Table

DECISIONS = {
    "taken_off": N_("Taken off the register"),
    "stays": N_("Stays on the register"),
    "talking": N_("Being talked about"),
    "withdrawn": N_("Wish withdrawn"),
}

_COLUMNS = (
    Column("said_on", N_("Day"), "date"),
    Column("surname", N_("Surname")),
    Column("forename", N_("Forename")),
    Column("form", N_("Form")),
    Column("said_by", N_("Said by")),
    Column("wish", N_("Wish")),
    Column("decided", N_("Decided"), "status"),
    Column("decided_on", N_("Decided on"), "date"),
    Column("decided_by", N_("Decided by")),
    Column("why", N_("Why")),
)


def note(
    register: Register,
    pupil_id: int,
    said_by: str,
    wish: str,
    *,
    on: date | None = None,
    slip_id: int | None = None,
) -> int:
    """Note that somebody does not want a pupil on the register; return the wish's id.

    The register itself stays as it is until a person decides.
    """
    if not (said_by.strip() and wish.strip()):
        raise UserError(_("Say who has the wish, and what it is."), "wish")
    with register.change(N_("Wish noted")) as db:
        return db.insert(
            "wishes",
            {
                "pupil_id": pupil_id,
                "slip_id": slip_id,
                "said_by": said_by.strip(),
                "said_on": (on or register.today).isoformat(),
                "wish": wish.strip(),
            },
        )


def decide(register: Register, wish_id: int, decided: str, why: str) -> None:
    """Keep what the school decided about a wish, and why.

    Taking the pupil off the register is a decision of its own, in `decisions`.
    """
    if decided not in DECISIONS:
        said = _("“{decided}” is not what can be decided. Use: {decisions}.")
        known = ", ".join(DECISIONS)
        raise UserError(said.format(decided=decided, decisions=known), "decided")
    if not why.strip():
        raise UserError(_("Say why it was decided so."), "why")
    with register.change(N_("Wish decided"), why) as db:
        db.update(
            "wishes",
            wish_id,
            {
                "decided": decided,
                "decided_by": register.user,
                "decided_on": register.today.isoformat(),
                "why": why.strip(),
            },
        )


def table(
    register: Register, pupil_id: int | None = None, *, is_open: bool = False
) -> Table:
    """List the wishes, those not decided first; the keys are ids of wishes."""
    rows = register.rows(
        """
        select
            wishes.*,
            coalesce(pupils.preferred_surname, pupils.surname) as surname,
            coalesce(pupils.preferred_forename, pupils.forename) as forename,
            pupils.form
        from wishes
        join pupils on pupils.id = wishes.pupil_id
        where (:pupil_id is null or wishes.pupil_id = :pupil_id)
            and (not :is_open or coalesce(decided, 'talking') = 'talking')
        order by decided is not null, said_on desc, wishes.id desc
        """,
        pupil_id=pupil_id,
        is_open=is_open,
    )
    shown = [
        (
            date.fromisoformat(row["said_on"]),
            row["surname"],
            row["forename"],
            row["form"],
            row["said_by"],
            row["wish"],
            translated(DECISIONS.get(row["decided"] or "", "")) or None,
            date.fromisoformat(row["decided_on"]) if row["decided_on"] else None,
            row["decided_by"],
            row["why"],
        )
        for row in rows
    ]
    return Table(N_("Wishes"), _COLUMNS, shown, [row["id"] for row in rows])
