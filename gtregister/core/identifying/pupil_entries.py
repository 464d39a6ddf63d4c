"""The entries of one pupil, each told with the decisions that were taken on it."""

import json
from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from gtregister.core import words
from gtregister.core.identifying import entries
from gtregister.core.identifying.placing import ON
from gtregister.core.register import Register, Row
from gtregister.core.words import Words
from gtregister.i18n import N_, _, format_date, translated

# What a decision did, by the key it is stored under.
DECISIONS = {
    "added": N_("Added to the register"),
    "declined": N_("Not added"),
    "not_now": N_("Not now"),
    "watching": N_("Watched from now on"),
    "paused": N_("Paused"),
    "resumed": N_("Fully on the register again"),
    "left": N_("Taken off the register"),
    "moved": N_("Moved"),
    "reviewed": N_("Reviewed"),
}


@dataclass(frozen=True, slots=True)
class Ground:
    """A piece of evidence as it stood on the day of a decision, in words.

    `met` says what a criterion made of it; None if there was nothing to go by.
    """

    met: bool | None
    text: str


@dataclass(frozen=True, slots=True)
class Decision:
    """What was decided on an entry, by whom, when, why, and on which evidence."""

    what: str
    by: str
    on: date
    reason: str
    policy: str | None
    grounds: tuple[Ground, ...]


@dataclass(frozen=True, slots=True)
class Episode:
    """One entry of the pupil; `status` is a key, the rest reads as it stands.

    `strand_key` and `subject_key` are what is stored; no subject means all-round.
    Strand and tier are called what the school calls them.
    """

    id: int
    strand_key: str
    subject_key: str | None
    strand: str
    subject: str
    scope: str
    tier: str | None
    status: str
    from_on: date | None
    to_on: date | None
    review_due: date | None
    decisions: tuple[Decision, ...]

    @property
    def is_open(self) -> bool:
        """Say whether the pupil is on the register by this entry."""
        return self.status in ON

    @property
    def area(self) -> str:
        """Name what it is for: Gifted, Mathematics."""
        return _("{strand}, {subject}").format(strand=self.strand, subject=self.subject)

    @property
    def status_words(self) -> str:
        """Write the status."""
        return translated(entries.STATUSES[self.status])

    @property
    def dates(self) -> str:
        """Say from when to when it lasts, and when it is due to be looked at again."""
        said = []
        if self.from_on is not None and self.to_on is not None:
            both = _("From {first} to {last}.")
            first, last = format_date(self.from_on), format_date(self.to_on)
            said.append(both.format(first=first, last=last))
        elif self.from_on is not None:
            said.append(_("Since {day}.").format(day=format_date(self.from_on)))
        if self.review_due is not None and self.status in (*ON, "candidate"):
            due = _("Review due {day}.")
            said.append(due.format(day=format_date(self.review_due)))
        return " ".join(said)


def of(register: Register, pupil_id: int) -> list[Episode]:
    """Read a pupil's entries: those that last first, then the newest."""
    decided = _decisions(register, pupil_id)
    rows = register.rows(
        """
        select entries.*, subjects.name as subject_name
        from entries
        left join subjects on subjects.key = entries.subject
        where entries.pupil_id = :pupil_id
        order by
            entries.status not in ('on', 'watching', 'paused'),
            coalesce(entries.from_on, '') desc,
            entries.id desc
        """,
        pupil_id=pupil_id,
    )
    said = words.of(register)
    return [_episode(row, decided[row["id"]], said) for row in rows]


def _episode(row: Row, decided: list[Decision], said: Words) -> Episode:
    return Episode(
        id=row["id"],
        strand_key=row["strand"],
        subject_key=row["subject"],
        strand=said.strand(row["strand"]),
        subject=translated(row["subject_name"] or N_("All-round")),
        scope=translated(entries.SCOPES[row["scope"]]),
        tier=said.tier(row["tier"]),
        status=row["status"],
        from_on=_day(row["from_on"]),
        to_on=_day(row["to_on"]),
        review_due=_day(row["review_due"]),
        decisions=tuple(decided),
    )


def _day(stored: str | None) -> date | None:
    return date.fromisoformat(stored) if stored else None


def _decisions(register: Register, pupil_id: int) -> dict[int, list[Decision]]:
    """Read the decisions on each entry, newest first."""
    found: dict[int, list[Decision]] = defaultdict(list)
    for row in register.rows(
        """
        select decisions.*, policies.name as policy, policies.version
        from entries
        join decisions on decisions.entry_id = entries.id
        left join policies on policies.id = decisions.policy_id
        where entries.pupil_id = :pupil_id
        order by decisions.id desc
        """,
        pupil_id=pupil_id,
    ):
        found[row["entry_id"]].append(_decision(row))
    return found


def _decision(row: Row) -> Decision:
    policy = None
    if row["policy"] is not None:
        said = _("{policy}, version {version}")
        policy = said.format(policy=row["policy"], version=row["version"])
    return Decision(
        what=translated(DECISIONS.get(row["what"], row["what"].replace("_", " "))),
        by=row["decided_by"],
        on=date.fromisoformat(row["decided_on"]),
        reason=row["reason"],
        policy=policy,
        grounds=tuple(
            Ground(None if found.get("met") is None else bool(found["met"]), text)
            for found in json.loads(row["evidence"])
            if (text := str(found.get("reason") or ""))
        ),
    )


def since(register: Register, pupil_id: int) -> date | None:
    """Say since when a pupil has been on the register, by the entries that last."""
    found = register.value(
        """
        select min(from_on)
        from entries
        where pupil_id = :pupil_id and status in ('on', 'watching', 'paused')
        """,
        pupil_id=pupil_id,
    )
    return _day(str(found)) if found else None


def areas(register: Register) -> list[tuple[str, str | None, str, str]]:
    """List what a pupil can be on the register for: keys of strand and subject, words.

    In each strand the first is all-round, which has no subject.
    """
    rows = register.rows("select key, name, strand from subjects order by name")
    found: list[tuple[str, str | None, str, str]] = []
    said = words.of(register)
    for strand in entries.STRANDS:
        name = said.strand(strand)
        found.append((strand, None, name, _("All-round")))
        found += [
            (strand, row["key"], name, translated(row["name"]))
            for row in rows
            if row["strand"] == strand
        ]
    return found
