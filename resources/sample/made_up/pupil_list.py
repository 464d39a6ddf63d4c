"""The whole roll and some leavers, as a school information system exports them."""

from made_up import SCHOOL, Row
from made_up.headings import headings
from made_up.pupils import Pupil, School, by_name
from made_up.sheets import Sheet, xlsx

FIRST_ADMISSION_NUMBER = 3108


def file(school: School) -> bytes:
    """List everybody by name, leavers among them, under a title and a blank row."""
    in_order = sorted(school.roll, key=lambda each: (each.origin.joined, by_name(each)))
    numbers = {
        pupil.upn: f"{number:06}"
        for number, pupil in enumerate(in_order, start=FIRST_ADMISSION_NUMBER)
    }
    rows: list[Row] = [
        [f"{SCHOOL}: pupil list, 7 September 2026"],
        [],
        headings("pupil_list"),
    ]
    rows += [
        [numbers[pupil.upn], *_row(pupil)] for pupil in sorted(school.roll, key=by_name)
    ]
    return xlsx(Sheet("Pupils", rows, heading_row=3))


def _row(pupil: Pupil) -> Row:
    person, facts = pupil.person, pupil.circumstances
    return [
        pupil.upn,
        person.surname,
        person.forename,
        person.preferred,
        pupil.dob,
        person.sex,
        f"Year {pupil.year}" if pupil.year else None,
        pupil.form or None,
        person.ethnicity,
        person.language,
        _yes(pupil.eal),
        _yes(facts.fsm),
        _yes(facts.ever6),
        _yes(facts.pupil_premium),
        facts.sen,
        _yes(facts.in_care),
        pupil.origin.joined,
        pupil.left,
        pupil.origin.feeder.name,
    ]


def _yes(fact: bool) -> str:
    return "Yes" if fact else "No"
