"""The rows that an import writes about contacts and their households."""

from collections import defaultdict
from collections.abc import Sequence

from gtregister.core.importing.families import COLUMNS, Families, Home
from gtregister.core.register import Register, Stored, Writing
from gtregister.core.roll import households

_PLAIN = {"no_contact": 0}


def store(
    register: Register, db: Writing, families: Families, ids: Sequence[int]
) -> None:
    """Do what is planned; `ids` are those of the new pupils, in the plan's order."""
    if families.changes_nothing:
        return
    made = _make_homes(db, families)

    def home_id(home: Home | None) -> int | None:
        return home if home is None or home > 0 else made[home]

    rows = (
        (
            key,
            ids[-one.owner - 1] if one.owner < 0 else one.owner,
            home_id(one.home),
            *(one.details.get(name, _PLAIN.get(name)) for name in COLUMNS),
        )
        for key, one in enumerate(families.new, db.next_id("contacts"))
    )
    db.insert_many("contacts", ("id", "pupil_id", "household_id", *COLUMNS), rows)
    changes: dict[int, dict[str, Stored]] = defaultdict(dict)
    for change in families.changed:
        if change.home is None:
            changes[change.contact_id][change.field] = change.new
        else:
            changes[change.contact_id]["household_id"] = home_id(change.home)
    for contact_id, values in changes.items():
        db.update("contacts", contact_id, values)
    for left in {change.left for change in families.changed if change.home}:
        households.drop_if_empty(register, db, left)


def _make_homes(db: Writing, families: Families) -> dict[Home, int]:
    """Make the new households that somebody lives in, and give their ids."""
    lived_in = {one.home for one in families.new if one.home}
    lived_in |= {one.home for one in families.changed if one.home}
    wanted = sorted((home for home in lived_in if home < 0), reverse=True)
    first = db.next_id("households")
    made = {home: key for key, home in enumerate(wanted, first)}
    rows = ((made[home], *families.homes[-home - 1]) for home in wanted)
    db.insert_many("households", ("id", "address", "postcode"), rows)
    return made
