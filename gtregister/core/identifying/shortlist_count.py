"""How many pupils wait for a decision: a number that must cost next to nothing.

It is asked for at the start and whenever anything was changed. Only who meets the
policy is kept of a judgement, which is large; what was decided since is read anew each
time. What judges is slow to load, and so is loaded when somebody must be judged.
"""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from gtregister.core.identifying import freshness, placing
from gtregister.core.identifying.placing import NOTHING, Key
from gtregister.core.register import Register
from gtregister.core.roll import pupils

if TYPE_CHECKING:
    from gtregister.core.identifying.identification import Judgement
    from gtregister.criteria.routes import Route

_LIMIT = 5000  # a larger roll is not judged just to show a count


@dataclass(frozen=True, slots=True)
class _Met:
    """Who meets the policy by which route, and for how long that is known."""

    on: date
    seen: int
    routes: "tuple[Route, ...]"
    keys: frozenset[Key]


_kept: WeakKeyDictionary[Register, _Met] = WeakKeyDictionary()


def known(register: Register) -> int | None:
    """Count the pupils who meet the policy and wait for a decision.

    None says that they have to be judged first, which `counted` does.
    """
    if not register.value("select exists (select 1 from policies)"):
        return 0
    met = _kept.get(register)
    if met is None or not freshness.stands(register, met.on, met.seen):
        return None
    held = placing.held(register, met.routes)
    waiting = {
        key[0]
        for key in met.keys
        if placing.place(held.get(key, NOTHING), "suggested", register.today) == "meets"
    }
    return len(waiting)


def counted(register: Register) -> int:
    """Count them, judging everybody first where nobody has; 0 for a very long roll."""
    found = known(register)
    if found is not None or pupils.count(register) > _LIMIT:
        return found or 0
    from gtregister.core.identifying import identification

    note(register, identification.known(register) or identification.judge(register))
    return known(register) or 0


def note(register: Register, judgement: "Judgement") -> None:
    """Keep who meets the policy, for counting."""
    keys = frozenset(
        (judged.pupil["id"], judged.route.key)
        for judged in judgement.judged
        if judged.outcome == "suggested"
    )
    routes = judgement.in_force.policy.routes
    _kept[register] = _Met(judgement.on, judgement.seen, routes, keys)
