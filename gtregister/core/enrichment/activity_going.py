"""Who goes with the pupils and in which bus, entered one at a time."""

from collections.abc import Mapping

from gtregister import options
from gtregister.core.enrichment import activities, activity_parts, rows_shown
from gtregister.core.enrichment.activity_parts import ROLES, Adult, Bus
from gtregister.core.register import Register, Stored
from gtregister.errors import UserError
from gtregister.i18n import N_, _, translated
from gtregister.options import Answer, Option
from gtregister.table import Column, Table

_ADULTS = (
    Column("name", N_("Name")),
    Column("role", N_("Role")),
    Column("telephone", N_("Telephone")),
    Column("bus", N_("Bus")),
    Column("on_staff", N_("On the staff"), "yes_no"),
)
_BUSES = (
    Column("name", N_("Bus")),
    Column("seats", N_("Seats"), "number"),
    Column("telephone", N_("Telephone")),
    Column("pupils", N_("Pupils"), "number"),
    Column("adults", N_("Adults"), "number"),
)
_NONE = ("", N_("None"))


def adults(register: Register, activity_id: int) -> Table:
    """List the adults who go, the leader first; the keys are ids of theirs."""
    rows = register.rows(
        """
        select
            activity_staff.*,
            buses.name as bus,
            activity_staff.staff_id is not null as on_staff
        from activity_staff
        left join buses on buses.id = activity_staff.bus_id
        where activity_staff.activity_id = :id
        order by role <> 'leader', role <> 'deputy', activity_staff.id
        """,
        id=activity_id,
    )
    said = {"role": rows_shown.words(ROLES, translated)}
    return rows_shown.table(N_("Adults who go"), _ADULTS, rows, "id", said)


def adult_questions(
    register: Register, activity_id: int, adult_id: int | None
) -> tuple[Option, ...]:
    """Ask who goes: somebody of the staff, or any other adult by name."""
    going = dict(activity_parts.adults(register, activity_id))
    held = going.get(adult_id or 0, Adult("", "adult" if going else "leader"))
    is_ours = held.role in ROLES
    buses = [
        (str(bus_id), bus.name)
        for bus_id, bus in activity_parts.buses(register, activity_id)
    ]
    return (
        options.choice(
            "staff_id",
            N_("On the staff"),
            (("", N_("Somebody else")), *_staff(register, held.staff_id)),
            str(held.staff_id or ""),
        ),
        options.text("name", N_("Or the name of another adult"), _outside(held)),
        options.choice(
            "role",
            N_("Role"),
            (*ROLES.items(), ("", N_("Another role"))),
            held.role if is_ours else "",
        ),
        options.text("own_role", N_("Another role"), None if is_ours else held.role),
        options.text("telephone", N_("Telephone on the way"), held.telephone),
        options.choice("bus_id", N_("Bus"), (_NONE, *buses), str(held.bus_id or "")),
    )


def keep_adult(
    register: Register,
    activity_id: int,
    adult_id: int | None,
    said: Mapping[str, Answer],
) -> int:
    """Enter an adult who goes, or correct one; gives the id.

    Without a telephone a new one gets that which is known of them; the first one of a
    member of staff is kept for other activities too.
    """
    staff_id = int(_text(said, "staff_id") or 0) or None
    name = _name_of(register, staff_id) if staff_id else _text(said, "name")
    if not name:
        wrong = _("Choose somebody of the staff, or write the name of another adult.")
        raise UserError(wrong, "name")
    _check_twin(adults(register, activity_id), adult_id, name)
    staff_id = staff_id or staff_called(register, name)
    telephone = _text(said, "telephone")
    if telephone is None and adult_id is None:
        telephone = _known_telephone(register, name, staff_id)
    row: dict[str, Stored] = {
        "name": name,
        "role": _text(said, "role") or _text(said, "own_role") or "adult",
        "telephone": telephone,
        "bus_id": int(_text(said, "bus_id") or 0) or None,
        "staff_id": staff_id,
    }
    title = activities.of(register, activity_id).title
    with register.change(N_("Activity changed"), about=title) as db:
        if staff_id and telephone and not _own_telephone(register, staff_id):
            db.update("staff", staff_id, {"telephone": telephone})
        return _keep(register, "activity_staff", activity_id, adult_id, row)


def remove_adult(register: Register, activity_id: int, adult_id: int) -> None:
    """Note that an adult does not go."""
    title = activities.of(register, activity_id).title
    with register.change(N_("Activity changed"), about=title) as db:
        db.delete("activity_staff", [adult_id])


def known_adult(register: Register, name: str, role: str) -> Adult:
    """Give an adult by name, with what the register knows of them from elsewhere."""
    staff_id = staff_called(register, name)
    telephone = _known_telephone(register, name, staff_id)
    return Adult(name, role, telephone, staff_id=staff_id)


def _known_telephone(register: Register, name: str, staff_id: int | None) -> str | None:
    """Give somebody's own telephone, or that with which they went the last time."""
    if staff_id is not None and (own := _own_telephone(register, staff_id)):
        return own
    found = register.value(
        """
        select telephone
        from activity_staff
        where name = :name collate nocase and telephone is not null
        order by id desc
        """,
        name=name.strip(),
    )
    return None if found is None else str(found)


def _own_telephone(register: Register, staff_id: int) -> str | None:
    found = register.value("select telephone from staff where id = :id", id=staff_id)
    return None if found is None else str(found)


def staff_called(register: Register, name: str) -> int | None:
    """Find the only member of staff of a name, who has not left."""
    rows = register.rows(
        "select id from staff where name = :name collate nocase and left_on is null",
        name=name.strip(),
    )
    return rows[0]["id"] if len(rows) == 1 else None


def buses(register: Register, activity_id: int) -> Table:
    """List the buses with who goes on them; the keys are their ids."""
    rows = register.rows(
        """
        select
            buses.*,
            (
                select count(*)
                from places
                where bus_id = buses.id and state in ('invited', 'accepted')
            ) as pupils,
            (select count(*) from activity_staff where bus_id = buses.id) as adults
        from buses
        where activity_id = :id
        order by name
        """,
        id=activity_id,
    )
    return rows_shown.table(N_("Buses"), _BUSES, rows, "id")


def bus_questions(
    register: Register, activity_id: int, bus_id: int | None
) -> tuple[Option, ...]:
    """Ask what is to be known of a bus."""
    held = dict(activity_parts.buses(register, activity_id)).get(bus_id or 0, Bus(""))
    return (
        options.text("name", N_("Name, such as Coach 1"), held.name or None),
        options.number("seats", N_("Seats"), held.seats),
        options.text("telephone", N_("Telephone"), held.telephone),
    )


def keep_bus(
    register: Register, activity_id: int, bus_id: int | None, said: Mapping[str, Answer]
) -> int:
    """Enter a bus, or correct one; gives the id. Who goes on it stays on it."""
    seats = said["seats"]
    if seats is not None and (not isinstance(seats, int) or seats < 1):
        raise UserError(_("Write the seats as a whole number, such as 49."), "seats")
    row: dict[str, Stored] = {
        "name": _text(said, "name"),
        "seats": seats,
        "telephone": _text(said, "telephone"),
    }
    if not row["name"]:
        raise UserError(_("Give the bus a name."), "name")
    _check_twin(buses(register, activity_id), bus_id, str(row["name"]))
    return _keep(register, "buses", activity_id, bus_id, row)


def remove_bus(register: Register, activity_id: int, bus_id: int) -> None:
    """Take a bus out; whoever was on it is on none."""
    held = activity_parts.buses(register, activity_id)
    left = [bus for held_id, bus in held if held_id != bus_id]
    activity_parts.set_buses(register, activity_id, left)


def _check_twin(known: Table, row_id: int | None, name: str) -> None:
    """Raise UserError if another row of this activity has the name already."""
    rows = known.only(("name",)).rows
    twins = [key for key, row in zip(known.keys, rows, strict=True) if row[0] == name]
    if twins and twins != [row_id]:
        said = _("{name} is on the list already. Change that line.")
        raise UserError(said.format(name=name), "name")


def _keep(
    register: Register,
    table: str,
    activity_id: int,
    row_id: int | None,
    row: dict[str, Stored],
) -> int:
    title = activities.of(register, activity_id).title
    with register.change(N_("Activity changed"), about=title) as db:
        if row_id is None:
            return db.insert(table, {"activity_id": activity_id, **row})
        db.update(table, row_id, row)
        return row_id


def _staff(register: Register, held: int | None) -> list[tuple[str, str]]:
    rows = register.rows(
        "select id, name from staff where left_on is null or id = :held order by name",
        held=held,
    )
    return [(str(row["id"]), row["name"]) for row in rows]


def _name_of(register: Register, staff_id: int) -> str:
    return str(register.value("select name from staff where id = :id", id=staff_id))


def _outside(held: Adult) -> str | None:
    return None if held.staff_id else held.name or None


def _text(said: Mapping[str, Answer], key: str) -> str | None:
    return str(said[key] or "").strip() or None
