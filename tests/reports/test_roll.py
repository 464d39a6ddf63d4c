"""The whole roll: everybody has a row, under the name they go by."""

from datetime import date

from gtregister.reports.roll import REPORT
from tests.builders import pupil


def column(table, key):
    return [row[table.position(key)] for row in table.rows]


def test_the_roll_lists_everyone_leavers_last_by_the_name_they_go_by(register):
    gone = pupil(register, "Abe", left_on="2026-11-01")
    aisha = pupil(register, preferred_forename="Ash")
    ben = pupil(register, "Ben", surname="Adams", year_group=8)

    table = REPORT.table(register)

    assert list(table.keys) == [aisha, ben, gone]
    assert column(table, "forename") == ["Ash", "Ben", "Abe"]
    assert column(table, "legal_name") == ["Aisha Ahmed", None, None]
    assert column(table, "left_on")[-1] == date(2026, 11, 1)


def test_the_roll_says_for_what_each_is_on_the_register(register):
    aisha = pupil(register)
    with register.change("Added") as db:
        for subject, status in (("maths", "on"), (None, "watching"), ("music", "left")):
            entry = {"pupil_id": aisha, "strand": "gifted", "subject": subject}
            db.insert("entries", entry | {"scope": "school", "status": status})

    assert column(REPORT.table(register), "areas") == ["Mathematics; All-round"]
