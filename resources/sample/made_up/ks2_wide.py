"""Years 8 and 11: one row for each pupil, under headings of a school and of the NPD."""

from collections.abc import Sequence
from statistics import fmean

from made_up import Row
from made_up.headings import headings
from made_up.pupils import Pupil, School
from made_up.scores import ks2
from made_up.sheets import Sheet, ods, xlsx

NOTES: Sequence[Row] = [
    ["About this file"],
    ["The results are on the next sheet, one row for each pupil."],
    ["SS = scaled score, 80 to 120. N = no scaled score was awarded."],
    ["B = working below the level of the test. A = absent."],
    ["TA = teacher assessment."],
]
SCORES = range(6, 9)  # the places of the scaled scores in a row of year 8


def year_8(school: School) -> bytes:
    """Put the results on the second sheet, with an average and a note below them.

    Two pupils who have moved away are still among them.
    """
    results = [_year_8_row(each) for each in (*school.tested(8), *school.moved_away)]
    average = [_average(results, column) for column in SCORES]
    rows: list[Row] = [
        ["Year 8: key stage 2 results, tests taken in May 2025"],
        [],
        headings("ks2_year_8"),
        *results,
        ["Average", *[None] * 5, *average],
        [],
        ["Printed from the assessment system on 4 September 2026."],
    ]
    return xlsx(Sheet("Notes", NOTES), Sheet("Year 8 KS2", rows, heading_row=3))


def _year_8_row(pupil: Pupil) -> Row:
    person, results = pupil.person, ks2(pupil)
    return [
        pupil.upn,
        person.surname,
        person.forename,
        pupil.dob,
        person.sex,
        pupil.form,
        *(results.tests[subject].cell for subject in ("reading", "maths", "gps")),
        results.tests["reading"].mark,
        results.pre_key_stage,
        results.pre_key_stage,
        results.writing,
        results.science,
    ]


def _average(rows: Sequence[Row], column: int) -> float:
    cells = [row[column] for row in rows]
    return round(fmean(cell for cell in cells if isinstance(cell, int)), 1)


def year_11(school: School) -> bytes:
    """Use the names of the national pupil database, and 0 where no score was given."""
    results = map(_year_11_row, school.tested(11))
    return ods(Sheet("KS2 2022", [headings("ks2_year_11"), *results]))


def _year_11_row(pupil: Pupil) -> Row:
    person, results = pupil.person, ks2(pupil)
    tests = [results.tests[subject] for subject in ("reading", "maths", "gps")]
    return [
        "2021/2022",
        pupil.upn,
        person.surname,
        person.forename,
        pupil.dob,
        person.sex,
        *(test.outcome for test in tests),
        *(test.scaled or 0 for test in tests),
        *(test.mark for test in tests),
        results.writing,
        *(test.progress for test in tests[:2]),
    ]
