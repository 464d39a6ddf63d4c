"""Referrals that a file states: which of them the register does not hold yet."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from gtregister.core.importing.outcomes import Known, New
from gtregister.core.register import Register, Stored, Writing
from gtregister.core.roll.pupils import folded
from gtregister.i18n import _
from gtregister.importers import Details, Problem

_COLUMNS = ("pupil_id", "source", "referrer", "subject", "reason", "referred_on")


@dataclass(slots=True)
class Proposals:
    """The new referrals of a file, each with its pupil; and what is odd about them.

    A pupil is an id, or for a new one the place in the plan, counted down from -1.
    """

    new: list[tuple[int, Mapping[str, Stored]]] = field(default_factory=list)
    unchanged: int = 0
    problems: list[Problem] = field(default_factory=list)


def planned(
    register: Register, new: Sequence[New], known: Iterable[Known]
) -> Proposals:
    """Work out which of the referrals that a file states are new, if it states any."""
    proposals = Proposals()
    said = [(-n, one) for n, one in enumerate(new, 1) if one.referrals]
    told: list[tuple[int, New | Known]] = [*said]
    told += [(one.pupil_id, one) for one in known if one.referrals]
    if not told:
        return proposals
    held = {_key(row["pupil_id"], dict(row)) for row in _held(register)}
    subjects = _subjects(register)
    for owner, one in told:
        for referral in one.referrals:
            subject = subjects.get(folded(str(referral.get("subject") or "")))
            if "subject" in referral and subject is None:
                proposals.problems.append(_unknown(one.rows[0], referral["subject"]))
            found = {**referral, "subject": subject}
            key = _key(owner, found)
            if key in held:
                proposals.unchanged += 1
                continue
            held.add(key)
            found.setdefault("referred_on", register.today.isoformat())
            proposals.new.append((owner, found))
    return proposals


def _held(register: Register) -> Sequence[Mapping[str, Stored]]:
    rows = register.rows(
        """
        select pupil_id, source, referrer, subject, reason
        from referrals
        """
    )
    return [dict(row) for row in rows]


def _subjects(register: Register) -> dict[str, str]:
    """Give the keys of the school's subjects by key and name."""
    rows = register.rows("select key, name from subjects")
    return {folded(row[name]): row["key"] for row in rows for name in ("key", "name")}


def _key(owner: Stored, said: Details | Mapping[str, Stored]) -> tuple[object, ...]:
    words = (folded(str(said.get(name) or "")) for name in ("referrer", "reason"))
    return owner, said["source"], said.get("subject"), *words


def _unknown(row: int, subject: Stored) -> Problem:
    said = _("“{subject}” is no subject of this school; the referral goes without one.")
    return Problem(row, "", str(subject), "look", said.format(subject=subject))


def store(db: Writing, proposals: Proposals, ids: Sequence[int]) -> None:
    """Note the new referrals; `ids` are those of the new pupils, in their order."""
    if not proposals.new:
        return
    rows = (
        (
            ids[-owner - 1] if owner < 0 else owner,
            *(said.get(name) for name in _COLUMNS[1:]),
        )
        for owner, said in proposals.new
    )
    first = db.next_id("referrals")
    numbered = ((key, *row) for key, row in enumerate(rows, first))
    db.insert_many("referrals", ("id", *_COLUMNS), numbered)
