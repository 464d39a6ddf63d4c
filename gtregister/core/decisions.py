"""What people decide: who goes on the register, who does not, who leaves it."""

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from gtregister.core import identification, policies, pupils
from gtregister.core.identification import Judged, Judgement
from gtregister.core.register import Register, Row, Writing
from gtregister.criteria.routes import Route
from gtregister.errors import UserError
from gtregister.i18n import N_, _

ALL_SUGGESTED = "all-suggested"


@dataclass(frozen=True, slots=True)
class Decided:
    """What a decision came to: pupils it moved, and those who were there already."""

    moved: int
    already: int


def add(
    register: Register, route_key: str, upns: Sequence[str], reason: str = ""
) -> Decided:
    """Put pupils on the register by a route: by UPN, or everyone who is suggested.

    *all-suggested* leaves out those whom somebody decided not to add or took off. A
    pupil named by UPN goes on whatever the policy says, since a person decides. Without
    a reason of the person's own, what the policy found is the reason.
    """
    judgement, route = _judged(register, route_key)
    if ALL_SUGGESTED in upns:
        turned_away = _entries(register, route, "declined", "left")
        suggested = judgement.of(route, "suggested")
        chosen = [j for j in suggested if j.pupil["id"] not in turned_away]
    else:
        chosen = _named(register, judgement, route, upns)
        _need_why(chosen, reason)
    current = _entries(register, route, "on")
    fresh = [j for j in chosen if j.pupil["id"] not in current]
    subjects = _subjects(register, route)
    today = register.today.isoformat()
    if fresh:
        with register.change(
            N_("Added to the register"), reason, about=route.title
        ) as db:
            for judged in fresh:
                for subject in subjects.get(judged.pupil["id"], [route.subject]):
                    dates = {"from_on": today, "review_due": _in_a_year(register.today)}
                    entry = _entry(judged, "on", subject) | dates
                    entry_id = db.insert("entries", entry)
                    why = reason or judged.reason
                    _decide(register, db, entry_id, "added", why, judgement, judged)
    return Decided(len(fresh), len(chosen) - len(fresh))


def decline(
    register: Register, route_key: str, upns: Sequence[str], reason: str
) -> Decided:
    """Note that pupils are not added by a route, and why."""
    _need(reason)
    judgement, route = _judged(register, route_key)
    chosen = _named(register, judgement, route, upns)
    on = _entries(register, route, "on")
    for judged in chosen:
        if judged.pupil["id"] in on:
            said = _(
                "{forename} {surname} is on the register by this route. "
                "Remove them instead."
            )
            raise UserError(said.format(**dict(judged.pupil)), "decline")
    declined = _entries(register, route, "declined")
    fresh = [j for j in chosen if j.pupil["id"] not in declined]
    if fresh:
        with register.change(
            N_("Not added to the register"), reason, about=route.title
        ) as db:
            for judged in fresh:
                entry = _entry(judged, "declined", route.subject)
                entry_id = db.insert("entries", entry)
                _decide(register, db, entry_id, "declined", reason, judgement, judged)
    return Decided(len(fresh), len(chosen) - len(fresh))


def remove(
    register: Register, route_key: str, upns: Sequence[str], reason: str
) -> Decided:
    """Take pupils off the register by a route from today on; their history stays."""
    _need(reason)
    judgement, route = _judged(register, route_key)
    chosen = _named(register, judgement, route, upns)
    on = _entries(register, route, "on")
    leaving = [j for j in chosen if j.pupil["id"] in on]
    today = register.today.isoformat()
    if leaving:
        with register.change(
            N_("Taken off the register"), reason, about=route.title
        ) as db:
            for judged in leaving:
                for entry_id in on[judged.pupil["id"]]:
                    db.update("entries", entry_id, {"status": "left", "to_on": today})
                    _decide(register, db, entry_id, "left", reason, judgement, judged)
    return Decided(len(leaving), len(chosen) - len(leaving))


def _need_why(chosen: Iterable[Judged], reason: str) -> None:
    for judged in chosen:
        if judged.outcome != "suggested" and not reason.strip():
            said = _("The policy does not suggest {forename} {surname}, so say why.")
            raise UserError(said.format(**dict(judged.pupil)), "reason")


def _need(reason: str) -> None:
    if not reason.strip():
        said = _("Say why: a pupil is not turned away or taken off without a reason.")
        raise UserError(said, "reason")


def _judged(register: Register, route_key: str) -> tuple[Judgement, Route]:
    known = policies.in_force(register).policy.routes
    for route in known:
        if route.key == route_key:
            return identification.judge(register), route
    said = _("The policy has no route “{key}”. It has: {keys}.")
    keys = ", ".join(route.key for route in known)
    raise UserError(said.format(key=route_key, keys=keys), "route")


def _named(
    register: Register, judgement: Judgement, route: Route, upns: Iterable[str]
) -> list[Judged]:
    by_pupil = {j.pupil["id"]: j for j in judgement.judged if j.route.key == route.key}
    wanted: dict[int, Row] = {}
    for upn in upns:
        pupil = pupils.by_upn(register, upn)
        if pupil["id"] not in by_pupil:
            said = _("{forename} {surname} has left the school.")
            raise UserError(said.format(**dict(pupil)), "upn")
        wanted[pupil["id"]] = pupil
    return [by_pupil[pupil_id] for pupil_id in wanted]


def _entries(
    register: Register, route: Route, status: str, other: str = ""
) -> dict[int, list[int]]:
    """Find the entries with these statuses that are what a route would make.

    They are those that the route made, and those of the same strand, scope, subject
    and tier, by pupil.
    """
    found: dict[int, list[int]] = defaultdict(list)
    for row in register.rows(
        """
        select id, pupil_id
        from entries
        where status in (:status, :other)
            and strand = :strand
            and scope = :scope
            and coalesce(tier, '') = coalesce(:tier, '')
            and (route = :route or coalesce(subject, '') = coalesce(:subject, ''))
        """,
        status=status,
        other=other,
        route=route.key,
        strand=route.strand,
        scope=route.scope,
        subject=route.subject,
        tier=route.tier,
    ):
        found[row["pupil_id"]].append(row["id"])
    return found


def _subjects(register: Register, route: Route) -> dict[int, list[str | None]]:
    """Find the subjects for which pupils were referred, if a route asks for referrals.

    A route with a subject of its own, or without referrals, makes one entry for all.
    """
    found: dict[int, list[str | None]] = defaultdict(list)
    if route.subject or "referral" not in {c.criterion for c in route.clauses}:
        return found
    for row in register.rows(
        """
        select distinct referrals.pupil_id, referrals.subject
        from referrals
        join subjects on subjects.key = referrals.subject
        where subjects.strand = :strand
            and referrals.status not in ('declined', 'withdrawn')
        order by referrals.subject
        """,
        strand=route.strand,
    ):
        found[row["pupil_id"]].append(row["subject"])
    return found


def _in_a_year(day: date) -> str:
    """Say when an entry is to be reviewed: a year later."""
    if (day.month, day.day) == (2, 29):
        day -= timedelta(days=1)
    return day.replace(year=day.year + 1).isoformat()


def _entry(judged: Judged, status: str, subject: str | None) -> dict[str, str | None]:
    route = judged.route
    return {
        "pupil_id": judged.pupil["id"],
        "strand": route.strand,
        "subject": subject,
        "scope": route.scope,
        "tier": route.tier,
        "route": route.key,
        "status": status,
    }


def _decide(
    register: Register,
    db: Writing,
    entry_id: int,
    what: str,
    reason: str,
    judgement: Judgement,
    judged: Judged,
) -> None:
    evidence = [
        {"met": f.met, "value": f.value, "reason": f.reason} for f in judged.findings
    ]
    db.insert(
        "decisions",
        {
            "entry_id": entry_id,
            "what": what,
            "decided_by": register.user,
            "decided_on": register.today.isoformat(),
            "reason": reason,
            "policy_id": judgement.in_force.id,
            "evidence": json.dumps(evidence, ensure_ascii=False),
        },
    )
