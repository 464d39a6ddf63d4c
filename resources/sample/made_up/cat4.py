"""The score sheet of the Cognitive Abilities Test, sat in the first weeks of year 7.

Two headings are misspelt as a real system misspells them.
"""

from datetime import date

from made_up import SCHOOL, Row
from made_up.headings import headings
from made_up.pupils import Pupil, School
from made_up.scores import cat4, chance_of, rank, stanine
from made_up.sheets import Sheet, xlsx

ABSENT = 0.04  # the chance to have missed the test
MISSED_A_BATTERY = 0.01
TEST_DAYS = {7: date(2026, 9, 16), 8: date(2025, 9, 17), 9: date(2024, 9, 18)}


def file(school: School) -> bytes:
    """List three year groups on one sheet, below a title."""
    rows: list[Row] = [
        ["CAT4 scores"],
        [f"{SCHOOL}, years 7 to 9"],
        [],
        headings("cat4"),
    ]
    for year in TEST_DAYS:
        rows += [
            _row(pupil, TEST_DAYS[year])
            for pupil in school.cohort(year)
            if chance_of(pupil, "cat4 absent").random() >= ABSENT
        ]
    return xlsx(Sheet("Scores", rows, heading_row=4))


def _row(pupil: Pupil, day: date) -> Row:
    person, scores = pupil.person, cat4(pupil)
    verbal, spatial, mean = scores["verbal"], scores["spatial"], scores["mean"]
    missed = chance_of(pupil, "cat4 spatial").random() < MISSED_A_BATTERY
    return [
        pupil.upn,
        person.surname,
        person.forename,
        pupil.dob,
        pupil.form,
        day,
        verbal,
        scores["quantitative"],
        scores["non_verbal"],
        *((None, None) if missed else (spatial, mean)),
        rank(verbal),
        stanine(verbal),
    ]
