"""What people decide: who goes on the register, who does not, who leaves it."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

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

    *all-suggested* leaves out those whom somebody decided not to add. A pupil named by
    UPN goes on whatever the policy says, since a person decides. Without a reason of
    the person's own, what the policy found is the reason.
    """
    judgement, route = _judged(register, route_key)
    if ALL_SUGGESTED in upns:
        refused = _refused(register, route)
        chosen = [
            j for j in judgement.of(route, "suggested") if j.pupil["id"] not in refused
        ]
    else:
        chosen = _named(register, judgement, route, upns)
    current = _current(register, route)
    fresh = [j for j in chosen if j.pupil["id"] not in current]
    if fresh:
        with register.change(
            N_("Added to the register"), reason, about=route.title
        ) as db:
            for judged in fresh:
                entry = _entry(judged, "on", register.today.isoformat())
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
    on = _current(register, route)
    for judged in chosen:
        if judged.pupil["id"] in on:
            said = _(
                "{forename} {surname} is on the register by this route. "
                "Remove them instead."
            )
            raise UserError(said.format(**dict(judged.pupil)), "decline")
    refused = _refused(register, route)
    fresh = [j for j in chosen if j.pupil["id"] not in refused]
    if fresh:
        with register.change(
            N_("Not added to the register"), reason, about=route.title
        ) as db:
            for judged in fresh:
                entry_id = db.insert("entries", _entry(judged, "declined", None))
                _decide(register, db, entry_id, "declined", reason, judgement, judged)
    return Decided(len(fresh), len(chosen) - len(fresh))


def remove(
    register: Register, route_key: str, upns: Sequence[str], reason: str
) -> Decided:
    """Take pupils off the register by a route from today on; their history stays."""
    _need(reason)
    judgement, route = _judged(register, route_key)
    chosen = _named(register, judgement, route, upns)
    on = _current(register, route)
    leaving = [j for j in chosen if j.pupil["id"] in on]
    if leaving:
        with register.change(
            N_("Taken off the register"), reason, about=route.title
        ) as db:
            for judged in leaving:
                entry_id = on[judged.pupil["id"]]
                today = register.today.isoformat()
                db.update("entries", entry_id, {"status": "left", "to_on": today})
                _decide(register, db, entry_id, "left", reason, judgement, judged)
    return Decided(len(leaving), len(chosen) - len(leaving))


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


def _current(register: Register, route: Route) -> dict[int, int]:
    """Find who is on the register as this route would have it: pupil to entry."""
    return _entries(register, route, "on")


def _refused(register: Register, route: Route) -> dict[int, int]:
    """Find whom somebody decided not to add by this route."""
    return _entries(register, route, "declined")


def _entries(register: Register, route: Route, status: str) -> dict[int, int]:
    rows = register.rows(
        """
        select id, pupil_id
        from entries
        where status = :status
            and strand = :strand
            and scope = :scope
            and coalesce(subject, '') = coalesce(:subject, '')
            and coalesce(tier, '') = coalesce(:tier, '')
        """,
        status=status,
        strand=route.strand,
        scope=route.scope,
        subject=route.subject,
        tier=route.tier,
    )
    return {row["pupil_id"]: row["id"] for row in rows}


def _entry(judged: Judged, status: str, from_on: str | None) -> dict[str, str | None]:
    route = judged.route
    return {
        "pupil_id": judged.pupil["id"],
        "strand": route.strand,
        "subject": route.subject,
        "scope": route.scope,
        "tier": route.tier,
        "route": route.key,
        "status": status,
        "from_on": from_on,
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
