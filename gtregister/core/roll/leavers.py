"""Pupils of a year who are missing from a file that lists it, and marking them left."""

from collections import Counter
from collections.abc import Collection, Iterable

from gtregister.core.register import Register, Row, Writing

# A file that has fewer of a year than this is no list of it: a class, or a few resits.
_MOST = 0.5


def missing(register: Register, found: Collection[int]) -> list[Row]:
    """Find the pupils on roll whose year a file lists, though not them.

    `found` are the ids of the pupils that the file is about. A year is one that the
    file lists if at least half of it is there.
    """
    rows = register.rows(
        """
        select id, upn, surname, forename, year_group, form
        from pupils
        where year_group is not null and (left_on is null or left_on > :today)
        order by year_group, surname, forename
        """,
        today=register.today.isoformat(),
    )
    whole = Counter(row["year_group"] for row in rows)
    there = Counter(row["year_group"] for row in rows if row["id"] in found)
    listed = {year for year, n in there.items() if n >= whole[year] * _MOST}
    return [
        row for row in rows if row["year_group"] in listed and row["id"] not in found
    ]


def mark(register: Register, db: Writing, pupil_ids: Iterable[int]) -> None:
    """Mark pupils as left today, within a change."""
    for pupil_id in pupil_ids:
        db.update("pupils", pupil_id, {"left_on": register.today.isoformat()})
