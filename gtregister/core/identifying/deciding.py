"""One decision: whom it moves, and what is written down of it."""

import json
from collections import defaultdict
from typing import Literal

from gtregister.core.identifying import next_term
from gtregister.core.identifying.episodes import in_a_year
from gtregister.core.identifying.identification import Judged, Judgement
from gtregister.core.identifying.placing import Held
from gtregister.core.register import Register, Writing
from gtregister.errors import UserError
from gtregister.i18n import _, format_date

What = Literal["added", "not_now", "declined", "left"]


class Decision:
    """One decision, while the pupils whom it moves are gathered and written down."""

    def __init__(
        self, register: Register, judgement: Judgement, what: What, reason: str
    ) -> None:
        self.reason = reason
        self.fresh: list[tuple[Judged, Held]] = []
        self._register = register
        self._judgement = judgement
        self._what = what
        self._today = register.today.isoformat()
        self._until = next_term.first_day(register)
        self._taken: set[tuple[object, ...]] = set()

    def consider(self, judged: Judged, held: Held) -> None:
        """Take a pupil in whom the decision moves; say so where it cannot."""
        if self._what in {"declined", "not_now"} and held.on:
            said = _(
                "{forename} {surname} is on the register by this route. "
                "Remove them instead."
            )
            raise UserError(said.format(**dict(judged.pupil)), "decline")
        route = judged.route
        kind = (route.strand, route.scope, route.tier, route.subject)
        # Two routes may lead to one and the same entry.
        if not self._is_so(held) and (judged.pupil["id"], *kind) not in self._taken:
            self._taken.add((judged.pupil["id"], *kind))
            self.fresh.append((judged, held))

    def _is_so(self, held: Held) -> bool:
        """Say whether things stand already as the decision would have them."""
        if self._what == "added":
            return bool(held.on)
        if self._what == "left":
            return not held.on
        if self._what == "declined":
            return held.status == "declined"
        return held.until == self._until

    def record(self, db: Writing) -> None:
        """Write down what each pupil's entry becomes, and the decision on it."""
        subjects = _subjects(self._register)
        for judged, held in self.fresh:
            if self._what == "left":
                for entry_id in held.on:
                    gone = {"status": "left", "to_on": self._today}
                    db.update("entries", entry_id, gone)
                    self._note(db, entry_id, judged)
                continue
            waiting = held.waiting
            for entry in self._entries(judged, subjects):
                if waiting is None:
                    entry_id = db.insert("entries", entry)
                else:
                    entry_id, waiting = waiting, None
                    db.update("entries", entry_id, entry)
                self._note(db, entry_id, judged)

    def _entries(
        self, judged: Judged, subjects: dict[tuple[int, str], list[str]]
    ) -> list[dict[str, str | None]]:
        """Say what entries a pupil's decision makes, one for each subject."""
        route = judged.route
        kind = {
            "pupil_id": judged.pupil["id"],
            "strand": route.strand,
            "subject": route.subject,
            "scope": route.scope,
            "tier": route.tier,
            "route": route.key,
        }
        if self._what == "declined":
            return [kind | {"status": "declined", "review_due": None}]
        if self._what == "not_now":
            until = self._until.isoformat()
            return [kind | {"status": "candidate", "review_due": until}]
        on = {
            "status": "on",
            "from_on": self._today,
            "review_due": in_a_year(self._register.today).isoformat(),
        }
        # A route by referral, for no subject of its own, leads to each referred for.
        by_referral = "referral" in {c.criterion for c in route.clauses}
        named: list[str] = []
        if by_referral and not route.subject:
            named = subjects.get((judged.pupil["id"], route.strand), [])
        return [kind | on | {"subject": s} for s in named] or [kind | on]

    def _note(self, db: Writing, entry_id: int, judged: Judged) -> None:
        evidence = [
            {"met": f.met, "value": f.value, "reason": f.reason}
            for f in judged.findings
        ]
        db.insert(
            "decisions",
            {
                "entry_id": entry_id,
                "what": self._what,
                "decided_by": self._register.user,
                "decided_on": self._today,
                "reason": self.reason or self._usual_reason(judged),
                "policy_id": self._judgement.in_force.id,
                "evidence": json.dumps(evidence, ensure_ascii=False),
            },
        )

    def _usual_reason(self, judged: Judged) -> str:
        if self._what == "not_now":
            said = _("Not now: to be looked at again on {day}.")
            return said.format(day=format_date(self._until))
        return judged.reason


def _subjects(register: Register) -> dict[tuple[int, str], list[str]]:
    """Find for which subjects pupils were referred, by pupil and strand."""
    found: dict[tuple[int, str], list[str]] = defaultdict(list)
    for row in register.rows(
        """
        select distinct referrals.pupil_id, subjects.strand, referrals.subject
        from referrals
        join subjects on subjects.key = referrals.subject
        where referrals.status not in ('declined', 'withdrawn')
        order by referrals.subject
        """
    ):
        found[row["pupil_id"], row["strand"]].append(row["subject"])
    return found
