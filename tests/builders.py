"""The few words that tests speak: a pupil, a score, what all tables hold."""

from gtregister.core.register import Register
from gtregister.i18n import N_

ALPHABET = "ABCDEFGHJKLMNPQRTUVWXYZ"


def upn(serial: int) -> str:
    """Make a UPN of the fictional authority 999 with the right check letter."""
    digits = f"9994025{26:02d}{serial:03d}"
    total = sum(place * int(digit) for place, digit in enumerate(digits, 2))
    return ALPHABET[total % 23] + digits


def pupil(register: Register, forename: str = "Aisha", **details: object) -> int:
    """Put a pupil on the roll and return the id."""
    known = {"surname": "Ahmed", "dob": "2014-09-03", "year_group": 7} | details
    with register.change(N_("Pupil added")) as db:
        return db.insert("pupils", {"forename": forename, **known})


def score(
    register: Register,
    pupil_id: int,
    value: str,
    subject: str = "maths",
    measure: str = "scaled_score",
    assessment: str = "ks2",
    academic_year: int = 2025,
) -> int:
    """Store a result and return its id; a value that is no number is a code."""
    number = float(value) if value.replace(".", "").isdigit() else None
    with register.change(N_("Result added")) as db:
        return db.insert(
            "results",
            {
                "pupil_id": pupil_id,
                "assessment": assessment,
                "academic_year": academic_year,
                "subject": subject,
                "measure": measure,
                "value": value,
                "number": number,
            },
        )


def contents(register: Register) -> dict[str, list[tuple[object, ...]]]:
    """Read every row of every table but the log of changes."""
    log = {"changes", "changed_rows", "open_change", "file_state", "sqlite_sequence"}
    tables = register.rows("select name from sqlite_schema where type = 'table'")
    return {
        name: [tuple(row) for row in register.rows(f'select * from "{name}"')]
        for (name,) in tables
        if name not in log
    }
