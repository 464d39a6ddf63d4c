"""Who was proposed by whom, for which subject, and why."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from gtregister.core import pupils, school
from gtregister.core.register import Register
from gtregister.errors import UserError
from gtregister.i18n import N_, _, translated
from gtregister.table import Column, Table

SOURCES = {
    "staff": N_("Staff"),
    "parent": N_("Parent or carer"),
    "peer": N_("Another pupil"),
    "self": N_("The pupil"),
    "primary": N_("Primary school"),
    "specialist": N_("Specialist"),
    "mentor": N_("Mentor"),
}
STATUSES = {
    "waiting": N_("Waiting"),
    "more_wanted": N_("More wanted"),
    "accepted": N_("Accepted"),
    "declined": N_("Declined"),
    "withdrawn": N_("Withdrawn"),
}

_COLUMNS = (
    Column("number", N_("Number"), "number"),
    Column("referred_on", N_("Day"), "date"),
    Column("surname", N_("Surname")),
    Column("forename", N_("Forename")),
    Column("year_group", N_("Year"), "number"),
    Column("form", N_("Form")),
    Column("source", N_("From")),
    Column("referrer", N_("Name")),
    Column("subject", N_("Subject")),
    Column("reason", N_("Reason")),
    Column("status", N_("Status"), "status"),
    Column("outcome", N_("Outcome")),
    Column("upn", N_("UPN"), sensitive=True),
)


@dataclass(frozen=True, slots=True)
class NewReferral:
    """A proposal that a pupil be considered.

    `source` is a key of SOURCES, `subject` the key or name of a subject, if any.
    """

    upn: str
    source: str
    referrer: str
    reason: str
    subject: str | None = None
    referred_on: date | None = None


def add(register: Register, referral: NewReferral) -> int:
    """Note a referral and return its number."""
    if referral.source not in SOURCES:
        said = _("“{source}” is not who a referral comes from. Use: {sources}.")
        sources = ", ".join(SOURCES)
        raise UserError(said.format(source=referral.source, sources=sources), "from")
    for words, name in ((referral.referrer, "name"), (referral.reason, "reason")):
        if not words.strip():
            said = _("A referral needs the name of who refers, and a reason.")
            raise UserError(said, name)
    pupil = pupils.by_upn(register, referral.upn)
    subject = referral.subject
    if subject:
        subject = school.subject_key(register, subject)
    with register.change(N_("Referral noted")) as db:
        return db.insert(
            "referrals",
            {
                "pupil_id": pupil["id"],
                "source": referral.source,
                "referrer": referral.referrer.strip(),
                "subject": subject or None,
                "reason": referral.reason.strip(),
                "referred_on": (referral.referred_on or register.today).isoformat(),
            },
        )


def add_all(register: Register, noted: Iterable[NewReferral]) -> list[int]:
    """Note several referrals in one change, all or none, and return their numbers."""
    with register.change(N_("Referral noted")):
        return [add(register, referral) for referral in noted]


def table(register: Register) -> Table:
    """List the referrals, the waiting ones first, then the newest first."""
    rows = register.rows(
        """
        select
            referrals.id as number,
            referrals.referred_on,
            pupils.surname,
            pupils.forename,
            pupils.year_group,
            pupils.form,
            referrals.source,
            referrals.referrer,
            subjects.name as subject,
            referrals.reason,
            referrals.status,
            referrals.outcome,
            pupils.upn
        from referrals
        join pupils on pupils.id = referrals.pupil_id
        left join subjects on subjects.key = referrals.subject
        order by referrals.status <> 'waiting', referred_on desc, referrals.id desc
        """
    )
    shown = [
        (
            row["number"],
            date.fromisoformat(row["referred_on"]),
            row["surname"],
            row["forename"],
            row["year_group"],
            row["form"],
            translated(SOURCES[row["source"]]),
            row["referrer"],
            translated(row["subject"] or ""),
            row["reason"],
            translated(STATUSES[row["status"]]),
            row["outcome"],
            row["upn"],
        )
        for row in rows
    ]
    return Table(N_("Referrals"), _COLUMNS, shown, [row["number"] for row in rows])
