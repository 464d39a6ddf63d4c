"""The school's policy as values, and what a pupil's Evidence comes to on each route."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from gtregister.criteria import Criterion, Evidence, Finding
from gtregister.discovery import discover
from gtregister.options import Answer

Suggestion = Literal["suggested", "near_miss", "not_suggested", "not_known"]
Strand = Literal["gifted", "talented"]
Scope = Literal["school", "national"]


@dataclass(frozen=True, slots=True)
class Clause:
    """One criterion of a route, with an answer to every one of its options."""

    criterion: str
    options: Mapping[str, Answer]


@dataclass(frozen=True, slots=True)
class Route:
    """A way onto the register: criteria, and how many of them must be met.

    `needs` is "all", "any" or "at least n". No subject means all-round.
    """

    key: str
    title: str
    strand: Strand
    subject: str | None
    scope: Scope
    tier: str | None
    needs: str
    clauses: tuple[Clause, ...]

    @property
    def least(self) -> int:
        """The number of criteria that must be met."""
        if self.needs == "any":
            return 1
        if self.needs == "all":
            return len(self.clauses)
        return int(self.needs.removeprefix("at least "))


@dataclass(frozen=True, slots=True)
class Policy:
    """A school's rules for identification; `era` says of which results they speak."""

    name: str
    about: str
    era: str
    routes: tuple[Route, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a route comes to for one pupil, and the finding of each of its clauses."""

    outcome: Suggestion
    findings: tuple[Finding, ...]


@cache
def criteria() -> Mapping[str, Criterion]:
    """Collect every criterion by its key, the name of its module."""
    return discover("gtregister.criteria", "CRITERION", Criterion)


def judge(route: Route, evidence: Evidence) -> Outcome:
    """Judge one pupil by one route."""
    known = criteria()
    findings = tuple(
        known[clause.criterion].judge(evidence, **clause.options)
        for clause in route.clauses
    )
    return Outcome(combine(route.least, findings), findings)


def combine(least: int, findings: Sequence[Finding]) -> Suggestion:
    """Say what the findings come to when at least so many must be met.

    A near miss would be suggested if what was nearly met were met, or is surely one
    short of several. What is not known never counts against a pupil.
    """
    met = near = unknown = 0
    for finding in findings:
        if finding.met:
            met += 1
        elif finding.met is None:
            unknown += 1
        elif finding.near:
            near += 1
    if met >= least:
        return "suggested"
    if met + near >= least:
        return "near_miss"
    if met + unknown >= least:
        return "not_known"
    if met == least - 1 and least >= 2:
        return "near_miss"
    return "not_suggested"
