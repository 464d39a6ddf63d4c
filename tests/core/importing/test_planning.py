"""What Records mean for a register, without any file."""

import pytest

from gtregister.core.importing import ownership, planning
from gtregister.core.importing.import_choices import Choices
from gtregister.core.roll import results
from gtregister.core.roll.matching import Roll
from gtregister.errors import UserError
from gtregister.importers import ColumnMatch, Reading, Record, Result
from tests.builders import pupil, score, upn


def maths(value="112", year=None, subject="maths"):
    number = float(value) if value.isdigit() else None
    return Result("ks2", year, subject, "scaled_score", value, number, "KS2 maths")


def row(number, *results, **details):
    return Record(number, details, results)


def sort_out(register, *records, form="ks2_wide", year=None, answers=None, made=()):
    columns = (ColumnMatch("Surname", "surname", "sure", "its name"),)
    reading = Reading(form, "Sheet1", 1, columns, records, (), (), ())
    roll = Roll.of(register)
    held = results.Held(register)
    owned = ownership.settle(roll, records, answers or {}, dict(made))
    return planning.sort_out(register, roll, held, reading, Choices(year=year), owned)


AISHA = {"upn": upn(1), "surname": "Ahmed", "forename": "Aisha", "dob": "2014-09-03"}


def test_an_unknown_pupil_is_new_with_their_results(register):
    out = sort_out(register, row(2, maths(), **AISHA, year_group=7))

    [new] = out.new
    assert new.details["surname"] == "Ahmed"
    assert [(r.said.value, r.row) for r in new.results] == [("112", 2)]


def test_rows_of_one_pupil_belong_together(register):
    rows = [row(2, maths(), **AISHA), row(3, maths("108", subject="reading"), **AISHA)]

    [new] = sort_out(register, *rows).new

    assert new.rows == (2, 3)
    assert [r.row for r in new.results] == [2, 3]


def test_two_rows_that_contradict_each_other_keep_the_first(register):
    out = sort_out(
        register, row(2, maths("112"), **AISHA), row(3, maths("99"), **AISHA)
    )

    [new] = out.new
    assert [r.said.value for r in new.results] == ["112"]
    assert [(p.row, p.level) for p in out.problems if p.row] == [(3, "problem")]


def test_one_upn_on_two_children_of_the_file_asks(register):
    noah = AISHA | {"surname": "Baker", "forename": "Noah", "dob": "2014-10-04"}

    out = sort_out(register, row(2, **AISHA), row(3, **noah))

    assert [new.rows for new in out.new] == [(2,)]
    assert [asked.rows for asked in out.asked] == [(3,)]
    out = sort_out(register, row(2, **AISHA), row(3, **noah), answers={3: "new"})
    assert ["upn" in new.details for new in out.new] == [True, False]


def test_namesakes_of_one_birthday_ask(register):
    other = AISHA | {"upn": upn(2)}
    without = {name: value for name, value in AISHA.items() if name != "upn"}

    out = sort_out(register, row(2, **AISHA), row(3, **other), row(4, **without))

    assert [new.rows for new in out.new] == [(2,)]
    assert [asked.rows for asked in out.asked] == [(3,), (4,)]


def test_one_pupil_written_twice_differently_asks(register):
    pupil(register, upn=upn(1))

    out = sort_out(
        register,
        row(2, maths(), upn=upn(1)),
        row(3, maths("90"), surname="Ahmed", forename="Aisha", dob="2014-09-03"),
    )

    assert [known.rows for known in out.known] == [(2,)]
    assert [asked.rows for asked in out.asked] == [(3,)]


def test_a_blank_cell_wipes_nothing(register):
    pupil(register, upn=upn(1), form="7A", sen="K")

    [known] = sort_out(register, row(2, upn=upn(1), sen="E")).known

    assert [(c.field, c.old, c.new) for c in known.changes] == [("sen", "K", "E")]


def test_a_name_in_capitals_changes_nothing(register):
    pupil(register, upn=upn(1))
    shouting = AISHA | {"surname": "AHMED", "forename": "AISHA"}

    [known] = sort_out(register, row(2, **shouting)).known

    assert known.changes == ()


def test_a_name_in_capitals_gives_way(register):
    pupil(register, "AISHA", surname="AHMED", upn=upn(1))

    [known] = sort_out(register, row(2, **AISHA)).known

    assert {(c.field, c.new) for c in known.changes} == {
        ("surname", "Ahmed"),
        ("forename", "Aisha"),
    }


def test_another_name_in_a_score_sheet_is_said_and_not_taken(register):
    pupil(register, upn=upn(1))

    out = sort_out(register, row(2, **AISHA | {"surname": "Khan"}))

    assert out.known[0].changes == ()
    [offered] = out.known[0].offered
    assert (offered.field, offered.old, offered.new) == ("surname", "Ahmed", "Khan")


def test_the_name_that_a_pupil_goes_by_is_no_news(register):
    pupil(register, "Katherine", upn=upn(1), preferred_forename="Katie")

    out = sort_out(register, row(2, **AISHA | {"forename": "Katie"}))

    assert out.known[0].changes == ()
    assert out.problems == []


def test_another_name_in_a_pupil_list_is_taken(register):
    pupil(register, upn=upn(1))

    out = sort_out(register, row(2, **AISHA | {"surname": "Khan"}), form="pupil_list")

    assert [(c.field, c.new) for c in out.known[0].changes] == [("surname", "Khan")]


def test_the_same_result_is_unchanged_and_another_is_amended(register):
    aisha = pupil(register, upn=upn(1))
    held = score(register, aisha, "112")

    [same] = sort_out(register, row(2, maths("112"), upn=upn(1))).known
    [other] = sort_out(register, row(2, maths("114"), upn=upn(1))).known

    assert (same.unchanged, same.results, same.amended) == (1, [], [])
    [(result_id, result)] = other.amended
    assert (result_id, result.said.value, result.academic_year) == (held, "114", 2025)


def test_results_of_another_year_stand_beside_each_other(register):
    aisha = pupil(register, upn=upn(1))
    score(register, aisha, "112")

    [known] = sort_out(register, row(2, maths("114", year=2024), upn=upn(1))).known

    assert [r.academic_year for r in known.results] == [2024]
    assert known.amended == []


@pytest.mark.parametrize(
    ("details", "year", "taken"),
    [
        ({"year_group": 8}, None, 2024),
        ({}, 9, 2023),
        ({"dob": "2014-08-31"}, None, 2024),
        ({"dob": "2014-09-01"}, None, 2025),
        ({}, None, None),
    ],
)
def test_an_undated_key_stage_2_result_follows_from_year_or_birthday(
    register, details, year, taken
):
    who = {"upn": upn(1), "surname": "Ahmed", "forename": "Aisha"}

    [new] = sort_out(register, row(2, maths(), **who, **details), year=year).new

    assert new.results[0].academic_year == taken


def test_a_new_pupil_gets_the_year_group_that_follows_from_a_dated_result(register):
    [new] = sort_out(register, row(2, maths(year=2023), **AISHA)).new

    assert new.details["year_group"] == 9


def test_a_row_that_asks_is_answered(register):
    aisha = pupil(register, upn=upn(1))
    katie = row(2, maths(), surname="Ahmed", forename="Aisha")

    assert [a.rows for a in sort_out(register, katie).asked] == [(2,)]
    assert [a.rows for a in sort_out(register, katie, answers={2: "new"}).new] == [(2,)]
    skipped = sort_out(register, katie, answers={2: "skip"}).skipped
    assert [aside.row for aside in skipped] == [2]
    [known] = sort_out(register, katie, answers={2: upn(1).lower()}).known
    assert known.pupil_id == aisha
    with pytest.raises(UserError, match="Row 2"):
        sort_out(register, katie, answers={2: "perhaps"})


def test_an_answer_gives_a_row_to_a_pupil_of_an_earlier_row(register):
    aisha = pupil(register, upn=upn(1))
    rows = (
        row(2, maths("112"), upn=upn(1)),
        row(3, maths("99", subject="reading"), **AISHA | {"upn": upn(9)}),
    )
    by_name = {key: value for key, value in AISHA.items() if key != "upn"}
    without = (rows[0], row(3, maths("99", subject="reading"), **by_name))

    [known] = sort_out(register, *without, answers={3: upn(1)}).known

    assert (known.pupil_id, known.rows) == (aisha, (2, 3))
    assert {r.said.subject for r in known.results} == {"maths", "reading"}


def test_an_answer_gives_a_row_to_a_new_pupil_of_the_same_file(register):
    other = AISHA | {"upn": upn(2)}

    out = sort_out(register, row(2, **AISHA), row(3, **other), answers={3: upn(1)})

    assert [new.rows for new in out.new] == [(2, 3)]
    with pytest.raises(UserError, match="perhaps"):
        sort_out(register, row(2, **AISHA), row(3, **other), answers={3: "perhaps"})


def test_a_pupil_whom_the_same_answer_made_is_not_made_again(register):
    pupil(register, upn=upn(1))
    noah = {"surname": "Baker", "forename": "Noah", "dob": "2013-01-01"}
    rows = row(2, maths(), upn=upn(1), **noah)
    [new] = sort_out(register, rows, answers={2: "new"}).new
    assert "upn" not in new.details
    made = pupil(register, **noah)

    [known] = sort_out(register, rows, answers={2: "new"}).known

    assert known.pupil_id == made


def test_a_pupil_known_only_by_name_is_not_made_again_by_the_same_file(register):
    first = pupil(register, dob=None)
    nameless = row(2, maths(), surname="Ahmed", forename="Aisha")
    assert [n.rows for n in sort_out(register, nameless, answers={2: "new"}).new]

    again = sort_out(register, nameless, answers={2: "new"}, made={2: first})

    assert [known.pupil_id for known in again.known] == [first]


def test_an_answer_to_a_row_that_is_not_there_is_said(register):
    with pytest.raises(UserError, match="no row 99"):
        sort_out(register, row(2, **AISHA), answers={99: "new"})


def test_an_answer_that_was_not_needed_is_noted(register):
    out = sort_out(register, row(2, **AISHA), answers={2: "new"})

    assert [problem.level for problem in out.problems] == ["note"]
    pupil(register, upn=upn(1))
    pupil(register, "Noah", upn=upn(2))
    with pytest.raises(UserError, match="does not ask"):
        sort_out(register, row(2, **AISHA), answers={2: upn(2)})


def test_a_year_that_was_only_worked_out_yields_to_the_one_that_is_held(register):
    aisha = pupil(register, upn=upn(1), year_group=8)
    score(register, aisha, "112", academic_year=2025)

    [known] = sort_out(register, row(2, maths("112"), upn=upn(1))).known

    assert (known.unchanged, known.results, known.amended) == (1, [], [])


def test_every_row_is_in_exactly_one_place(register):
    pupil(register, upn=upn(1))
    records = [
        row(2, upn=upn(1)),
        row(3, surname="Baker", forename="Noah"),
        row(4, surname="Ahmed", forename="Aisha"),
        row(5, upn=upn(7)),
        row(6, surname="Baker", forename="Noah"),
    ]

    out = sort_out(register, *records)

    placed = [r for p in (*out.new, *out.known, *out.asked) for r in p.rows]
    placed += [aside.row for aside in out.skipped]
    assert sorted(placed) == [2, 3, 4, 5, 6]
    assert [asked.rows for asked in out.asked] == [(4,), (6,)]
