"""What pupils are offered, in words that a letter can say.

A letter about the register opens with this, so a pupil without any is not written to.
"""

from collections.abc import Iterable

from gtregister.core import school, words
from gtregister.core.register import Register
from gtregister.errors import UserError
from gtregister.i18n import N_, _, translated
from gtregister.table import Column, Table

_COLUMNS = (
    Column("pupil", N_("Pupil")),
    Column("strand", N_("Strand")),
    Column("subject", N_("Subject")),
    Column("offer", N_("What is offered")),
)


def table(register: Register) -> Table:
    """List what is offered, to whom; the keys are ids of offers."""
    rows = register.rows(
        """
        select
            offers.id,
            pupils.forename || ' ' || pupils.surname as pupil,
            offers.strand,
            subjects.name as subject,
            offers.offer
        from offers
        left join pupils on pupils.id = offers.pupil_id
        left join subjects on subjects.key = offers.subject
        order by pupil is not null, pupil, offers.strand, subject, offers.id
        """
    )
    called = words.of(register)
    shown = [
        (
            row["pupil"],
            called.strand(row["strand"]) if row["strand"] else None,
            translated(row["subject"] or "") or None,
            row["offer"],
        )
        for row in rows
    ]
    return Table(N_("What we offer"), _COLUMNS, shown, [row["id"] for row in rows])


def add(
    register: Register,
    offer: str,
    *,
    pupil_id: int | None = None,
    strand: str | None = None,
    subject: str | None = None,
) -> int:
    """Say what is offered to a pupil, or to all of a strand or subject."""
    if not offer.strip():
        said = _("Say what is offered, such as “a weekly problem-solving group”.")
        raise UserError(said, "offer")
    if pupil_id is None and not strand and not subject:
        raise UserError(
            _("Say to whom it is offered: a strand, or a subject."), "strand"
        )
    key = school.subject_key(register, subject) if subject else None
    with register.change(N_("Offer noted"), about=offer.strip()[:60]) as db:
        return db.insert(
            "offers",
            {
                "pupil_id": pupil_id,
                "strand": strand or None,
                "subject": key,
                "offer": " ".join(offer.split()),
            },
        )


def remove(register: Register, offer_id: int) -> None:
    """Take an offer out of the list."""
    with register.change(N_("Offer removed")) as db:
        db.delete("offers", [offer_id])


def by_pupil(register: Register, pupil_ids: Iterable[int]) -> dict[int, list[str]]:
    """Find what is offered to each of these pupils; nothing leaves a pupil out.

    That is, first what is offered to the pupil alone, then the activities of this
    academic year in which the pupil has a place, then what is offered to everyone of
    the subjects and strands that they are on the register for.
    """
    wanted = set(pupil_ids)
    found: dict[int, list[str]] = {}
    for row in register.rows(
        "select * from pupil_offers where until_on is null or until_on >= :today",
        today=register.today.isoformat(),
    ):
        if row["pupil_id"] in wanted:
            held = found.setdefault(row["pupil_id"], [])
            if row["offer"] not in held:
                held.append(row["offer"])
    return found
