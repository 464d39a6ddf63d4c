"""Registers to show in windows: pupils on the roll, some of them on the register."""

from datetime import date
from itertools import cycle, islice
from pathlib import Path

from gtregister.core import school
from gtregister.core.register import Register
from gtregister.core.school import School
from gtregister.i18n import N_
from tests.builders import upn

TODAY = date(2026, 11, 23)
SURNAMES = (
    *(
        "Ahmed",
        "Baker",
        "Davies",
        "Zielińska",
        "Ibrahim",
        "O’Neill",
        "Görlitz",
        "Hughes",
    ),
    *("Okafor", "Nguyễn", "Smith", "Łukasz", "Patel", "D’Souza", "Brontë", "Li"),
)
FORENAMES = (
    *("Aisha", "Noah", "Zoë", "Dev", "Chloé", "Ben", "Finn", "Ewa", "Seán", "Amara"),
    *("Katie", "Jakub", "Mary Ann"),
)
AREAS = (
    ("gifted", "maths", "KS2 maths scaled score of 118, in the top 10 % of the year."),
    ("gifted", None, "CAT4 mean of 131."),
    ("talented", "music", "Referred by the head of music: grade 6 violin."),
    ("gifted", "english", "KS2 reading scaled score of 119."),
    ("talented", "art", "Referred by the art department."),
)
STATUSES = ("on", "on", "on", "watching", "on", "paused", "on")


def filled(path: Path, roll: int = 600, on: int = 248) -> Path:
    """Make a register with so many pupils on the roll, and so many entries."""
    found = School("Greenfield Academy", "9994025", academic_year=2026)
    school.create(path, found, "C Hall", TODAY)
    with Register.open(path, "C Hall", today=TODAY) as register:
        fill(register, roll, on)
    return path


def fill(register: Register, roll: int, on: int) -> None:
    """Put pupils on the roll and entries on the register."""
    columns = ("upn", "surname", "forename", "dob", "year_group", "form")
    surnames, forenames = cycle(SURNAMES), cycle(FORENAMES)
    with register.change(N_("File imported"), about="Pupil list.xlsx") as db:
        first = db.next_id("pupils")
        pupils = [
            (
                f"{upn(n % 1000)[:-1]}{n:05d}"[-13:],
                next(surnames),
                next(forenames),
                f"{2014 - n % 5}-{1 + n % 12:02d}-{1 + n % 28:02d}",
                7 + n % 5,
                f"{7 + n % 5}{'ABC'[n % 3]}",
            )
            for n in range(first, first + roll)
        ]
        db.insert_many("pupils", columns, pupils)
    with register.change(N_("Added to the register"), about="Gifted") as db:
        rows = islice(zip(cycle(AREAS), cycle(STATUSES), strict=False), on)
        for n, ((strand, subject, reason), status) in enumerate(rows):
            entry = {"pupil_id": first + n % roll, "strand": strand, "subject": subject}
            entry |= {"status": status, "from_on": "2026-09-14", "scope": "school"}
            entry_id = db.insert("entries", entry)
            decision = {"entry_id": entry_id, "what": "added", "reason": reason}
            decision |= {"decided_by": "C Hall", "decided_on": "2026-09-14"}
            db.insert("decisions", decision)
