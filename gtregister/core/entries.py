"""Episodes on the register: who is on it, as what, since when, and why."""

from datetime import date

from gtregister.core import pupils
from gtregister.core.register import Register, Row
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
STRANDS = {"gifted": N_("Gifted"), "talented": N_("Talented")}
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
    Column("upn", N_("UPN"), sensitive=True),
    Column("dob", N_("Date of birth"), "date", sensitive=True),
    Column("pupil_premium", N_("Pupil premium"), "yes_no", sensitive=True),
    Column("sen", N_("SEN"), sensitive=True),
    Column("eal", N_("EAL"), "yes_no", sensitive=True),
)


def table(
    register: Register,
    *,
    on: date | None = None,
    year: int | None = None,
    strand: str | None = None,
    subject: str | None = None,
) -> Table:
    """List the register as at a day (today, if none is given), in order of names.

    A row is one entry: a pupil may have several, one for each strand and subject. Year
    and form are those of the roll now. The keys are ids of entries.
    """
    rows = register.rows(
        """
        select *
        from register_entries
        where from_on <= :day
            and (to_on is null or to_on > :day)
            and (left_on is null or left_on > :day)
            and status in ('on', 'watching', 'paused', 'left')
            and (:year is null or year_group = :year)
            and (:strand is null or strand = :strand)
            and (:subject is null or subject = :subject)
        order by year_group, surname, forename, strand, subject
        """,
        day=(on or register.today).isoformat(),
        year=year,
        strand=strand,
        subject=subject,
    )
    return Table(
        N_("Register"),
        COLUMNS,
        [tuple(_shown(row, column.key) for column in COLUMNS) for row in rows],
        [row["entry_id"] for row in rows],
    )


def facts(register: Register, on: date | None = None) -> tuple[str, ...]:
    """Say as at which day, of how many pupils and by which policy it is listed."""
    said = _("As at {day}, {on} of {roll} pupils are on the register.")
    lines = [
        said.format(
            day=format_date(on or register.today),
            on=format_number(count(register, on)),
            roll=format_number(pupils.count(register)),
        )
    ]
    policy = register.row("select name, version from policies order by id desc limit 1")
    if policy is not None:
        lines.append(_("Policy: {name}, version {version}.").format(**dict(policy)))
    return tuple(lines)


def _shown(row: Row, key: str) -> Value:
    if key in {"surname", "forename"}:
        name: str = row[f"shown_{key}"]
        return name
    if key == "strand":
        return translated(STRANDS.get(row["strand"], row["strand"]))
    if key == "scope":
        return translated(SCOPES[row["scope"]])
    if key == "subject":
        return translated(row["subject_name"] or N_("All-round"))
    if key == "status":
        # An entry that was left later was on the register on the day that is shown.
        return translated(STATUSES["on" if row["status"] == "left" else row["status"]])
    value: Value = row[key]
    if key in {"from_on", "review_due", "dob"} and value is not None:
        return date.fromisoformat(str(value))
    return value


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
