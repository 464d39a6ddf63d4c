"""Who waits for a decision: who meets the policy, who nearly does, who may."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from gtregister.core.identifying import identification, placing, policies, referrals
from gtregister.core.identifying.identification import Judged, Judgement
from gtregister.core.identifying.placing import NOTHING, Held, Key, Place
from gtregister.core.register import Register, Row
from gtregister.criteria.routes import Policy, Route
from gtregister.i18n import N_
from gtregister.table import Column, Table, Value

# The lists, in the order in which a pupil is looked for in them: who meets one route
# and nearly meets another is one row of the first list, for the route that is met.
LISTS: Mapping[Place, str] = {
    "meets": N_("Meets"),
    "nearly": N_("Nearly"),
    "not_known": N_("Not enough data"),
    "not_now": N_("Not now"),
    "no": N_("Not added"),
}

_COLUMNS = (
    Column("surname", N_("Surname")),
    Column("forename", N_("Forename")),
    Column("year_group", N_("Year"), "number"),
    Column("form", N_("Form")),
    Column("why", N_("Why")),
    Column("routes", N_("Route")),
    Column("until", N_("Comes back"), "date"),
    Column("decided_on", N_("Decided"), "date"),
    Column("decided_by", N_("By")),
    Column("upn", N_("UPN"), sensitive=True),
    Column("pupil_premium", N_("Pupil premium"), "yes_no", sensitive=True),
    Column("sen", N_("SEN"), sensitive=True),
    Column("eal", N_("EAL"), "yes_no", sensitive=True),
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A pupil, with what each route comes to and what was decided on it."""

    pupil: Row
    routes: tuple[tuple[Judged, Held, Place], ...]

    @property
    def place(self) -> Place | None:
        """Say in which list the pupil stands; None for one who is in none."""
        places = {place for _judged, _held, place in self.routes}
        return next((place for place in LISTS if place in places), None)

    @property
    def chosen(self) -> tuple[tuple[Judged, Held], ...]:
        """Give the routes for which the pupil stands in that list."""
        here = self.place
        return tuple((j, held) for j, held, place in self.routes if place == here)

    @property
    def keys(self) -> list[Key]:
        """Name those routes, as a decision on the pupil asks for them."""
        return [(self.pupil["id"], judged.route.key) for judged, _held in self.chosen]


@dataclass(frozen=True, slots=True)
class Shortlist:
    """Everybody on roll, by id, as judged and as decided on."""

    judgement: Judgement
    everybody: Mapping[int, Candidate]

    def counts(self) -> Counter[Place | None]:
        """Count the pupils in each list."""
        return Counter(candidate.place for candidate in self.everybody.values())


@dataclass(frozen=True, slots=True)
class Trial:
    """What a policy that is tried out would come to: who would be suggested.

    `new` are those whom the policy in force does not suggest, `gone` those whom only
    it suggests, as ids of pupils; `before` and `after` count them.
    """

    before: int
    after: int
    new: tuple[int, ...]
    gone: tuple[int, ...]


def of(register: Register, judgement: Judgement) -> Shortlist:
    """Put everybody who was judged in their places."""
    held = placing.held(register, judgement.in_force.policy.routes)
    everybody = {
        pupil_id: Candidate(
            judged[0].pupil,
            tuple(_placed(register, one, held) for one in judged),
        )
        for pupil_id, judged in judgement.by_pupil.items()
    }
    return Shortlist(judgement, everybody)


def _placed(
    register: Register, judged: Judged, held: Mapping[Key, Held]
) -> tuple[Judged, Held, Place]:
    found = held.get((judged.pupil["id"], judged.route.key), NOTHING)
    return judged, found, placing.place(found, judged.outcome, register.today)


def table(shortlist: Shortlist, place: Place) -> Table:
    """List the pupils of one list, a row for each; the keys are ids of pupils."""
    listed = [c for c in shortlist.everybody.values() if c.place == place]
    rows = [_row(candidate, place) for candidate in listed]
    return Table(LISTS[place], _COLUMNS, rows, [c.pupil["id"] for c in listed])


def _row(candidate: Candidate, place: Place) -> tuple[Value, ...]:
    pupil, chosen = candidate.pupil, candidate.chosen
    last = max((held for _j, held in chosen), key=_when) if chosen else NOTHING
    decided = place in {"not_now", "no"}
    return (
        pupil["shown_surname"],
        pupil["shown_forename"],
        pupil["year_group"],
        pupil["form"],
        last.reason if decided else " ".join(why(j) for j, _held in chosen),
        ", ".join(judged.route.title for judged, _held in chosen),
        last.until if place == "not_now" else None,
        last.decided_on if decided else None,
        last.decided_by if decided else None,
        pupil["upn"],
        pupil["pupil_premium"],
        pupil["sen"],
        pupil["eal"],
    )


def _when(held: Held) -> date:
    return held.decided_on or date.min


def why(judged: Judged) -> str:
    """Say why a pupil is suggested, or what is short or missing for it."""
    findings = judged.findings
    if judged.outcome == "suggested":
        telling = [f for f in findings if f.met]
    elif judged.outcome == "not_known":
        telling = [f for f in findings if f.met is None]
    else:
        telling = [f for f in findings if f.near] or [f for f in findings if not f.met]
    return " ".join(dict.fromkeys(f.reason for f in telling))


def try_out(register: Register, policy: Policy) -> Trial:
    """Say whom another policy would suggest; nothing is changed by it."""
    before: dict[int, None] = {}
    if policies.current(register) is not None:
        before = _suggested(identification.judgement(register))
    after = _suggested(identification.judge(register, policy))
    new = tuple(pupil_id for pupil_id in after if pupil_id not in before)
    gone = tuple(pupil_id for pupil_id in before if pupil_id not in after)
    return Trial(len(before), len(after), new, gone)


def _suggested(judgement: Judgement) -> dict[int, None]:
    """Name the pupils whom a policy suggests by any route, in the order of the roll."""
    return {
        pupil_id: None
        for pupil_id, judged in judgement.by_pupil.items()
        if any(j.outcome == "suggested" for j in judged)
    }


def by_referral(register: Register, number: int) -> list[Key]:
    """Say by which routes an accepted referral may put its pupil on the register.

    They are those that the policy now suggests, for the referral's own subject or
    strand; if there is none, the first of these on which the pupil is not.
    """
    referral = referrals.find(register, number)
    if policies.current(register) is None:
        return []
    found = of(register, identification.judgement(register))
    candidate = found.everybody.get(referral["pupil_id"])
    fitting = [
        (judged, place)
        for judged, _held, place in (candidate.routes if candidate else ())
        if place != "on" and _fits(judged.route, referral)
    ]
    met = [judged for judged, place in fitting if place == "meets"]
    chosen = met or [judged for judged, _place in fitting][:1]
    return [(referral["pupil_id"], judged.route.key) for judged in chosen]


def _fits(route: Route, referral: Row) -> bool:
    if not referral["subject"]:
        return True
    if route.subject:
        return bool(route.subject == referral["subject"])
    return bool(route.strand == referral["strand"])
