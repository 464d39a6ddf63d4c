"""What is known of one pupil: every result with its source, and what it comes to."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import UTC, date, datetime

from gtregister.core.identifying import identification, policies, referrals
from gtregister.core.identifying.identification import Cohort, Judged
from gtregister.core.register import Register, Row
from gtregister.core.roll import field_words, pupils
from gtregister.criteria import Evidence, Result, measures, names, routes
from gtregister.i18n import (
    N_,
    _,
    format_academic_year,
    format_date,
    format_number,
    translated,
)
from gtregister.table import Column, Table, Value

Cohorts = dict[int | None, Cohort]

# What says most in one line, in this order, where the pupil has it.
_TELLING = (
    ("ks2", "reading", "scaled_score"),
    ("ks2", "maths", "scaled_score"),
    ("ks2", "gps", "scaled_score"),
    ("ks2", "english", "fine_level"),
    ("ks2", "maths", "fine_level"),
    ("cat4", "mean", "sas"),
    ("midyis", "overall", "sas"),
    ("yellis", "overall", "sas"),
)

OUTCOMES = {
    "suggested": N_("Suggested"),
    "near_miss": N_("Near miss"),
    "not_known": N_("Not known"),
    "not_suggested": N_("Not suggested"),
}

_COLUMNS = (
    Column("assessment", N_("Assessment")),
    Column("year", N_("Academic year")),
    Column("what", N_("Result")),
    Column("value", N_("Value")),
    Column("number", N_("Number"), "number"),
    Column("taken_on", N_("Taken on"), "date"),
    Column("source", N_("Where it is from")),
)


@dataclass(frozen=True, slots=True)
class Known:
    """One stored result and, in words, where it is from."""

    id: int
    result: Result
    taken_on: date | None
    by_hand: bool

    @property
    def assessment(self) -> str:
        """Name the assessment."""
        return field_words.assessment(self.result.assessment)

    @property
    def year(self) -> str | None:
        """Write the academic year in which it was taken, if that is known."""
        year = self.result.academic_year
        return None if year is None else format_academic_year(year)

    @property
    def what(self) -> str:
        """Name what it is of: Maths, scaled score."""
        return field_words.subject_and_measure(self.result.subject, self.result.measure)

    @property
    def sentence(self) -> str:
        """Tell it whole: KS2 maths, scaled score 118, from Year 7 KS2.xlsx, row 14."""
        found = self.result
        name = field_words.result(found.assessment, found.subject, found.measure)
        said = _("{name} {value}, {source}")
        return said.format(name=name, value=found.value, source=found.source)


def results(register: Register, pupil_id: int) -> list[Known]:
    """Read every result of a pupil: the newest year of each assessment first."""
    rows = register.rows(
        """
        select
            results.*,
            imports.file_name,
            (
                select changes.made_by || char(10) || changes.made_at
                from changed_rows
                join changes on changes.id = changed_rows.change_id
                where changed_rows.table_name = 'results'
                    and changed_rows.row_id = results.id
                order by changes.id desc
                limit 1
            ) as written
        from results
        left join imports on imports.id = results.import_id
        where results.pupil_id = :pupil_id
        order by
            results.assessment,
            results.academic_year desc,
            results.taken_on desc,
            results.id
        """,
        pupil_id=pupil_id,
    )
    return [_known(row) for row in rows]


def _known(row: Row) -> Known:
    day = row["taken_on"]
    return Known(
        row["id"],
        Result(
            row["assessment"],
            row["academic_year"],
            row["subject"],
            row["measure"],
            row["value"],
            row["number"],
            _source(row),
        ),
        date.fromisoformat(day) if day else None,
        by_hand=row["import_id"] is None,
    )


def _source(row: Row) -> str:
    """Say where a result is from: from Year 7 KS2.xlsx, row 14."""
    if row["file_name"] is None:
        by, _line, made_at = (row["written"] or "").partition("\n")
        if not made_at:
            return _("typed in")
        made = datetime.fromisoformat(made_at).replace(tzinfo=UTC).astimezone()
        said = _("typed in by {name} on {day}")
        return said.format(name=by, day=format_date(made.date()))
    if row["row"] is None:
        return _("from {file}").format(file=row["file_name"])
    said = _("from {file}, row {row}")
    return said.format(file=row["file_name"], row=row["row"])


def table(register: Register, pupil_id: int) -> Table:
    """List every result of a pupil; the keys are ids of results."""
    found = results(register, pupil_id)
    return Table(
        N_("Results"), _COLUMNS, [_row(known) for known in found], [k.id for k in found]
    )


def _row(known: Known) -> tuple[Value, ...]:
    found = known.result
    told = (known.assessment, known.year, known.what)
    return (*told, found.value, found.number, known.taken_on, found.source)


def in_short(found: list[Known]) -> list[str]:
    """Tell the few newest numbers that say most: KS2 maths score 118."""
    newest = measures.newest(k.result for k in found)
    return [
        f"{names.name(key)} {format_number(number)}"
        for key in _TELLING
        if (number := measures.number(newest, key)) is not None
    ]


def cohort(register: Register, year_group: int | None) -> Cohort:
    """Gather the numbers of a year group, in ascending order under each measure."""
    gathered: dict[int, list[Result]] = defaultdict(list)
    for pupil_id, *fields in register.rows(
        """
        select
            results.pupil_id,
            results.assessment,
            results.academic_year,
            results.subject,
            results.measure,
            results.value,
            results.number
        from pupils
        join results on results.pupil_id = pupils.id
        where pupils.year_group = :year_group
            and (pupils.left_on is null or pupils.left_on > :today)
        """,
        year_group=year_group,
        today=register.today.isoformat(),
    ):
        gathered[pupil_id].append(Result(*fields))
    return identification.cohort(gathered.values())


def judged(
    register: Register, pupil_id: int, cohorts: Cohorts | None = None
) -> tuple[Judged, ...]:
    """Judge one pupil by every route of the policy; UserError if there is no policy.

    `cohorts` keeps each year group that was read, for whoever judges several pupils
    while nothing is changed.
    """
    in_force = policies.in_force(register)
    pupil = pupils.get(register, pupil_id)
    group = pupil["year_group"]
    kept = {} if cohorts is None else cohorts
    if group not in kept:
        kept[group] = cohort(register, group)
    evidence = Evidence(
        group,
        [known.result for known in results(register, pupil_id)],
        identification.referrals(register, pupil_id).get(pupil_id, ()),
        kept[group],
    )
    return tuple(
        Judged(pupil, route, found.outcome, found.findings)
        for route in in_force.policy.routes
        for found in [routes.judge(route, evidence)]
    )


@dataclass(frozen=True, slots=True)
class Proposal:
    """A referral, as a person reads it."""

    id: int
    on: date
    source: str
    by: str
    subject: str | None
    reason: str
    status: str
    outcome: str | None


def proposals(register: Register, pupil_id: int) -> list[Proposal]:
    """Read every referral of a pupil, newest first."""
    return [
        Proposal(
            row["id"],
            date.fromisoformat(row["referred_on"]),
            translated(referrals.SOURCES.get(row["source"], row["source"])),
            row["referrer"],
            translated(row["subject_name"]) if row["subject_name"] else None,
            row["reason"],
            translated(referrals.STATUSES.get(row["status"], row["status"])),
            row["outcome"],
        )
        for row in referrals.of_pupil(register, pupil_id)
    ]
