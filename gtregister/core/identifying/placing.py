"""In which place a pupil is on a route: by what was decided, else by the policy.

A pupil on roll is in exactly one place on each route.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Literal

from gtregister.core.register import Register, Row

if TYPE_CHECKING:
    from gtregister.criteria.routes import Route, Suggestion

Place = Literal["on", "meets", "nearly", "not_known", "not_now", "no", "no_sign"]
Key = tuple[int, str]  # a pupil's id and the key of a route

_BY_OUTCOME: "Mapping[Suggestion, Place]" = {
    "suggested": "meets",
    "near_miss": "nearly",
    "not_known": "not_known",
    "not_suggested": "no_sign",
}
ON = ("on", "watching", "paused")


@dataclass(slots=True)
class Held:
    """The entries of a pupil that are what a route would make.

    `on` are the ids of those that are on the register; `status` is that of the latest
    entry, `waiting` the id of one that waits for a decision, `until` the day on which
    it comes back; `reason`, `decided_by` and `decided_on` are of the last decision.
    """

    status: str = ""
    on: list[int] = field(default_factory=list)
    waiting: int | None = None
    until: date | None = None
    reason: str = ""
    decided_by: str = ""
    decided_on: date | None = None


NOTHING = Held()


def held(register: Register, routes: "Iterable[Route]") -> dict[Key, Held]:
    """Read the entries that these routes made, or that are what they would make."""
    routes = tuple(routes)
    found: dict[Key, Held] = {}
    for row in register.rows(
        """
        select
            entries.*,
            decisions.reason,
            decisions.decided_by,
            decisions.decided_on
        from entries
        left join decisions on decisions.id = (
            select max(id)
            from decisions
            where entry_id = entries.id
        )
        order by entries.id
        """
    ):
        for route in routes:
            if _is_of(row, route):
                key = row["pupil_id"], route.key
                _take(found.setdefault(key, Held()), row)
    return found


def place(held: Held, outcome: "Suggestion", today: date) -> Place:
    """Say in which place a pupil is on a route."""
    if held.on:
        return "on"
    if held.status in {"declined", "left"}:
        return "no"
    if held.until is not None and held.until > today:
        return "not_now"
    return _BY_OUTCOME[outcome]


def _is_of(entry: Row, route: "Route") -> bool:
    """Say whether an entry is a route's own, or of the same kind and subject."""
    kind = (entry["strand"], entry["scope"], entry["tier"] or "")
    if kind != (route.strand, route.scope, route.tier or ""):
        return False
    same_subject: bool = (entry["subject"] or "") == (route.subject or "")
    return same_subject or entry["route"] == route.key


def _take(held: Held, entry: Row) -> None:
    """Take one more entry into account; a later one says more than those before."""
    status = entry["status"]
    if status in ON:
        held.on.append(entry["id"])
    due = entry["review_due"]
    is_waiting = status == "candidate"
    held.status = status
    held.waiting = entry["id"] if is_waiting else None
    held.until = date.fromisoformat(due) if is_waiting and due else None
    held.reason = entry["reason"] or ""
    held.decided_by = entry["decided_by"] or ""
    decided = entry["decided_on"]
    held.decided_on = date.fromisoformat(decided) if decided else None
