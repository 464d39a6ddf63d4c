"""What belongs to one activity: the adults who go, the buses, the money."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass

from gtregister.core.enrichment import activities
from gtregister.core.register import Register, Stored
from gtregister.errors import UserError
from gtregister.i18n import N_, _

ROLES = {
    "leader": N_("Leader"),
    "deputy": N_("Deputy leader"),
    "adult": N_("Accompanying adult"),
    "first_aid": N_("First aider"),
    "tutor": N_("Tutor"),
    "driver": N_("Driver"),
}


@dataclass(frozen=True, slots=True)
class Adult:
    """Somebody who goes with the pupils; `role` is a key of ROLES or other words."""

    name: str
    role: str = "adult"
    telephone: str | None = None
    bus_id: int | None = None
    staff_id: int | None = None


@dataclass(frozen=True, slots=True)
class Bus:
    """A bus or coach; `seats` for everybody but the driver, if they are known."""

    name: str
    seats: int | None = None
    telephone: str | None = None


def set_adults(register: Register, activity_id: int, adults: Iterable[Adult]) -> None:
    """Put these adults in the place of those who were to go, the leader first."""
    rows = {adult.name.strip(): asdict(adult) for adult in adults}
    _set(register, activity_id, "activity_staff", "name", rows)


def set_buses(register: Register, activity_id: int, buses: Iterable[Bus]) -> None:
    """Put these buses in the place of those there were; pupils keep theirs by name."""
    wanted = {bus.name.strip(): asdict(bus) for bus in buses}
    gone = register.rows(
        """
        select places.id
        from places
        join buses on buses.id = places.bus_id
        where buses.activity_id = :activity_id
            and buses.name not in (select value from json_each(:kept))
        """,
        activity_id=activity_id,
        kept=json.dumps(list(wanted)),
    )
    adults = register.rows(
        """
        select activity_staff.id
        from activity_staff
        join buses on buses.id = activity_staff.bus_id
        where buses.activity_id = :activity_id
            and buses.name not in (select value from json_each(:kept))
        """,
        activity_id=activity_id,
        kept=json.dumps(list(wanted)),
    )
    with register.change(N_("Buses changed")) as db:
        for row in gone:
            db.update("places", row["id"], {"bus_id": None})
        for row in adults:
            db.update("activity_staff", row["id"], {"bus_id": None})
        _set(register, activity_id, "buses", "name", wanted)


def set_funding(
    register: Register, activity_id: int, amounts: Mapping[str, int]
) -> None:
    """Split the cost of an activity over sources, in pence."""
    for source, amount in amounts.items():
        if amount < 0 or not source.strip():
            said = _("Name each source of money, and an amount that is not below 0.")
            raise UserError(said, "funding")
    rows: dict[str, dict[str, Stored]] = {
        source.strip(): {"source": source.strip(), "amount": amount}
        for source, amount in amounts.items()
    }
    _set(register, activity_id, "activity_funding", "source", rows)


def adults(register: Register, activity_id: int) -> list[tuple[int, Adult]]:
    """Read the adults with their ids, the leader first."""
    rows = register.rows(
        """
        select *
        from activity_staff
        where activity_id = :id
        order by role <> 'leader', role <> 'deputy', id
        """,
        id=activity_id,
    )
    return [
        (
            row["id"],
            Adult(
                row["name"],
                row["role"],
                row["telephone"],
                row["bus_id"],
                row["staff_id"],
            ),
        )
        for row in rows
    ]


def buses(register: Register, activity_id: int) -> list[tuple[int, Bus]]:
    """Read the buses with their ids."""
    rows = register.rows(
        "select * from buses where activity_id = :id order by name", id=activity_id
    )
    return [
        (row["id"], Bus(row["name"], row["seats"], row["telephone"])) for row in rows
    ]


def funding(register: Register, activity_id: int) -> dict[str, int]:
    """Read how the cost is split over sources, in pence."""
    rows = register.rows(
        """
        select source, amount
        from activity_funding
        where activity_id = :id
        order by id
        """,
        id=activity_id,
    )
    return {row["source"]: row["amount"] for row in rows}


def _set(
    register: Register,
    activity_id: int,
    table: str,
    key: str,
    wanted: Mapping[str, Mapping[str, Stored]],
) -> None:
    """Make the rows of one table those that are wanted; equal ones stay untouched."""
    if "" in wanted:
        raise UserError(_("Give it a name."), key)
    activity = activities.of(register, activity_id)
    # The names of tables are those of our own schema.
    sql = f'select * from "{table}" where activity_id = :id'  # noqa: S608
    held = {row[key]: row for row in register.rows(sql, id=activity_id)}
    gone = [row["id"] for name, row in held.items() if name not in wanted]
    changed: dict[int, dict[str, Stored]] = {}
    added: list[dict[str, Stored]] = []
    for name, values in wanted.items():
        row = {**values, key: name}
        if name not in held:
            added.append({"activity_id": activity_id, **row})
        elif any(held[name][k] != v for k, v in row.items()):
            changed[held[name]["id"]] = row
    if not (gone or changed or added):
        return
    with register.change(N_("Activity changed"), about=activity.title) as db:
        db.delete(table, gone)
        for row_id, row in changed.items():
            db.update(table, row_id, row)
        for row in added:
            db.insert(table, row)
