"""What people decide: who goes on the register, who does not, who leaves it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from gtregister.core.identifying import identification, placing, policies
from gtregister.core.identifying.deciding import Decision, What
from gtregister.core.identifying.identification import Judged, Judgement
from gtregister.core.identifying.placing import NOTHING, Key
from gtregister.core.register import Register, Row
from gtregister.core.roll import pupils
from gtregister.criteria.routes import Route
from gtregister.errors import UserError
from gtregister.i18n import N_, _

ALL_SUGGESTED = "all-suggested"

_NAMES: dict[What, str] = {
    "added": N_("Added to the register"),
    "not_now": N_("Put off to next term"),
    "declined": N_("Not added to the register"),
    "left": N_("Taken off the register"),
}
# Why a pupil is not added, for a person to choose from; any other words will do.
REASONS = (
    N_("The evidence is not strong enough"),
    N_("Doing well with what lessons already offer"),
    N_("The family or the pupil asked not to be added"),
    N_("Supported in another way"),
    N_("The result is thought to be wrong"),
    N_("About to leave the school"),
)
# Why a pupil is added whom the policy does not suggest.
REASONS_TO_ADD = (
    N_("Teachers’ judgement"),
    N_("Outstanding work seen"),
    N_("Results elsewhere, such as a competition or a grade"),
    N_("Potential that tests do not show"),
    N_("Arrived without results"),
)


@dataclass(frozen=True, slots=True)
class Decided:
    """What a decision came to: pupils it moved, and those who were there already."""

    moved: int
    already: int


def add(
    register: Register, route_key: str, upns: Sequence[str], reason: str = ""
) -> Decided:
    """Put pupils on the register by a route: by UPN, all who are suggested, or both.

    *all-suggested* leaves out those whom somebody decided not to add, put off or took
    off. A pupil named by UPN goes on whatever the policy says, since a person decides.
    Without a reason of the person's own, what the policy found is the reason.
    """
    route = _route(register, route_key)
    named = _named(register, route, [upn for upn in upns if upn != ALL_SUGGESTED])
    suggested = _suggested(register, route) if ALL_SUGGESTED in upns else []
    return decide_many(register, "added", [*suggested, *named], reason)


def _suggested(register: Register, route: Route) -> list[Key]:
    """Name whom a route suggests, but for those on whom somebody decided otherwise."""
    judgement = identification.judgement(register)
    held = placing.held(register, (route,))
    return [
        key
        for judged in judgement.of(route, "suggested")
        for key in [(judged.pupil["id"], route.key)]
        if placing.place(held.get(key, NOTHING), judged.outcome, register.today)
        in {"meets", "on"}
    ]


def put_off(
    register: Register, route_key: str, upns: Sequence[str], reason: str = ""
) -> Decided:
    """Note that pupils are not decided on now; they come back with the next term."""
    route = _route(register, route_key)
    return decide_many(register, "not_now", _named(register, route, upns), reason)


def decline(
    register: Register, route_key: str, upns: Sequence[str], reason: str
) -> Decided:
    """Note that pupils are not added by a route, and why."""
    route = _route(register, route_key)
    return decide_many(register, "declined", _named(register, route, upns), reason)


def remove(
    register: Register, route_key: str, upns: Sequence[str], reason: str
) -> Decided:
    """Take pupils off the register by a route from today on; their history stays."""
    route = _route(register, route_key)
    return decide_many(register, "left", _named(register, route, upns), reason)


def decide_many(
    register: Register, what: What, chosen: Iterable[Key], reason: str = ""
) -> Decided:
    """Decide the same on several pupils, each by one or more routes, in one change.

    `chosen` are pairs of a pupil's id and a route's key. Raises UserError without a
    reason where one is needed, and for a pupil who is on the register already and
    would not be added or put off.
    """
    judgement = identification.judgement(register)
    judged = [_found(register, judgement, *key) for key in dict.fromkeys(chosen)]
    _check(what, judged, reason)
    held = placing.held(register, judgement.in_force.policy.routes)
    decision = Decision(register, judgement, what, reason.strip())
    for one in judged:
        decision.consider(one, held.get((one.pupil["id"], one.route.key), NOTHING))
    if decision.fresh:
        titles = dict.fromkeys(one.route.title for one, _held in decision.fresh)
        about = ", ".join(titles)
        with register.change(_NAMES[what], decision.reason, about=about) as db:
            decision.record(db)
    moved = {one.pupil["id"] for one, _held in decision.fresh}
    everybody = {one.pupil["id"] for one in judged}
    return Decided(len(moved), len(everybody - moved))


def _check(what: What, chosen: Iterable[Judged], reason: str) -> None:
    """Refuse a decision that needs a reason and has none."""
    if reason.strip() or what == "not_now":
        return
    if what != "added":
        said = _("Say why: a pupil is not turned away or taken off without a reason.")
        raise UserError(said, "reason")
    for judged in chosen:
        if judged.outcome != "suggested":
            said = _("The policy does not suggest {forename} {surname}, so say why.")
            raise UserError(said.format(**dict(judged.pupil)), "reason")


def _route(register: Register, route_key: str) -> Route:
    known = policies.in_force(register).policy.routes
    for route in known:
        if route.key == route_key:
            return route
    said = _("The policy has no route “{key}”. It has: {keys}.")
    keys = ", ".join(route.key for route in known)
    raise UserError(said.format(key=route_key, keys=keys), "route")


def _named(register: Register, route: Route, upns: Iterable[str]) -> list[Key]:
    return [(pupils.by_upn(register, upn)["id"], route.key) for upn in upns]


def _found(
    register: Register, judgement: Judgement, pupil_id: int, route_key: str
) -> Judged:
    judged = judgement.find(pupil_id, route_key)
    if judged is not None:
        return judged
    _route(register, route_key)
    pupil: Row | None = register.row("select * from pupils where id = :id", id=pupil_id)
    said = _("{forename} {surname} has left the school.")
    raise UserError(said.format(**dict(pupil or {})), "upn")
