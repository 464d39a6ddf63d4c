"""Judging every pupil by the policy. It suggests; a person decides."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from gtregister.core import policies
from gtregister.core.policies import InForce
from gtregister.core.register import Register, Row
from gtregister.criteria import Evidence, Finding, Referral, Result, measures, routes
from gtregister.criteria.routes import Route, Suggestion
from gtregister.i18n import _

Cohort = Mapping[tuple[str, str, str], list[float]]


@dataclass(frozen=True, slots=True)
class Judged:
    """What one route comes to for one pupil; `pupil` is their row of the roll."""

    pupil: Row
    route: Route
    outcome: Suggestion
    findings: tuple[Finding, ...]

    @property
    def reason(self) -> str:
        """Say in a few sentences why the pupil is suggested, or is not."""
        met = [finding.reason for finding in self.findings if finding.met]
        return " ".join(met or [finding.reason for finding in self.findings])


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the policy comes to for every pupil on roll, pupil by pupil."""

    in_force: InForce
    judged: tuple[Judged, ...]

    def of(self, route: Route, outcome: Suggestion) -> list[Judged]:
        """Choose those that came to one outcome on one route."""
        return [
            j for j in self.judged if j.route.key == route.key and j.outcome == outcome
        ]


def judge(register: Register) -> Judgement:
    """Judge every pupil on roll by every route of the policy in force."""
    in_force = policies.in_force(register)
    pupils = register.rows(
        """
        select id, upn, surname, forename, year_group, form
        from pupils
        where left_on is null or left_on > :today
        order by year_group, surname, forename, id
        """,
        today=register.today.isoformat(),
    )
    results = _results(register)
    referrals = _referrals(register)
    cohorts = _cohorts(pupils, results)
    nobody: Cohort = {}
    judged = []
    for pupil in pupils:
        evidence = Evidence(
            pupil["year_group"],
            results.get(pupil["id"], ()),
            referrals.get(pupil["id"], ()),
            cohorts.get(pupil["year_group"], nobody),
        )
        for route in in_force.policy.routes:
            outcome = routes.judge(route, evidence)
            judged.append(Judged(pupil, route, outcome.outcome, outcome.findings))
    return Judgement(in_force, tuple(judged))


def _results(register: Register) -> dict[int, list[Result]]:
    """Read every result with its source in words, gathered by pupil."""
    said = _("{file}, row {row}")
    gathered: dict[int, list[Result]] = defaultdict(list)
    for pupil_id, file, row, *fields in register.rows(
        """
        select
            results.pupil_id,
            imports.file_name,
            results.row,
            results.assessment,
            results.academic_year,
            results.subject,
            results.measure,
            results.value,
            results.number
        from results
        left join imports on imports.id = results.import_id
        """
    ):
        source = said.format(file=file, row=row) if file else ""
        assessment, academic_year, subject, measure, value, number = fields
        gathered[pupil_id].append(
            Result(assessment, academic_year, subject, measure, value, number, source)
        )
    return gathered


def _referrals(register: Register) -> dict[int, list[Referral]]:
    """Read the referrals that count as evidence: all that nobody declined."""
    gathered: dict[int, list[Referral]] = defaultdict(list)
    for row in register.rows(
        """
        select pupil_id, source, referrer, subject, referred_on
        from referrals
        where status not in ('declined', 'withdrawn')
        """
    ):
        gathered[row["pupil_id"]].append(
            Referral(
                row["source"],
                row["referrer"],
                row["subject"],
                date.fromisoformat(row["referred_on"]),
            )
        )
    return gathered


def _cohorts(
    pupils: Iterable[Row], results: Mapping[int, list[Result]]
) -> dict[int, Cohort]:
    """Gather the numbers of each year group, measure by measure, in ascending order."""
    years: dict[int, dict[tuple[str, str, str], list[float]]] = {}
    for pupil in pupils:
        if pupil["year_group"] is None:
            continue
        year = years.setdefault(pupil["year_group"], defaultdict(list))
        numbers = measures.measures(results.get(pupil["id"], ()))
        for key, number in numbers.items():
            year[key].append(number)
    for year in years.values():
        for cohort in year.values():
            cohort.sort()
    return dict(years)
