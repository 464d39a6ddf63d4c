"""The leavers' results of 2015, the last year of levels in place of scaled scores."""

from made_up import Row
from made_up.headings import headings
from made_up.pupils import Pupil, School
from made_up.scores import chance_of, fine_level
from made_up.sheets import Sheet, xlsx

# Rows counted from 0 where a code stands and no number goes with it.
CODES = {6: "N", 17: "A", 28: "B"}


def file(school: School) -> bytes:
    """Give test levels with fine levels and points, and the teachers' levels."""
    leavers = enumerate(school.cohort(None))
    return xlsx(
        Sheet("KS2 2015", [headings("ks2_levels"), *(_row(*each) for each in leavers)])
    )


def _row(place: int, pupil: Pupil) -> Row:
    chance, person = chance_of(pupil, "levels"), pupil.person
    reading, maths, gps, *teachers = (fine_level(chance, pupil) for _ in range(7))
    writing = teachers[-1]
    code = CODES.get(place)
    return [
        pupil.upn,
        person.surname,
        person.forename,
        pupil.dob,
        *((code, None, None) if code else _test(reading)),
        *_test(maths),
        int(gps),
        *(str(int(level)) for level in teachers),
        f"{int(writing)}{'cba'[int(writing * 3) % 3]}",
    ]


def _test(fine: float) -> Row:
    """Give the level, the fine level, and the points, of which a level is worth six."""
    return [int(fine), fine, round(fine * 6, 2)]
