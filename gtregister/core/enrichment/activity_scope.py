"""Whom an activity is for: subjects, year groups, tiers."""

from collections.abc import Iterable

from gtregister.core import school, words
from gtregister.core.enrichment.activity_plan import NewActivity
from gtregister.core.register import Register, Row, Stored, Writing


def of(register: Register, activity_id: int) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """Read the subjects, by key, and the year groups of an activity; none means all."""
    subjects = _subjects(register, activity_id)
    years = _years(register, activity_id)
    return tuple(row["part"] for row in subjects), tuple(row["part"] for row in years)


def is_same(one: NewActivity, other: NewActivity) -> bool:
    """Say whether two plans are for the same subjects and years, in any order."""
    return set(one.subjects) == set(other.subjects) and set(one.years) == set(
        other.years
    )


def tiers(register: Register, held: str | None = None) -> dict[str, str]:
    """Name the tiers to choose from, and `held`, which an activity has, in words."""
    rows = register.rows(
        """
        select tier from entries where tier is not null
        union
        select tier from routes where tier is not null
        union
        select :held where :held is not null
        order by tier
        """,
        held=held,
    )
    said = words.of(register)
    return {row["tier"]: said.tier(row["tier"]) or row["tier"] for row in rows}


def keep(
    register: Register, db: Writing, activity_id: int, activity: NewActivity
) -> None:
    """Store which subjects and years an activity is for now."""
    keys = [school.subject_key(register, subject) for subject in activity.subjects]
    subjects = _subjects(register, activity_id)
    _keep(db, "activity_subjects", activity_id, "subject", subjects, keys)
    years = _years(register, activity_id)
    _keep(db, "activity_years", activity_id, "year_group", years, activity.years)


def _subjects(register: Register, activity_id: int) -> list[Row]:
    return register.rows(
        """
        select id, subject as part
        from activity_subjects
        where activity_id = :id
        order by subject
        """,
        id=activity_id,
    )


def _years(register: Register, activity_id: int) -> list[Row]:
    return register.rows(
        """
        select id, year_group as part
        from activity_years
        where activity_id = :id
        order by year_group
        """,
        id=activity_id,
    )


def _keep(
    db: Writing,
    table: str,
    activity_id: int,
    column: str,
    held: Iterable[Row],
    wanted: Iterable[Stored],
) -> None:
    """Take out the parts that are no longer wanted, and put in those that are new."""
    ids = {row["part"]: row["id"] for row in held}
    wanted = set(wanted)
    db.delete(table, [row_id for part, row_id in ids.items() if part not in wanted])
    for part in sorted(wanted - ids.keys(), key=str):
        db.insert(table, {"activity_id": activity_id, column: part})
