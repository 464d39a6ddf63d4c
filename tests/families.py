"""The words of tests about telling people: a stay on the register, and a family."""

from datetime import date

from gtregister.core.register import Register
from gtregister.core.roll import contacts
from gtregister.core.roll.contacts import NewContact
from gtregister.core.telling import offers
from gtregister.i18n import N_
from tests.builders import pupil


def decision(
    register: Register,
    entry_id: int,
    what: str,
    on: date | None = None,
    **entry: object,
) -> None:
    """Take a decision on an entry, and change the entry with it."""
    with register.change(N_("Decided")) as db:
        db.update("entries", entry_id, entry)
        db.insert(
            "decisions",
            {
                "entry_id": entry_id,
                "what": what,
                "decided_by": register.user,
                "decided_on": (on or register.today).isoformat(),
                "reason": "as the panel saw it",
            },
        )


def stay(
    register: Register,
    pupil_id: int,
    subject: str | None = "maths",
    on: date | None = None,
    strand: str = "gifted",
) -> int:
    """Put a pupil on the register and return the id of the entry."""
    begun = (on or register.today).isoformat()
    with register.change(N_("Added to the register")) as db:
        entry_id = db.insert(
            "entries",
            {
                "pupil_id": pupil_id,
                "strand": strand,
                "subject": subject,
                "scope": "school",
                "status": "on",
                "from_on": begun,
            },
        )
        decision(register, entry_id, "added", on)
    return entry_id


def leave(register: Register, entry_id: int, on: date | None = None) -> None:
    """Take an entry off the register."""
    day = (on or register.today).isoformat()
    decision(register, entry_id, "left", on, status="left", to_on=day)


def parent(
    register: Register, pupil_id: int, forename: str = "Farah", **known: object
) -> int:
    """Give a pupil a parent with responsibility and an address; return the id."""
    usual: dict[str, object] = {
        "surname": "Ahmed",
        "title": "Mrs",
        "parental_responsibility": True,
        "address": "4 Mill Lane\nGreenfield",
        "postcode": "GF1 2AB",
    }
    return contacts.add(
        register, pupil_id, NewContact(forename=forename, **usual | known)
    )


def offer(register: Register) -> None:
    """Say what every gifted pupil is offered, so that letters have something to say."""
    offers.add(register, "a problem-solving group on Thursdays", strand="gifted")


def newcomer(register: Register, forename: str = "Aisha", **known: object) -> int:
    """Put a pupil with one parent on the register today and return the pupil's id."""
    child = pupil(register, forename, **{"form": "7A"} | known)
    parent(register, child)
    stay(register, child)
    return child
