"""What is known of one pupil: results with their source, and what they come to."""

import pytest

from gtregister.core.identifying import evidence, identification, policies
from gtregister.core.roll import results_by_hand
from gtregister.core.undo import undo
from gtregister.errors import UserError
from tests.builders import contents, pupil, score, upn


def imported(register, result_id, row=14):
    with register.change("File imported") as db:
        values = dict.fromkeys(("sha256", "sheet", "format", "mapping", "counts"), "")
        values |= {"made_at": "2026-11-01", "made_by": "C Hall"}
        import_id = db.insert("imports", {"file_name": "Year 7 KS2.xlsx"} | values)
        db.update("results", result_id, {"import_id": import_id, "row": row})


def test_a_result_says_in_words_where_it_is_from(register):
    aisha = pupil(register)
    imported(register, score(register, aisha, "118"))

    [known] = evidence.results(register, aisha)

    assert known.sentence == (
        "KS2 maths, scaled score 118, from Year 7 KS2.xlsx, row 14"
    )
    assert (known.assessment, known.year) == ("KS2", "2025 to 2026")
    assert not known.by_hand


def test_a_result_that_was_typed_in_says_by_whom_and_when(register):
    aisha = pupil(register)
    score(register, aisha, "118")

    [known] = evidence.results(register, aisha)

    assert known.by_hand
    assert known.result.source == "typed in by C Hall on 23 November 2026"


def test_the_newest_year_of_each_assessment_comes_first(register):
    aisha = pupil(register)
    score(register, aisha, "104", academic_year=2024)
    score(register, aisha, "118", academic_year=2025)
    score(register, aisha, "120", "verbal", "sas", "cat4")

    values = [k.result.value for k in evidence.results(register, aisha)]

    assert values == ["120", "118", "104"]
    assert list(evidence.table(register, aisha).keys) == [3, 2, 1]


def test_the_numbers_that_say_most_stand_in_short(register):
    aisha = pupil(register)
    score(register, aisha, "104", academic_year=2024)
    score(register, aisha, "118", academic_year=2025)
    score(register, aisha, "GDS", "writing", "teacher_assessment")

    found = evidence.in_short(evidence.results(register, aisha))

    assert found == ["KS2 maths score 118"]


@pytest.fixture
def year(register):
    """Forty pupils of two years, each with results and one referral in all."""
    policies.use(register, "eic")
    ids = []
    for n in range(40):
        child = pupil(register, f"Pupil {n}", upn=upn(n), year_group=7 + n % 2)
        score(register, child, str(81 + n), "reading")
        score(register, child, str(81 + n % 7), "maths")
        ids.append(child)
    score(register, ids[3], "119", academic_year=2026)
    with register.change("Left") as db:
        db.update("pupils", ids[-1], {"left_on": "2026-11-01"})
        referral = {"pupil_id": ids[5], "source": "staff", "referrer": "Ms Lee"}
        referral |= {"subject": "music", "reason": "Plays", "referred_on": "2026-11-01"}
        db.insert("referrals", referral)
    return ids


def test_one_pupil_is_judged_as_in_the_judging_of_all(register, year):
    whole = identification.judge(register).judged

    cohorts: evidence.Cohorts = {}
    for child in year[:-1]:
        mine = [j for j in whole if j.pupil["id"] == child]
        alone = evidence.judged(register, child, cohorts)
        assert [(j.route.key, j.outcome) for j in alone] == [
            (j.route.key, j.outcome) for j in mine
        ]
        assert [[f.reason for f in j.findings] for j in alone] == [
            [f.reason for f in j.findings] for j in mine
        ]
    assert set(cohorts) == {7, 8}


def test_a_year_group_that_is_at_hand_is_not_read_again(register, year):
    cohorts = {8: evidence.cohort(register, 8)}
    with register.change("Results gone") as db:
        db.delete("results", [r["id"] for r in register.rows("select id from results")])
    score(register, year[1], "90", "reading")
    score(register, year[1], "90", "maths")

    [gifted, _talented] = evidence.judged(register, year[1], cohorts)

    assert "of 19 in the year group" in gifted.reason


def test_without_a_policy_there_is_no_judging(register):
    with pytest.raises(UserError, match="no identification policy"):
        evidence.judged(register, pupil(register))


def test_referrals_are_told_newest_first_with_what_became_of_them(register, year):
    [one] = evidence.proposals(register, year[5])

    assert (one.by, one.source, one.subject, one.status) == (
        *("Ms Lee", "Staff", "Music", "Waiting"),
    )


def test_a_result_typed_in_is_read_as_in_a_file(register):
    aisha = pupil(register)

    added = results_by_hand.add(
        register, aisha, "ks2.maths.scaled_score", " 118 ", "2025/26"
    )

    [known] = evidence.results(register, aisha)
    assert (known.id, known.result.number) == (added.result_id, 118)
    assert known.result.academic_year == 2025
    assert added.looks == ()


@pytest.mark.parametrize("year", ["2025", "2025/26", "2025 to 2026", "2025-2026"])
def test_an_academic_year_may_be_typed_as_people_do(register, year):
    aisha = pupil(register)

    results_by_hand.add(register, aisha, "cat4.mean.sas", "120", year)

    assert evidence.results(register, aisha)[0].result.academic_year == 2025


@pytest.mark.parametrize(
    ("value", "year", "said"),
    [
        ("121", "2025", "not a scaled score"),
        ("", "2025", "Enter the result"),
        ("0", "2025", "Enter the result"),
        ("118", "", "Enter the academic year"),
        ("118", "2025/27", "not an academic year"),
        ("118", "2027", "has not begun"),
    ],
)
def test_a_result_that_cannot_be_is_refused(register, value, year, said):
    aisha = pupil(register)
    before = contents(register)

    with pytest.raises(UserError, match=said):
        results_by_hand.add(register, aisha, "ks2.maths.scaled_score", value, year)

    assert contents(register) == before


def test_a_typed_result_takes_the_place_of_that_of_the_same_year(register):
    aisha = pupil(register)
    imported(register, score(register, aisha, "112"))

    added = results_by_hand.add(
        register, aisha, "ks2.maths.scaled_score", "118", "2025"
    )

    assert "takes the place of 112" in added.looks[0]
    [known] = evidence.results(register, aisha)
    assert (known.result.value, known.by_hand) == ("118", True)
    undo(register)
    assert evidence.results(register, aisha)[0].sentence.endswith("row 14")


def test_only_what_was_typed_in_can_be_removed(register):
    aisha = pupil(register)
    typed = results_by_hand.add(register, aisha, "cat4.mean.sas", "120", "2025")
    imported(register, score(register, aisha, "112"))

    results_by_hand.remove(register, typed.result_id)

    [left] = evidence.results(register, aisha)
    with pytest.raises(UserError, match="from a file"):
        results_by_hand.remove(register, left.id)


def test_what_may_be_typed_in_has_words(register):
    kinds = dict(results_by_hand.kinds())

    assert kinds["ks2.maths.scaled_score"] == "KS2 maths, scaled score"
    assert "ks2.writing.scaled_score" not in kinds
    assert next(iter(kinds)).startswith("ks2.")
