"""Judging every pupil by the policy. It suggests; a person decides."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain
from weakref import WeakKeyDictionary

from gtregister.core.identifying import policies
from gtregister.core.identifying.freshness import stands
from gtregister.core.identifying.policies import InForce
from gtregister.core.register import Register, Row
from gtregister.criteria import Evidence, Finding, Referral, Result, measures, routes
from gtregister.criteria.routes import Policy, Route, Suggestion
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
    """What a policy comes to for every pupil on roll, in order of year and name.

    It stands for one day, and for the register as it was after the change `seen`.
    """

    in_force: InForce
    by_pupil: Mapping[int, tuple[Judged, ...]]
    on: date
    seen: int

    @property
    def judged(self) -> tuple[Judged, ...]:
        """Give what every route comes to for everybody, pupil by pupil."""
        return tuple(chain.from_iterable(self.by_pupil.values()))

    def of(self, route: Route, outcome: Suggestion) -> list[Judged]:
        """Choose those that came to one outcome on one route."""
        return [
            j for j in self.judged if j.route.key == route.key and j.outcome == outcome
        ]

    def find(self, pupil_id: int, route_key: str) -> Judged | None:
        """Find what a route comes to for a pupil, if the pupil is on roll."""
        judged = self.by_pupil.get(pupil_id, ())
        return next((j for j in judged if j.route.key == route_key), None)


_kept: WeakKeyDictionary[Register, Judgement] = WeakKeyDictionary()


def judgement(register: Register) -> Judgement:
    """Judge everybody, or give the last judgement if it still stands."""
    found = known(register)
    if found is None:
        found = judge(register)
        keep(register, found)
    return found


def known(register: Register) -> Judgement | None:
    """Give the last judgement, unless something that it rests on was changed since."""
    found = _kept.get(register)
    return found if found and stands(register, found.on, found.seen) else None


def keep(register: Register, judged: Judgement) -> None:
    """Keep a judgement that was made on another thread of the same register."""
    _kept[register] = judged


def judge(register: Register, policy: Policy | None = None) -> Judgement:
    """Judge every pupil on roll by the policy in force, or by one that is tried out."""
    seen = register.latest_change
    in_force = (
        policies.in_force(register)
        if policy is None
        else InForce(0, "", 0, policy)  # nobody decides by it
    )
    pupils = register.rows(
        """
        select
            id,
            upn,
            surname,
            forename,
            coalesce(preferred_surname, surname) as shown_surname,
            coalesce(preferred_forename, forename) as shown_forename,
            year_group,
            form,
            pupil_premium,
            sen,
            eal
        from pupils
        where left_on is null or left_on > :today
        order by year_group, surname, forename, id
        """,
        today=register.today.isoformat(),
    )
    results = _results(register)
    referred = referrals(register)
    years: dict[int | None, list[Sequence[Result]]] = defaultdict(list)
    for pupil in pupils:
        years[pupil["year_group"]].append(results.get(pupil["id"], ()))
    nobody: Cohort = {}
    cohorts = {year: cohort(theirs) for year, theirs in years.items()} | {None: nobody}
    judged = {}
    for pupil in pupils:
        evidence = Evidence(
            pupil["year_group"],
            results.get(pupil["id"], ()),
            referred.get(pupil["id"], ()),
            cohorts[pupil["year_group"]],
        )
        judged[pupil["id"]] = tuple(
            Judged(pupil, route, outcome.outcome, outcome.findings)
            for route in in_force.policy.routes
            for outcome in (routes.judge(route, evidence),)
        )
    return Judgement(in_force, judged, register.today, seen)


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


def referrals(
    register: Register, pupil_id: int | None = None
) -> dict[int, list[Referral]]:
    """Read the referrals that count as evidence: all that nobody declined.

    They are gathered by pupil, of everybody or of one.
    """
    gathered: dict[int, list[Referral]] = defaultdict(list)
    for row in register.rows(
        """
        select pupil_id, source, referrer, subject, referred_on
        from referrals
        where status not in ('declined', 'withdrawn')
            and (:pupil_id is null or pupil_id = :pupil_id)
        """,
        pupil_id=pupil_id,
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


def cohort(year: Iterable[Iterable[Result]]) -> Cohort:
    """Gather the numbers of a year group's pupils, in ascending order by measure."""
    numbers: dict[tuple[str, str, str], list[float]] = defaultdict(list)
    for results in year:
        for key, number in measures.measures(results).items():
            numbers[key].append(number)
    for ranked in numbers.values():
        ranked.sort()
    return numbers
