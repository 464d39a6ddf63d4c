"""Year 10: a teacher's own list, with all that happens to a list kept by hand.

A semicolon parts the cells and the encoding is that of old Windows, which has no letter
for some names. The dates are written in two ways, some pupils have no number, and three
cells are wrong on purpose: README.md lists them.
"""

import unicodedata

from made_up import Cell, Row
from made_up.headings import headings
from made_up.pupils import Pupil, School
from made_up.scores import ks2
from made_up.sheets import csv_text

DOB, READING, MATHS, SPAG = 1, 4, 5, 6
NO_UPN_EVERY = 31
TWO_DIGIT_YEAR_EVERY = 3
REMARKS = {11: "glasses", 47: "moved up a set in June", 90: "joined late; check score"}
# What a cell says in place of the fact; rows are counted from the first pupil as 0.
BY_HAND: dict[tuple[int, int], Cell] = {
    (20, DOB): "31/02/2012",
    (33, READING): 121,
    (58, MATHS): "1 05",
    (75, READING): "N",
    (76, MATHS): "A",
    **{(101, column): "B" for column in (READING, MATHS, SPAG)},
}
# Letters that do not come apart into a plain one and an accent.
PLAIN = str.maketrans("ŁłĐđı", "LlDdi")


def file(school: School) -> bytes:
    """List the year by form."""
    rows: list[Row] = [headings("ks2_teacher")]
    for place, pupil in enumerate(school.tested(10)):
        facts = _row(pupil, place)
        row = [BY_HAND.get((place, column), fact) for column, fact in enumerate(facts)]
        rows.append(row)
    return ("sep=;\r\n" + csv_text(rows, ";")).encode("cp1252")


def _row(pupil: Pupil, place: int) -> Row:
    person, results = pupil.person, ks2(pupil)
    dob = f"{pupil.dob:%d.%m.%Y}"
    if place % TWO_DIGIT_YEAR_EVERY == 0:
        dob = f"{pupil.dob.day}/{pupil.dob.month}/{pupil.dob:%y}"
    on_purpose = person.dob is not None  # twins and namesakes
    return [
        _typed(f"{person.surname}, {person.preferred}"),
        dob,
        None if on_purpose or place % NO_UPN_EVERY == 5 else pupil.upn,
        pupil.form,
        *(results.tests[subject].cell for subject in ("reading", "maths", "gps")),
        results.writing,
        REMARKS.get(place),
    ]


def _typed(name: str) -> str:
    """Leave out the accents that the encoding does not have."""
    return "".join(
        letter if letter.encode("cp1252", "ignore") else _plain(letter)
        for letter in name
    )


def _plain(letter: str) -> str:
    return unicodedata.normalize("NFD", letter)[0].translate(PLAIN)
