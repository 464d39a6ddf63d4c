"""What people decide on one entry of one pupil, by hand, each time with a reason."""

import json
from datetime import date, timedelta

from gtregister.core import words
from gtregister.core.identifying import evidence
from gtregister.core.identifying.entries import STATUSES
from gtregister.core.identifying.evidence import Cohorts
from gtregister.core.identifying.placing import ON
from gtregister.core.register import Register, Row, Stored, Writing
from gtregister.core.roll import pupils
from gtregister.errors import UserError
from gtregister.i18n import N_, _, translated

# From which status one may go to which, and what that decision is called.
MOVES = {
    "on": ("watching", "paused", "left"),
    "watching": ("on", "paused", "left"),
    "paused": ("on", "watching", "left"),
    "candidate": ("on", "watching"),
    "declined": (),
    "left": (),
}
_WHAT = {
    "on": "resumed",
    "watching": "watching",
    "paused": "paused",
    "left": "left",
}
_CHANGES = {
    "on": N_("Put fully on the register"),
    "watching": N_("Watched"),
    "paused": N_("Paused"),
    "left": N_("Taken off the register"),
}


def add(
    register: Register,
    pupil_id: int,
    strand: str,
    subject: str | None,
    reason: str,
    *,
    scope: str = "school",
) -> int:
    """Put a pupil on the register by hand, whatever the policy says; gives the entry.

    No subject means all-round. UserError without a reason, or if the pupil is on the
    register for it already.
    """
    _need(reason)
    pupil = pupils.get(register, pupil_id)
    _must_be_free(register, pupil, strand, subject, None)
    with register.change(N_("Added to the register"), reason) as db:
        entry: dict[str, Stored] = {
            "pupil_id": pupil_id,
            "strand": strand,
            "subject": subject,
            "scope": scope,
            "status": "on",
            "from_on": register.today.isoformat(),
            "review_due": in_a_year(register.today).isoformat(),
        }
        entry_id = db.insert("entries", entry)
        _decide(register, db, entry_id, "added", reason)
    return entry_id


def set_status(
    register: Register,
    entry_id: int,
    status: str,
    reason: str,
    cohorts: Cohorts | None = None,
) -> None:
    """Move an entry to another status: *on*, *watching*, *paused* or *left*.

    An entry that ended stays ended: the pupil comes back by a new one. `cohorts` keeps
    the year groups that were read, for whoever moves several entries.
    """
    _need(reason)
    entry = _get(register, entry_id)
    if status not in MOVES[entry["status"]]:
        said = _(
            "This entry is “{status}”, which cannot become “{wanted}”. Add a new "
            "entry instead."
        )
        now = translated(STATUSES[entry["status"]])
        wanted = translated(STATUSES[status])
        raise UserError(said.format(status=now, wanted=wanted), "status")
    values: dict[str, Stored] = {"status": status}
    today = register.today.isoformat()
    what = _WHAT[status]
    if status == "left":
        values["to_on"] = today
    elif entry["from_on"] is None:
        what = "added" if status == "on" else what
        values["from_on"] = today
        values["review_due"] = in_a_year(register.today).isoformat()
    with register.change(_CHANGES[status], reason) as db:
        db.update("entries", entry_id, values)
        _decide(register, db, entry_id, what, reason, cohorts)


def watch(register: Register, entry_id: int, reason: str) -> None:
    """Keep a pupil in view without counting on support."""
    set_status(register, entry_id, "watching", reason)


def pause(register: Register, entry_id: int, reason: str) -> None:
    """Let an entry rest for a while."""
    set_status(register, entry_id, "paused", reason)


def resume(register: Register, entry_id: int, reason: str) -> None:
    """Put a pupil who was watched or paused fully on the register again."""
    set_status(register, entry_id, "on", reason)


def leave(register: Register, entry_id: int, reason: str) -> None:
    """End an entry today; its history stays."""
    set_status(register, entry_id, "left", reason)


def move(
    register: Register, entry_id: int, strand: str, subject: str | None, reason: str
) -> None:
    """Say that an entry is for another strand or subject; no subject is all-round."""
    _need(reason)
    entry = _get(register, entry_id)
    if (entry["strand"], entry["subject"]) == (strand, subject):
        raise UserError(_("Choose another strand or another subject."), "subject")
    pupil = pupils.get(register, entry["pupil_id"])
    _must_be_free(register, pupil, strand, subject, entry_id)
    before = _area(register, entry["strand"], entry["subject"])
    said = _("Until then: {area}. {reason}").format(area=before, reason=reason.strip())
    with register.change(N_("Entry moved"), reason) as db:
        moved: dict[str, Stored] = {"strand": strand, "subject": subject}
        db.update("entries", entry_id, moved | {"route": None})
        _decide(register, db, entry_id, "moved", said)


def set_review(register: Register, entry_id: int, day: date | None) -> None:
    """Say when an entry is to be looked at again; None if it need not be."""
    entry = _get(register, entry_id)
    if day is not None and day <= register.today:
        said = _("A review is due on a day to come. Choose a later one.")
        raise UserError(said, "review_due")
    due = day.isoformat() if day else None
    if due == entry["review_due"]:
        return
    with register.change(N_("Review date set")) as db:
        db.update("entries", entry_id, {"review_due": due})


def in_a_year(day: date) -> date:
    """Say when an entry is to be reviewed if nobody says otherwise: a year later."""
    if (day.month, day.day) == (2, 29):
        day -= timedelta(days=1)
    return day.replace(year=day.year + 1)


def _need(reason: str) -> None:
    if not reason.strip():
        said = _("Say why: each decision is kept with its reason.")
        raise UserError(said, "reason")


def _get(register: Register, entry_id: int) -> Row:
    row = register.row("select * from entries where id = :id", id=entry_id)
    if row is None:
        raise UserError(_("This entry is not in the register any more."))
    return row


def _area(register: Register, strand: str, subject: str | None) -> str:
    name = register.value("select name from subjects where key = :key", key=subject)
    said = _("{strand}, {subject}")
    return said.format(
        strand=words.of(register).strand(strand),
        subject=translated(str(name or N_("All-round"))),
    )


def _must_be_free(
    register: Register,
    pupil: Row,
    strand: str,
    subject: str | None,
    entry_id: int | None,
) -> None:
    """Refuse a second entry for what the pupil is on the register for already."""
    for row in register.rows(
        """
        select id, status
        from entries
        where pupil_id = :pupil_id
            and id is not :entry_id
            and strand = :strand
            and subject is :subject
        """,
        pupil_id=pupil["id"],
        entry_id=entry_id,
        strand=strand,
        subject=subject,
    ):
        if row["status"] in ON:
            said = _("{name} is on the register for {area} already.")
            area = _area(register, strand, subject)
            raise UserError(said.format(name=pupils.name(pupil), area=area), "subject")


def _decide(
    register: Register,
    db: Writing,
    entry_id: int,
    what: str,
    reason: str,
    cohorts: Cohorts | None = None,
) -> None:
    grounds = _grounds(register, entry_id, cohorts)
    policy_id = register.value("select max(id) from policies")
    db.insert(
        "decisions",
        {
            "entry_id": entry_id,
            "what": what,
            "decided_by": register.user,
            "decided_on": register.today.isoformat(),
            "reason": reason.strip(),
            "policy_id": policy_id,
            "evidence": json.dumps(grounds, ensure_ascii=False),
        },
    )


def _grounds(
    register: Register, entry_id: int, cohorts: Cohorts | None
) -> list[dict[str, object]]:
    """Keep the evidence as it stands: what the entry's route makes of it.

    An entry that no route made keeps what all routes of its strand find; without a
    policy it is the results themselves.
    """
    entry = _get(register, entry_id)
    try:
        judged = evidence.judged(register, entry["pupil_id"], cohorts)
    except UserError:
        held = evidence.results(register, entry["pupil_id"])
        return [
            {"met": None, "value": k.result.value, "reason": k.sentence} for k in held
        ]
    of_strand = [j for j in judged if j.route.strand == entry["strand"]]
    same = [j for j in of_strand if j.route.key == entry["route"]]
    found = [finding for j in same or of_strand for finding in j.findings]
    return [
        {"met": f.met, "value": f.value, "reason": f.reason}
        for f in dict.fromkeys(found)
    ]
