"""Episodes on the register: who is on it, as what, since when, and why."""

from collections import Counter
from collections.abc import Callable, Collection, Sequence
from datetime import date

from gtregister.core import school, words
from gtregister.core.register import Register
from gtregister.core.roll import pupils
from gtregister.i18n import N_, _, format_date, format_number, translated
from gtregister.table import Column, Table, Value

STATUSES = {
    "candidate": N_("Candidate"),
    "on": N_("On the register"),
    "watching": N_("Watching"),
    "paused": N_("Paused"),
    "left": N_("Left the register"),
    "declined": N_("Not added"),
}
STRANDS = ("gifted", "talented")
SCOPES = {"school": N_("School"), "national": N_("National")}

COLUMNS = (
    Column("surname", N_("Surname")),
    Column("forename", N_("Forename")),
    Column("year_group", N_("Year"), "number"),
    Column("form", N_("Form")),
    Column("strand", N_("Strand")),
    Column("subject", N_("Subject")),
    Column("scope", N_("Scope")),
    Column("tier", N_("Tier")),
    Column("reason", N_("Reason")),
    Column("status", N_("Status"), "status"),
    Column("from_on", N_("Since"), "date"),
    Column("review_due", N_("Review due"), "date"),
    Column("areas", N_("Areas"), "number"),
    Column("activities", N_("Activities this year"), "number"),
    Column("upn", N_("UPN"), sensitive=True),
    Column("dob", N_("Date of birth"), "date", sensitive=True),
    Column("pupil_premium", N_("Pupil premium"), "yes_no", sensitive=True),
    Column("sen", N_("SEN"), sensitive=True),
    Column("eal", N_("EAL"), "yes_no", sensitive=True),
    Column("ks2_reading", N_("KS2 reading"), "number", sensitive=True),
    Column("ks2_maths", N_("KS2 maths"), "number", sensitive=True),
    Column("cat4_mean", N_("CAT4 mean"), "number", sensitive=True),
)

# Everything but the id of the entry stands in the order of COLUMNS.
_LISTED = """
select
    entry_id,
    shown_surname,
    shown_forename,
    year_group,
    form,
    strand,
    subject_name,
    scope,
    tier,
    reason,
    status,
    from_on,
    review_due,
    pupil_id as areas,
    pupil_id as activities,
    upn,
    dob,
    pupil_premium,
    sen,
    eal,
    (
        select number
        from results
        where pupil_id = listed.pupil_id
            and assessment = 'ks2'
            and subject = 'reading'
            and measure = 'scaled_score'
            and number is not null
        order by academic_year desc, id desc
        limit 1
    ) as ks2_reading,
    (
        select number
        from results
        where pupil_id = listed.pupil_id
            and assessment = 'ks2'
            and subject = 'maths'
            and measure = 'scaled_score'
            and number is not null
        order by academic_year desc, id desc
        limit 1
    ) as ks2_maths,
    (
        select number
        from results
        where pupil_id = listed.pupil_id
            and assessment = 'cat4'
            and subject = 'mean'
            and measure = 'sas'
            and number is not null
        order by academic_year desc, id desc
        limit 1
    ) as cat4_mean
from register_entries as listed
where from_on <= :day
    and (to_on is null or to_on > :day)
    and (left_on is null or left_on > :day)
    and status in ('on', 'watching', 'paused', 'left')
    and (:year is null or year_group = :year)
    and (:strand is null or strand = :strand)
    and (:subject is null or subject = :subject)
order by year_group, surname, forename, strand, subject
"""


def table(
    register: Register,
    *,
    on: date | None = None,
    year: int | None = None,
    strand: str | None = None,
    subject: str | None = None,
) -> Table:
    """List the register as at a day (today, if none is given), in order of names.

    A row is one entry: a pupil may have several, one for each strand and subject, and
    `areas` says how many of them are listed, `activities` how many the pupil had in
    the academic year of that day. Year, form and scores are those of now; a
    score is the latest (scaled score, or standard age score). Keys are ids of entries.
    """
    rows = register.rows(
        _LISTED,
        day=(on or register.today).isoformat(),
        year=year,
        strand=strand,
        subject=subject,
    )
    ids, *columns = zip(*map(tuple, rows), strict=True) if rows else [()]
    had = _activities(register, on or register.today)
    shown = _in_words(register, columns, had)
    return Table(words.of(register).register, COLUMNS, shown, ids)


def _activities(register: Register, day: date) -> Counter[Value]:
    """Count the activities of an academic year in which each pupil has or had a place.

    It counts what the view `enrichment` lists, without its marks and outcomes.
    """
    rows = register.rows(
        """
        select places.pupil_id, count(*) as activities
        from places
        join activities on activities.id = places.activity_id
        where activities.academic_year = :year
            and activities.status not in ('idea', 'cancelled')
            and places.joined_on is not null
            and places.state not in ('declined', 'removed')
        group by places.pupil_id
        """,
        year=school.academic_year_of(day),
    )
    return Counter({row["pupil_id"]: row["activities"] for row in rows})


def _in_words(
    register: Register, columns: Sequence[Sequence[Value]], had: Counter[Value]
) -> list[tuple[Value, ...]]:
    """Write entries as the register shows them, each different value only once.

    That is what makes a long register quick to read, and since equal values then are
    one object, it takes far less memory.
    """
    said = words.of(register)
    in_words: dict[str, Callable[[Value], Value]] = {
        "strand": lambda key: said.strand(str(key)),
        "subject": lambda name: translated(str(name or N_("All-round"))),
        "scope": lambda key: translated(SCOPES[str(key)]),
        "tier": lambda key: said.tier(None if key is None else str(key)),
        "status": _status,
        "from_on": _day,
        "review_due": _day,
        "areas": Counter(columns[_AREAS] if columns else ()).__getitem__,
        "activities": had.__getitem__,
        "dob": _day,
    }
    shown = []
    for column, values in zip(COLUMNS, columns, strict=False):
        name = in_words.get(column.key, _as_it_is)
        names = {value: name(value) for value in set(values)}
        shown.append([names[value] for value in values])
    return list(zip(*shown, strict=True))


_AREAS = next(place for place, c in enumerate(COLUMNS) if c.key == "areas")


def _as_it_is(stored: Value) -> Value:
    return stored


def _status(key: Value) -> str:
    # An entry that was left later was on the register on the day that is shown.
    return translated(STATUSES["on" if key == "left" else str(key)])


def _day(stored: Value) -> date | None:
    return date.fromisoformat(str(stored)) if stored else None


def pupil_of(register: Register, entry_id: int) -> int | None:
    """Say whose entry it is."""
    found = register.value("select pupil_id from entries where id = :id", id=entry_id)
    return None if found is None else int(found)


def of_pupils(register: Register, pupil_ids: Collection[int]) -> set[int]:
    """Find every entry of these pupils, by its id."""
    rows = register.rows("select id, pupil_id from entries")
    return {entry_id for entry_id, pupil_id in rows if pupil_id in pupil_ids}


def facts(register: Register, on: date | None = None) -> tuple[str, ...]:
    """Say as at which day it is listed, and of how many pupils and by which policy."""
    said = _("As at {day}, {on} of {roll} pupils are on the register.")
    lines = [
        said.format(
            day=format_date(on or register.today),
            on=format_number(count(register, on)),
            roll=format_number(pupils.count(register, on)),
        )
    ]
    policy = register.row(
        """
        select name, version
        from policies
        where in_force_from <= :day
        order by id desc
        """,
        day=(on or register.today).isoformat(),
    )
    if policy is not None:
        lines.append(_("Policy: {name}, version {version}.").format(**dict(policy)))
    return tuple(lines)


def last_decision(register: Register) -> date | None:
    """Say on which day somebody last decided on an entry."""
    found = register.value("select max(decided_on) from decisions")
    return date.fromisoformat(str(found)) if found else None


def count(register: Register, on: date | None = None) -> int:
    """Count the pupils on the register as at a day."""
    return int(
        register.value(
            """
            select count(distinct pupil_id)
            from register_entries
            where from_on <= :day
                and (to_on is null or to_on > :day)
                and (left_on is null or left_on > :day)
                and status in ('on', 'watching', 'paused', 'left')
            """,
            day=(on or register.today).isoformat(),
        )
        or 0
    )
