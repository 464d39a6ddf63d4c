"""A school of any size, for measuring: a workbook of pupils with their KS2 results."""

import random
from datetime import date
from pathlib import Path

import openpyxl

from tests.builders import ALPHABET

HEADINGS = (
    *("UPN", "Admission No", "Surname", "Forename", "Date of birth", "Sex"),
    *("Year group", "Reg group", "Ethnicity", "First language", "EAL", "FSM"),
    *("Pupil premium", "SEN status", "In care", "Date of admission"),
    *("KS2 Reading SS", "KS2 Maths SS", "KS2 GPS SS", "KS2 Writing TA"),
)


def rows(pupils: int) -> list[tuple[object, ...]]:
    """Make pupils of years 7 to 11, always the same ones."""
    chance = random.Random(5)
    return [_pupil(n, chance) for n in range(pupils)]


def _pupil(n: int, chance: random.Random) -> tuple[object, ...]:
    year = 7 + n % 5
    born = date(2021 - year, 9, 1).toordinal() + chance.randrange(365)
    return (
        _upn(n),
        f"{n:06d}",
        f"Surname{chance.randrange(4000)}",
        f"Forename{chance.randrange(900)}",
        date.fromordinal(born),
        chance.choice("MF"),
        year,
        f"{year}{chance.choice('ABCDEFGH')}",
        chance.choice(("WBRI", "APKN", "BAFR", "WOTH", "MWAS")),
        chance.choice(("ENG", "ENG", "ENG", "POL", "URD")),
        chance.choice("YN"),
        chance.choice("YN"),
        chance.choice("YN"),
        chance.choice("NNNNKE"),
        "N",
        date(2026 - (year - 7), 9, 2),
        _score(chance),
        _score(chance),
        _score(chance),
        chance.choice(("GDS", "EXS", "EXS", "WTS")),
    )


def _score(chance: random.Random) -> int | str:
    if chance.random() < 0.03:
        return chance.choice("ABN")
    return max(80, min(120, round(chance.gauss(105, 8))))


def _upn(n: int) -> str:
    digits = f"999{4000 + n // 10000:04d}{n // 1000 % 10:02d}{n % 1000:03d}"
    total = sum(place * int(digit) for place, digit in enumerate(digits, 2))
    return ALPHABET[total % 23] + digits


def workbook(path: Path, pupils: int) -> None:
    """Write the pupils as a school information system would."""
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("Pupils")
    sheet.append(HEADINGS)
    for row in rows(pupils):
        sheet.append(row)
    book.save(path)
