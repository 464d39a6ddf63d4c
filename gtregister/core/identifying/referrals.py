"""Who was proposed by whom, for which subject, why, and what came of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from gtregister.core import school
from gtregister.core.register import Register, Row, Stored
from gtregister.core.roll import pupils
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
    Column("status", N_("Status"), "status"),
    Column("source", N_("From")),
    Column("referrer", N_("Name")),
    Column("subject", N_("Subject")),
    Column("reason", N_("Reason")),
    Column("outcome", N_("Outcome")),
    Column("triage_by", N_("Looked into by")),
    Column("triage_due", N_("By when"), "date"),
    Column("triage_note", N_("Note")),
    Column("upn", N_("UPN"), sensitive=True),
)

# Why a referral is declined, for a person to choose from; any other words will do.
REASONS = (
    N_("The evidence does not bear it out"),
    N_("On the register already for this"),
    N_("Better met by help of another kind"),
    N_("The family or the pupil does not wish it"),
    N_("Not for our register"),
)


@dataclass(frozen=True, slots=True)
class NewReferral:
    """A proposal that a pupil be considered.

    `source` is a key of SOURCES, `subject` the key or name of a subject, if any. A
    pupil without a UPN is named by `pupil_id`.
    """

    upn: str
    source: str
    referrer: str
    reason: str
    subject: str | None = None
    referred_on: date | None = None
    pupil_id: int | None = None


@dataclass(frozen=True, slots=True)
class Triage:
    """Who looks into a referral, by which day, and what they note meanwhile."""

    by: str = ""
    due: date | None = None
    note: str = ""


def add(register: Register, referral: NewReferral) -> int:
    """Note a referral and return its number."""
    row = _row(register, referral)
    pupil_id = referral.pupil_id
    if pupil_id is None:
        pupil_id = pupils.by_upn(register, referral.upn)["id"]
    with register.change(N_("Referral noted")) as db:
        return db.insert("referrals", {"pupil_id": pupil_id, **row})


def _row(register: Register, referral: NewReferral) -> dict[str, Stored]:
    """Check what is said of a referral and put it as it is stored."""
    if referral.source not in SOURCES:
        said = _("“{source}” is not who a referral comes from. Use: {sources}.")
        sources = ", ".join(SOURCES)
        raise UserError(said.format(source=referral.source, sources=sources), "from")
    for words, name in ((referral.referrer, "name"), (referral.reason, "reason")):
        if not words.strip():
            said = _("A referral needs the name of who refers, and a reason.")
            raise UserError(said, name)
    on = referral.referred_on or register.today
    if on > register.today:
        said = _("The day of a referral cannot be after today. Check the date.")
        raise UserError(said, "referred_on")
    subject = referral.subject
    if subject:
        subject = school.subject_key(register, subject)
    return {
        "source": referral.source,
        "referrer": referral.referrer.strip(),
        "subject": subject or None,
        "reason": referral.reason.strip(),
        "referred_on": on.isoformat(),
    }


def add_all(register: Register, noted: Iterable[NewReferral]) -> list[int]:
    """Note several referrals in one change, all or none, and return their numbers."""
    with register.change(N_("Referral noted")):
        return [add(register, referral) for referral in noted]


def find(register: Register, number: int) -> Row:
    """Read one referral with its pupil, or raise a UserError if there is none."""
    row = register.row(
        """
        select
            referrals.*,
            subjects.name as subject_name,
            subjects.strand,
            coalesce(pupils.preferred_surname, pupils.surname) as shown_surname,
            coalesce(pupils.preferred_forename, pupils.forename) as shown_forename,
            pupils.year_group,
            pupils.form
        from referrals
        join pupils on pupils.id = referrals.pupil_id
        left join subjects on subjects.key = referrals.subject
        where referrals.id = :number
        """,
        number=number,
    )
    if row is None:
        said = _("There is no referral {number}. `referral FILE list` numbers them.")
        raise UserError(said.format(number=number), "number")
    return row


def of_pupil(register: Register, pupil_id: int) -> list[Row]:
    """Read the referrals of one pupil, the newest first."""
    return register.rows(
        """
        select referrals.*, subjects.name as subject_name
        from referrals
        left join subjects on subjects.key = referrals.subject
        where referrals.pupil_id = :pupil_id
        order by referrals.referred_on desc, referrals.id desc
        """,
        pupil_id=pupil_id,
    )


def change(register: Register, number: int, referral: NewReferral) -> None:
    """Put right what was noted of a referral; its pupil stays."""
    find(register, number)
    row = _row(register, referral)
    with register.change(N_("Referral changed")) as db:
        db.update("referrals", number, row)


def triage(register: Register, number: int, noted: Triage) -> None:
    """Note who looks into a referral, by when, and what they find meanwhile."""
    find(register, number)
    row = {
        "triage_by": noted.by.strip() or None,
        "triage_due": noted.due.isoformat() if noted.due else None,
        "triage_note": noted.note.strip() or None,
    }
    with register.change(N_("Referral looked into")) as db:
        db.update("referrals", number, row)


def accept(register: Register, number: int, note: str = "") -> None:
    """Take a referral as evidence that somebody has looked at and agrees with."""
    _answer(register, number, "accepted", N_("Referral accepted"), note)


def ask_for_more(register: Register, number: int, wanted: str) -> None:
    """Ask who refers for more, and note what is wanted."""
    if not wanted.strip():
        said = _("Say what is wanted, such as a piece of work or a second opinion.")
        raise UserError(said, "reason")
    _answer(register, number, "more_wanted", N_("More wanted of a referral"), wanted)


def decline(register: Register, number: int, reason: str) -> None:
    """Decline a referral, and say why; it is no evidence from then on."""
    if not reason.strip():
        said = _("Say why: a referral is not declined without a reason.")
        raise UserError(said, "reason")
    _answer(register, number, "declined", N_("Referral declined"), reason)


def withdraw(register: Register, number: int, reason: str = "") -> None:
    """Note that who referred a pupil takes it back; it is no evidence from then on."""
    _answer(register, number, "withdrawn", N_("Referral withdrawn"), reason)


def _answer(
    register: Register, number: int, status: str, what: str, words: str
) -> None:
    referral = find(register, number)
    if referral["status"] == status != "more_wanted":
        said = _("Referral {number} is so already: {status}.")
        in_words = translated(STATUSES[status]).lower()
        raise UserError(said.format(number=number, status=in_words), "number")
    row = {
        "status": status,
        "outcome": words.strip() or None,
        "outcome_by": register.user,
        "outcome_on": register.today.isoformat(),
    }
    with register.change(what, words.strip()) as db:
        db.update("referrals", number, row)


def count_open(register: Register) -> int:
    """Count the referrals that nobody has accepted, declined or withdrawn."""
    return int(
        register.value(
            """
            select count(*)
            from referrals
            where status in ('waiting', 'more_wanted')
            """
        )
        or 0
    )


def table(register: Register) -> Table:
    """List the referrals, those that wait first, then the newest first."""
    rows = register.rows(
        """
        select
            referrals.id as number,
            referrals.referred_on,
            coalesce(pupils.preferred_surname, pupils.surname) as surname,
            coalesce(pupils.preferred_forename, pupils.forename) as forename,
            pupils.year_group,
            pupils.form,
            referrals.source,
            referrals.referrer,
            subjects.name as subject,
            referrals.reason,
            referrals.status,
            referrals.outcome,
            referrals.triage_by,
            referrals.triage_due,
            referrals.triage_note,
            pupils.upn
        from referrals
        join pupils on pupils.id = referrals.pupil_id
        left join subjects on subjects.key = referrals.subject
        order by
            referrals.status <> 'waiting',
            referrals.status <> 'more_wanted',
            referrals.referred_on desc,
            referrals.id desc
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
            translated(STATUSES[row["status"]]),
            translated(SOURCES[row["source"]]),
            row["referrer"],
            translated(row["subject"] or ""),
            row["reason"],
            row["outcome"],
            row["triage_by"],
            date.fromisoformat(row["triage_due"]) if row["triage_due"] else None,
            row["triage_note"],
            row["upn"],
        )
        for row in rows
    ]
    return Table(N_("Referrals"), _COLUMNS, shown, [row["number"] for row in rows])
