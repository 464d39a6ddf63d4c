"""Year 7: the layout with a row for each pupil and test, and 31 columns.

This is how the portal for national curriculum assessments gives a secondary school the
results of its new pupils. No column says in which year the tests were.
"""

from made_up import LA, Cell, Row
from made_up.headings import headings
from made_up.pupils import Pupil, School
from made_up.scores import Test, ks2
from made_up.sheets import csv_text

SUBJECTS = {
    "reading": "English reading",
    "gps": "English grammar, punctuation and spelling",
    "maths": "Mathematics",
}


def file(school: School) -> bytes:
    """List the results by primary school, three rows for each pupil."""
    rows: list[Row] = [headings("ks2_long")]
    for pupil in sorted(school.tested(7), key=lambda each: each.upn[4:]):
        tests = ks2(pupil).tests
        rows += [_row(pupil, subject, tests[subject]) for subject in SUBJECTS]
    return csv_text(rows).encode("utf-8-sig")


def _row(pupil: Pupil, subject: str, test: Test) -> Row:
    person, feeder = pupil.person, pupil.origin.feeder
    values: dict[str, Cell] = {
        "CurrLA": LA,
        "CurrESTAB": feeder.establishment,
        "CurrDfENo": f"{LA}{feeder.establishment}",
        "CurrURN": feeder.urn,
        "Surname": person.surname,
        "Forename": person.forename,
        "DOB": f"{pupil.dob:%d/%m/%Y}",
        "Gender": person.sex,
        "CurrUPN": pupil.upn,
        "Subject": SUBJECTS[subject],
        "RawScore": test.mark,
        "ScaledScore": test.cell if test.papers else None,
        "TestOutcome": test.outcome,
    }
    for number, mark in enumerate(test.papers, start=1):
        values[f"TestMark{number}"] = mark
    return [values.get(heading) for heading in headings("ks2_long")]
